"""A slower processor for one program: it is stopped most of the time."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from types import TracebackType

PERIOD = 0.04
"""Seconds of one round of running and standing still."""


class SlowProcessor:
    """While open, all processes of a group run only one part of the time in ``times``.

    Unlike the browser's own throttling, which slows the page's thread alone, this slows workers,
    the service worker and drawing as well.
    """

    def __init__(self, group: int, times: float) -> None:
        self._group = group
        self._running = PERIOD / times
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._throttle, daemon=True)

    def __enter__(self) -> SlowProcessor:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end.set()
        self._thread.join()

    def _throttle(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            while not self._end.is_set():
                os.killpg(self._group, signal.SIGSTOP)
                time.sleep(PERIOD - self._running)
                os.killpg(self._group, signal.SIGCONT)
                time.sleep(self._running)
