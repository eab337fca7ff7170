"""One running copy of the app for each data directory."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from types import TracebackType

NAME = "running.lock"


class DataInUseError(Exception):
    """Another copy of the app is running on the same data: close it, or choose another folder."""


class DataLock:
    """Holds a lock on a file in the directory until ``release``, or until the process ends.

    The system drops the lock of a process however it ended, so a crash leaves nothing to clean up.
    """

    def __init__(self, directory: Path) -> None:
        """Takes the lock. Raises DataInUseError, or OSError when the directory cannot be written."""
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._descriptor = os.open(directory / NAME, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                raise DataInUseError(f"already running on {directory}") from None
            raise

    def release(self) -> None:
        """Let another copy start."""
        os.close(self._descriptor)

    def __enter__(self) -> DataLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
