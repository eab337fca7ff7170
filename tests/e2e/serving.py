"""Starts the app as a person would, on data of their own, and kills it when told to."""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from aya_companion.device.native.disk_files import DiskFiles
from aya_companion.device.native.vault import VaultNative
from aya_companion.domain.questions import Question
from aya_companion.domain.settings import Settings
from aya_companion.store.store import Store

ROOT = Path(__file__).resolve().parents[2]
T = TypeVar("T")


def free_port() -> int:
    """One that no program listens at, and that the system gives to nobody who asks for any."""
    while True:
        port = random.randrange(20_000, 30_000)
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


class App:
    """``python main.py`` on the folder ``data``, at a port of 127.0.0.1 (0: any that is free)."""

    def __init__(self, data: Path, port: int = 0) -> None:
        self.data = data
        self.port = port
        self.address = ""
        self._process: subprocess.Popen[str] | None = None

    def start(self, script: Path = ROOT / "main.py") -> App:
        """Start it and wait for the address that it prints."""
        command = [sys.executable, str(script), "--port", str(self.port), "--no-open"]
        self._process = subprocess.Popen(
            [*command, "--data", str(self.data)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/\S*", line)
        if found is None:
            self._process.kill()
            raise AssertionError(f"No address: {line!r} {self._process.communicate()}")
        self.address = found[0]
        return self

    def kill(self) -> str:
        """As ``kill -9`` does: without a word. What it had logged until then."""
        logged = ""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            _, logged = self._process.communicate()
            self._process = None
        return logged

    def write(
        self,
        settings: Settings,
        more: Callable[[Store], object] = lambda store: None,
        *,
        passphrase: str = "",
    ) -> App:
        """Keep settings, and more, before the app is started; locked with a passphrase if given."""

        async def write() -> None:
            store = await self._store()
            store.settings.put(settings)
            more(store)
            await store.commit()
            if passphrase:
                await store.set_passphrase(passphrase)

        self.data.mkdir(parents=True, exist_ok=True)
        finish(write())
        return self

    def questions(self) -> list[Question]:
        """What is kept, read while the app does not run."""

        async def read() -> list[Question]:
            return (await self._store()).questions.all()

        return finish(read())

    async def _store(self) -> Store:
        return await Store.open(
            DiskFiles(self.data), lambda: datetime.now(UTC), vault=VaultNative()
        )


def finish(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end, in a thread: the browser's driver has a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
