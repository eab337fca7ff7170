"""A Disk made of files in one directory, for every platform with a real file system."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

TEMPORARY = ".unfinished"
"""Ending of a file that was being written; one found at start was never finished."""

T = TypeVar("T")

_NAME = re.compile(r"\w[\w.-]*", re.ASCII)


class DiskFiles:
    """Blobs as files that only their owner can read.

    A write goes to a temporary file, is forced out of every cache, and takes its name in one step;
    then the directory is forced out too. It runs in a thread, since forcing takes a while.
    """

    def __init__(self, directory: Path) -> None:
        """Makes the directory if needed. Raises OSError when that is refused."""
        self._directory = directory
        # A cancelled save goes on in its thread: whatever comes after it has to wait.
        self._one_at_a_time = threading.Lock()
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        for leftover in directory.glob(f"*{TEMPORARY}"):
            with contextlib.suppress(OSError):
                leftover.unlink()

    async def read(self, name: str) -> bytes | None:
        """The blob's bytes, or None when there is none of that name."""
        return await self._run(self._read, self._path(name))

    async def write(self, name: str, data: bytes) -> None:
        """Put a blob in place of what was there, atomically and durably."""
        await self._run(self._write, self._path(name), data)

    async def list(self) -> list[str]:
        """The names of all blobs."""
        return list(await self._run(self._names))

    async def delete(self, name: str) -> None:
        """Remove a blob; one that is not there is no error."""
        await self._run(self._delete, self._path(name))

    async def _run(self, work: Callable[..., T], *args: object) -> T:
        def alone() -> T:
            with self._one_at_a_time:
                return work(*args)

        return await asyncio.to_thread(alone)

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name) or name.endswith(TEMPORARY):
            raise ValueError(f"not a plain file name: {name!r}")
        return self._directory / name

    def _read(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None

    def _write(self, path: Path, data: bytes) -> None:
        temporary = path.with_name(path.name + TEMPORARY)
        try:
            descriptor = os.open(temporary, _CREATE, 0o600)
            try:
                view = memoryview(data)
                while view:
                    view = view[os.write(descriptor, view) :]
                _force(descriptor)
            finally:
                os.close(descriptor)
            temporary.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        self._force_directory()

    def _names(self) -> tuple[str, ...]:
        with os.scandir(self._directory) as entries:
            names = (entry.name for entry in entries if entry.is_file())
            return tuple(sorted(name for name in names if not name.endswith(TEMPORARY)))

    def _delete(self, path: Path) -> None:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
            self._force_directory()

    def _force_directory(self) -> None:
        if sys.platform == "win32":  # a directory cannot be opened there; NTFS journals names
            return
        descriptor = os.open(self._directory, os.O_RDONLY)
        try:
            _force(descriptor)
        finally:
            os.close(descriptor)


_CREATE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def _force(descriptor: int) -> None:
    """Force what was written onto the medium."""
    if sys.platform in ("darwin", "ios"):
        import fcntl

        # There fsync stops at the drive's own cache.
        with contextlib.suppress(OSError):  # not every file system there knows it
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)
