"""Runs the pure part of the test suite in the Python that ships to phones, under Node.

    python -m tools.test_in_pyodide [pytest arguments]

Tests natively run on the Python of this computer; the browser's is another one (3.14, 32 bits, no
threads, no files but in memory). Without arguments: the tests marked "pure" (a sample of the long
ones), and all tests of the domain and of the languages.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from importlib import metadata
from pathlib import Path

from tools.web_build.client import find_client
from tools.web_build.dependencies import package_files, required_packages
from tools.web_build.errors import BuildError
from tools.web_build.node import find_node

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ("src", "tests", "tools", "content", "locales", "docs")
TEST_PACKAGES = ("pytest", "pluggy", "iniconfig", "packaging", "pygments", "sortedcontainers")
LANGUAGES = {"en", "es", "ar", "zh", "de", "pl", "fr", "ja", "ru"}
"""Languages whose dates and plurals tests look at."""

COMPILED = ("hypothesis",)
"""Packages with machine code, of which the browser's Python needs its own build."""

FONT_READERS = ("test_fonts", "test_letter_width")
"""Tests that read font files, which the browser's Python has no package for."""

SELECTIONS = (
    ["-m", "pure and not long", "tests/library", "tests/store"],
    ["tests/domain", "tests/i18n", *(f"--ignore=tests/i18n/{name}.py" for name in FONT_READERS)],
)


def stage(folder: Path) -> None:
    """Lay out the project and what its tests need. Raises BuildError."""
    for name in PROJECT:
        for path in (ROOT / name).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                _put(folder / path.relative_to(ROOT), path.read_bytes())
    _put(folder / "pyproject.toml", (ROOT / "pyproject.toml").read_bytes())
    packages = folder / "__pypackages__"
    for name in (*required_packages(ROOT / "pyproject.toml"), *TEST_PACKAGES):
        for place, path in package_files(name, LANGUAGES):
            _put(packages / place, path.read_bytes())
    for name in COMPILED:
        _unpack_wheel(name, packages)


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _unpack_wheel(name: str, target: Path) -> None:
    """Fetch the browser's build of a package from the index, and unpack it."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = f"{name}=={metadata.version(name)}"
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", wanted]
        command += ["--platform", "pyemscripten_2026_0_wasm32", "--python-version", "3.14"]
        result = subprocess.run(
            [*command, "--only-binary", ":all:", "--dest", folder], capture_output=True, text=True
        )
        wheels = list(Path(folder).glob("*.whl"))
        if not wheels:
            raise BuildError(f"No build of {name} for the browser's Python: {result.stderr}")
        zipfile.ZipFile(wheels[0]).extractall(target)


def main(arguments: list[str]) -> int:
    """Run the tests; the exit status is not zero when one failed."""
    options = ["-p", "no:cacheprovider", "-p", "no:faulthandler"]
    selections = [arguments] if arguments else SELECTIONS
    return run_in_pyodide(*(["pytest", *options, *selection] for selection in selections))


def run_in_pyodide(*commands: list[str]) -> int:
    """Run modules of the project in the browser's Python, each with its arguments.

    The exit status is not zero when one failed or nothing could be run.
    """
    script = ROOT / "tools" / "web" / "run_module.mjs"
    with tempfile.TemporaryDirectory() as folder:
        try:
            stage(Path(folder))
            start = [find_node(), str(script), str(find_client() / "pyodide"), folder]
        except BuildError as error:
            print(error, file=sys.stderr)
            return 1
        return max(subprocess.run([*start, *each], check=False).returncode for each in commands)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
