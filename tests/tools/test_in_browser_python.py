"""The tests of what needs no device also pass in the Python that ships to phones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools.web_build.errors import BuildError
from tools.web_build.node import find_node

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.browser
def test_pure_tests_pass_in_the_browser_python() -> None:
    """Domain, library, store and languages, on Python 3.14 as Pyodide has it."""
    try:
        find_node()
    except BuildError as error:
        pytest.skip(str(error))
    command = [sys.executable, "-m", "tools.test_in_pyodide"]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert result.returncode == 0, result.stdout[-4000:] + result.stderr[-2000:]
