"""Disks in memory: one that works, one that fails when told to, one that is switched off."""

from __future__ import annotations

import errno
from collections.abc import Callable

from aya_companion.store.ports import Disk


class MemoryDisk:
    """Blobs in a dictionary."""

    def __init__(self, blobs: dict[str, bytes] | None = None) -> None:
        self.blobs = dict(blobs or {})

    async def read(self, name: str) -> bytes | None:
        """The blob or None."""
        return self.blobs.get(name)

    async def write(self, name: str, data: bytes) -> None:
        """Put it there."""
        self.blobs[name] = bytes(data)

    async def list(self) -> list[str]:
        """All names."""
        return sorted(self.blobs)

    async def delete(self, name: str) -> None:
        """Take it away."""
        self.blobs.pop(name, None)


class PowerOffError(BaseException):
    """The power went: nothing after this instant happens. No error handler may catch it."""


class FaultyDisk:
    """Passes everything on to another disk until operation number ``at``, which fails.

    ``late`` lets that operation take effect before it reports the failure. With ``forever`` all
    operations after it fail as well; otherwise they work again. ``fault`` makes the exception.
    """

    def __init__(
        self,
        disk: Disk,
        at: int,
        *,
        late: bool = False,
        forever: bool = False,
        fault: Callable[[], BaseException] = lambda: OSError(errno.ENOSPC, "no room"),
    ) -> None:
        self.disk = disk
        self.at = at
        self.late = late
        self.forever = forever
        self.fault = fault
        self.count = 0

    @property
    def reached(self) -> bool:
        """Whether the failing operation came."""
        return self.count > self.at

    async def read(self, name: str) -> bytes | None:
        """As the other disk, or the fault."""
        self._before()
        result = await self.disk.read(name)
        self._after()
        return result

    async def write(self, name: str, data: bytes) -> None:
        """As the other disk, or the fault."""
        self._before()
        await self.disk.write(name, data)
        self._after()

    async def list(self) -> list[str]:
        """As the other disk, or the fault."""
        self._before()
        result = await self.disk.list()
        self._after()
        return result

    async def delete(self, name: str) -> None:
        """As the other disk, or the fault."""
        self._before()
        await self.disk.delete(name)
        self._after()

    def _fails(self) -> bool:
        return self.count == self.at or (self.forever and self.count > self.at)

    def _before(self) -> None:
        if self._fails() and not self.late:
            self.count += 1
            raise self.fault()

    def _after(self) -> None:
        self.count += 1
        if self.count - 1 == self.at and self.late:
            raise self.fault()
        if self.forever and self.count - 1 > self.at:
            raise self.fault()
