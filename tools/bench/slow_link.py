"""A phone's connection between a browser and a server on this computer."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time

CHUNK = 16_384


class SlowLink:
    """Passes TCP connections on to a port, at a limited speed and with a delay.

    ``megabits`` a second for all connections together, ``round_trip`` in seconds; both can be
    changed while it runs, and None for the speed means as fast as it goes. ``received`` counts
    the bytes that came from the server.
    """

    def __init__(self, to_port: int, megabits: float | None = 10.0, round_trip: float = 0.05):
        self._to_port = to_port
        self.megabits = megabits
        self.round_trip = round_trip
        self.received = 0
        self.port = 0
        self._free_at = 0.0
        self._loop = asyncio.new_event_loop()
        ready = threading.Event()
        threading.Thread(target=self._run, args=(ready,), daemon=True).start()
        ready.wait()

    def close(self) -> None:
        """Cut the link."""
        self._loop.call_soon_threadsafe(self._stop)

    def _stop(self) -> None:
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.call_soon(self._loop.stop)

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._pass, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        self._loop.run_forever()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.megabits is not None:
            await asyncio.sleep(self.round_trip)  # opening a connection takes one
        back, forth = await asyncio.open_connection("127.0.0.1", self._to_port)
        await asyncio.gather(
            self._copy(reader, forth, counts=False), self._copy(back, writer, counts=True)
        )

    async def _copy(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, *, counts: bool
    ) -> None:
        # Chunks on their way: the delay must not hold up the ones behind it.
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(64)

        async def deliver() -> None:
            while True:
                due, data = await under_way.get()
                await asyncio.sleep(max(0.0, due - time.monotonic()))
                if not data:
                    return
                target.write(data)
                await target.drain()

        delivery = asyncio.create_task(deliver())
        with contextlib.suppress(OSError):
            while data := await source.read(CHUNK):
                if counts:
                    self.received += len(data)
                await under_way.put((await self._take(len(data), counts), data))
        await under_way.put((0.0, b""))
        with contextlib.suppress(OSError):
            await delivery
            target.close()

    async def _take(self, size: int, counts: bool) -> float:
        """Wait for the line to be free; the moment at which these bytes arrive."""
        if self.megabits is None:
            return 0.0
        now = time.monotonic()
        if counts:
            self._free_at = max(self._free_at, now) + size * 8 / (self.megabits * 1e6)
            await asyncio.sleep(self._free_at - now)
        return time.monotonic() + self.round_trip / 2
