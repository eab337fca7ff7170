"""The app as one archive: its code, its words, its pages and the packages it needs."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path, PurePosixPath

from tools.web_build.dependencies import package_files, required_packages
from tools.web_build.errors import BuildError

_SKIPPED = {"__pycache__", ".DS_Store"}

Files = dict[PurePosixPath, bytes]
"""The content of each file by its place in the archive."""


def collect(root: Path, start: Path, languages: set[str]) -> Files:
    """Everything that the archive holds, as Python source.

    ``root`` is the project's folder and ``start`` the module that starts the app in the browser.
    There is no list of requirements in it: with one, the browser would go and install it.
    Raises BuildError.
    """
    files: Files = {PurePosixPath(start.name): start.read_bytes()}
    for name in ("main.py", "src"):
        if not (root / name).exists():
            raise BuildError(f"{root / name} is missing: {root} is not the project's folder.")
        files |= _below(root, root / name)
    for package in required_packages(root / "pyproject.toml"):
        for place, path in package_files(package, languages):
            files[PurePosixPath("__pypackages__") / place] = path.read_bytes()
    return files


def add_folder(files: Files, folder: Path, place: str, kinds: set[str]) -> None:
    """Put a folder's files of some ``kinds`` (by suffix) below ``place``."""
    for path in _walk(folder):
        if path.suffix in kinds:
            files[PurePosixPath(place) / path.relative_to(folder).as_posix()] = path.read_bytes()


def sources(files: Files) -> list[str]:
    """The Python sources of the app itself."""
    code = [place for place in files if place.parts[0] == "src" and place.suffix == ".py"]
    return [files[place].decode() for place in code]


def pack(files: Files) -> bytes:
    """The archive: a plain tar, so that the browser need not unpack what it got compressed.

    The same files give the same bytes.
    """
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for place in sorted(files):
            entry = tarfile.TarInfo(str(place))
            entry.size = len(files[place])
            entry.mode = 0o644
            tar.addfile(entry, io.BytesIO(files[place]))
    return buffer.getvalue()


def _below(root: Path, path: Path) -> Files:
    return {
        PurePosixPath(file.relative_to(root).as_posix()): file.read_bytes()
        for file in ([path] if path.is_file() else _walk(path))
        if file.suffix in (".py", ".html")  # templates of what is printed
    }


def _walk(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not _SKIPPED & set(path.parts) and path.suffix != ".pyc"
    )
