"""The steps of a build that go through a folder on disk, because Node takes part in them."""

from __future__ import annotations

import hashlib
import io
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

from tools.web_build.archive import Files
from tools.web_build.node import run_script


def compile_modules(client: Path, files: Files) -> Files:
    """The same files with each Python source compiled by the browser's Python.

    Raises BuildError.
    """
    with tempfile.TemporaryDirectory() as folder:
        _write(files, Path(folder))
        run_script("compile_modules.mjs", client / "pyodide", folder, "0")
        return _read(Path(folder))


def compile_library(client: Path, library: bytes) -> bytes:
    """The zipped standard library, compiled, without the texts that describe its functions.

    Raises BuildError.
    """
    with zipfile.ZipFile(io.BytesIO(library)) as source:
        files = {PurePosixPath(name): source.read(name) for name in source.namelist()}
    with tempfile.TemporaryDirectory() as folder:
        _write(files, Path(folder))
        run_script("compile_modules.mjs", client / "pyodide", folder, "2")
        compiled = _read(Path(folder))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as target:
        for place in sorted(compiled):
            target.writestr(zipfile.ZipInfo(str(place)), compiled[place])
    return buffer.getvalue()


def make_snapshot(files: Files, runtime: dict[str, bytes]) -> tuple[str, bytes]:
    """The image of the interpreter's memory with the app imported, and the name for it.

    The name tells which app and interpreter it was made from. The image is never twice the same
    bytes. Raises BuildError.
    """
    digest = hashlib.sha256()
    for data in (*runtime.values(), *(files[place] for place in sorted(files))):
        digest.update(hashlib.sha256(data).digest())
    with tempfile.TemporaryDirectory() as folder:
        app, python, out = (Path(folder) / name for name in ("app", "pyodide", "snapshot.bin"))
        _write(files, app)
        _write({PurePosixPath(name): data for name, data in runtime.items()}, python)
        run_script("make_snapshot.mjs", python, app, out)
        return f"snapshot-{digest.hexdigest()[:16]}.bin", out.read_bytes()


def _write(files: Files, folder: Path) -> None:
    for place, data in files.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _read(folder: Path) -> Files:
    return {
        PurePosixPath(path.relative_to(folder).as_posix()): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
