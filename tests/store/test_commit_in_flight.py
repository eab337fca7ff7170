"""What happens while a save is still on its way to the disk."""

from __future__ import annotations

import asyncio
import errno

import pytest

from aya_companion.store.errors import DiskFullError
from aya_companion.store.store import Store
from tests.fakes.clock import FakeClock
from tests.fakes.disks import MemoryDisk
from tests.fakes.vault import FakeVault
from tests.store import samples
from tests.store.diaries import PASSPHRASE, start, texts


class SlowDisk(MemoryDisk):
    """A write waits until the test lets it go on, and fails when told to."""

    def __init__(self) -> None:
        super().__init__()
        self.writing = asyncio.Event()
        self.go_on = asyncio.Event()
        self.full = False

    async def write(self, name: str, data: bytes) -> None:
        """Wait, then write or fail."""
        self.writing.set()
        await self.go_on.wait()
        self.writing.clear()
        if self.full:
            raise OSError(errno.ENOSPC, "no room")
        await super().write(name, data)


async def begun() -> tuple[SlowDisk, Store, asyncio.Task[None]]:
    """A store whose first save, of a question "one", is on its way."""
    disk = SlowDisk()
    store = await Store.open(disk, FakeClock())
    store.questions.put(samples.question("q", text="one"))
    saving = asyncio.create_task(store.commit())
    await disk.writing.wait()
    return disk, store, saving


def test_what_is_written_during_a_save_goes_into_the_next() -> None:
    """It is neither lost nor reported as saved."""

    async def live() -> None:
        disk, store, saving = await begun()
        store.questions.put(samples.question("q2", text="two"))
        disk.go_on.set()
        await saving
        assert texts(start(disk)) == ["one"]
        assert store.unsaved
        await store.commit()
        assert texts(start(disk)) == ["one", "two"]

    asyncio.run(live())


def test_a_failed_save_does_not_bring_back_an_older_text() -> None:
    """What was changed again meanwhile stays as it is now."""

    async def live() -> None:
        disk, store, saving = await begun()
        store.questions.put(samples.question("q", text="newer"))
        disk.full = True
        disk.go_on.set()
        with pytest.raises(DiskFullError):
            await saving
        disk.full = False
        await store.commit()
        assert texts(start(disk)) == ["newer"]

    asyncio.run(live())


def test_two_saves_at_once_come_one_after_the_other() -> None:
    """The second waits, and saves what the first did not take."""

    async def live() -> None:
        disk, store, saving = await begun()
        store.questions.put(samples.question("q2", text="two"))
        second = asyncio.create_task(store.commit())
        await asyncio.sleep(0)
        assert not second.done()
        disk.go_on.set()
        await asyncio.gather(saving, second)
        assert texts(start(disk)) == ["one", "two"]
        assert start(disk).notice is None

    asyncio.run(live())


def test_a_cancelled_save_is_not_taken_for_done() -> None:
    """A window closed in the middle: the change is still unsaved, and the next save has it."""

    async def live() -> None:
        disk, store, saving = await begun()
        saving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await saving
        assert store.unsaved
        disk.go_on.set()
        await store.commit()
        assert texts(start(disk)) == ["one"]

    asyncio.run(live())


def test_what_is_written_while_it_locks_is_saved_before_it_is_closed() -> None:
    """A save that is acknowledged meanwhile is a save."""

    async def live() -> None:
        disk = SlowDisk()
        disk.go_on.set()
        store = await Store.open(disk, FakeClock(), vault=FakeVault())
        await store.set_passphrase(PASSPHRASE)
        store.questions.put(samples.question("q", text="one"))
        disk.go_on.clear()
        disk.writing.clear()
        locking = asyncio.create_task(store.lock())
        await disk.writing.wait()
        store.questions.put(samples.question("q2", text="two"))
        saving = asyncio.create_task(store.commit())
        await asyncio.sleep(0)
        disk.go_on.set()
        await asyncio.gather(locking, saving)
        assert store.is_locked
        await store.unlock(PASSPHRASE)
        assert texts(store) == ["one", "two"]
        assert not store.unsaved

    asyncio.run(live())
