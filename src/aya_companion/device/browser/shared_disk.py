"""One disk under several open copies of the app, of which one may write."""

from __future__ import annotations

import errno

from aya_companion.device.ports import Tabs
from aya_companion.store.ports import Disk


class SharedDisk:
    """A Disk for one turn of one copy. It can be changed in that turn only, and the others hear of it.

    A copy that loses its turn and gets it back has a new turn, and must read again what was saved
    meanwhile: what is still being written from before then is refused. ``turn`` is None for a copy
    that only follows.
    """

    def __init__(self, disk: Disk, tabs: Tabs, turn: int | None) -> None:
        self._disk = disk
        self._tabs = tabs
        self._turn = turn

    async def read(self, name: str) -> bytes | None:
        """The blob's bytes, or None when there is none of that name."""
        return await self._disk.read(name)

    async def write(self, name: str, data: bytes) -> None:
        """Put a blob in place of what was there. Raises OSError out of turn."""
        await self._check()
        await self._disk.write(name, data)
        self._tabs.tell_saved()

    async def list(self) -> list[str]:
        """The names of all blobs."""
        return await self._disk.list()

    async def delete(self, name: str) -> None:
        """Remove a blob. Raises OSError out of turn."""
        await self._check()
        await self._disk.delete(name)
        self._tabs.tell_saved()

    async def _check(self) -> None:
        if self._turn is None or await self._tabs.turn_now() != self._turn:
            raise OSError(errno.EROFS, "another copy of the app is the one that writes")
