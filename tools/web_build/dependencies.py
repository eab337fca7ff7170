"""The packages that go to the phone: what pyproject.toml asks for, from this environment."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from aya_companion.library.search.text import STEMMERS
from tools.web_build.errors import BuildError

BROWSER = {
    "platform_system": "Emscripten",
    "sys_platform": "emscripten",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "python_version": "3.14",
    "python_full_version": "3.14.2",
    "extra": "",
}
"""The environment markers of the Python that runs in the browser."""

_UNUSED = (
    "flet/auth/",  # signing in to other services; its libraries are not there either
    "flet/fastapi/",
    "flet/testing/",
    "flet/cli.py",
    "flet/pytest_plugin.py",
    "flet/messaging/flet_socket_server.py",
    "flet/messaging/flet_dart_bridge_server.py",
    "babel/messages/setuptools_frontend.py",
    "babel/messages/frontend.py",
    "markdown_it/cli/",
    "markdown_it/port.yaml",
)
"""Files that never run in a browser."""

_CODE = {".py", ".dat", ".json", ".toml", ""}


def required_packages(pyproject: Path) -> list[str]:
    """The names of all packages that the app needs in the browser, in alphabetical order.

    Follows the requirements of requirements as they apply there. Raises BuildError when one is
    not installed.
    """
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    waiting = [Requirement(text) for text in project["dependencies"]]
    found: set[str] = set()
    while waiting:
        requirement = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate(BROWSER):
            continue
        name = canonicalize_name(requirement.name)
        if name in found:
            continue
        found.add(name)
        waiting += [Requirement(text) for text in _distribution(name).requires or []]
    return sorted(found)


def package_files(name: str, languages: set[str]) -> Iterator[tuple[PurePosixPath, Path]]:
    """The files of a package that a browser needs: their place on the path, and where they are.

    ``languages`` are the codes of the app's languages, for data that comes by language.
    """
    for entry in _distribution(name).files or []:
        path = PurePosixPath(entry.as_posix())
        if _is_needed(path, languages):
            yield path, Path(str(entry.locate()))


def _distribution(name: str) -> metadata.Distribution:
    try:
        return metadata.distribution(name)
    except metadata.PackageNotFoundError:
        raise BuildError(
            f"The package {name} is not installed. Run: pip install -r locks/build.txt"
        ) from None


def _is_needed(path: PurePosixPath, languages: set[str]) -> bool:
    text = str(path)
    if {"..", "__pycache__", "tests"} & set(path.parts) or ".dist-info" in path.parts[0]:
        return False
    if path.parts[0] == "tzdata":
        return True
    if text.startswith(_UNUSED):
        return False
    if path.parts[0] == "snowballstemmer":
        # Not __init__.py, which imports all languages: the app imports each by its own name.
        stemmers = {f"{STEMMERS[code]}_stemmer" for code in languages & STEMMERS.keys()}
        return path.stem in {"among", "basestemmer", *stemmers}
    if "locale-data" in path.parts:
        return _speaks(path.stem, languages)
    return path.suffix in _CODE


def _speaks(locale: str, languages: set[str]) -> bool:
    """Whether Babel's data file is of one of the languages, or one that it inherits from."""
    wanted = {code.replace("-", "_") for code in languages}
    return locale == "root" or any(f"{code}_".startswith(f"{locale}_") for code in wanted)
