"""Erasing leaves nothing, also when it is ended in the middle."""

from __future__ import annotations

import errno

import pytest

from aya_companion.domain.settings import Settings
from aya_companion.store.errors import ErasingUnfinishedError, ReadOnlyError, StoreError
from aya_companion.store.store import Store
from tests.fakes.disks import FaultyDisk, MemoryDisk, PowerOffError
from tests.fakes.running import finish
from tests.store import samples
from tests.store.diaries import PASSPHRASE, saved, start, texts

pytestmark = pytest.mark.pure


def full_diary() -> MemoryDisk:
    """A disk with generations, saves, a blob put aside, a lock and wrong tries."""
    disk = MemoryDisk()
    saved(disk, *[f"word{n}" for n in range(70)])
    newest = max(name for name in disk.blobs if name.startswith("generation"))
    disk.blobs[newest] = disk.blobs[newest][:-1]
    store = start(disk)
    assert store.notice is not None
    store.settings.put(samples.settings())
    finish(store.set_passphrase(PASSPHRASE))
    disk.blobs["tries"] = b'[1, "2026-03-01T00:00:00+00:00"]'
    return disk


def test_erasing_leaves_no_blob_at_all() -> None:
    """Generations, saves, what was put aside, lock screen, tries: all gone.

    What does not belong to the diary stays.
    """
    disk = full_diary()
    store = start(disk)
    finish(store.unlock(PASSPHRASE))
    disk.blobs["running.lock"] = b""
    finish(store.erase())
    assert disk.blobs == {"running.lock": b""}
    assert texts(store) == []
    assert store.settings.get() == Settings()
    assert not store.has_lock


def test_a_forgotten_passphrase_does_not_keep_anyone_from_erasing() -> None:
    """A locked store can be erased and used anew."""
    disk = full_diary()
    store = start(disk)
    finish(store.erase())
    assert not store.is_locked
    store.questions.put(samples.question(text="fresh"))
    finish(store.commit())
    assert texts(start(disk)) == ["fresh"]


def test_an_erasing_that_was_ended_goes_on_at_the_next_start() -> None:
    """Whatever the instant: nothing of before comes back once erasing began."""
    blobs = full_diary().blobs
    instants = 0
    while True:
        memory = MemoryDisk(blobs)
        disk = FaultyDisk(memory, at=10**6, forever=True, fault=PowerOffError)
        store = start(disk)
        disk.at = disk.count + 1 + instants  # the first operation marks the beginning
        try:
            finish(store.erase())
            break
        except PowerOffError:
            instants += 1
        assert not start(memory).has_lock
        assert memory.blobs == {}
    assert instants > 5


def test_what_cannot_be_removed_is_told() -> None:
    """A folder that is read-only keeps everything, and says so."""
    disk = FaultyDisk(MemoryDisk(), at=10**6, forever=True)
    store = saved(disk, "alpha")
    disk.fault = lambda: OSError(errno.EROFS, "read-only")
    disk.at = disk.count
    with pytest.raises(ReadOnlyError):
        finish(store.erase())
    disk.at = 10**6
    assert texts(store) == ["alpha"]


@pytest.mark.parametrize("late", [False, True], ids=["early", "late"])
@pytest.mark.parametrize("forever", [False, True], ids=["once", "from then on"])
def test_after_an_erasing_that_failed_what_is_saved_stays(
    late: bool, forever: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whichever operation fails: either nothing was erased, or nothing new is saved beside the rest.

    What was erased does not come back, and what is acknowledged afterwards is there at the next
    start.
    """
    blobs = saved_five().blobs
    faults = 0
    while True:
        memory = MemoryDisk(blobs)
        disk = FaultyDisk(memory, at=10**6, late=late, fault=lambda: OSError(errno.EIO, "gone"))
        store = start(disk)
        disk.at, disk.forever = disk.count + faults, forever
        try:
            finish(store.erase())
            if disk.reached:
                assert memory.blobs == {}
        except ErasingUnfinishedError:
            assert texts(store) == []
        except StoreError:
            assert len(texts(store)) == 5
        if not disk.reached:
            break
        faults += 1
        before = texts(store)
        store.questions.put(samples.question("q-new", text="new"))
        if forever:
            with pytest.raises(StoreError):
                finish(store.commit())
        disk.forever = False
        finish(insisting(store))
        assert texts(start(memory)) == sorted([*before, "new"])
    assert faults > 5
    with capsys.disabled():
        print(f"\n{faults} faults while erasing, 0 losses")


async def insisting(store: Store) -> None:
    """Save, at the second try if need be."""
    try:
        await store.commit()
    except StoreError:
        await store.commit()


def saved_five() -> MemoryDisk:
    """A small diary."""
    disk = MemoryDisk()
    saved(disk, *[f"word{n}" for n in range(5)])
    return disk


def test_an_erasing_that_cannot_go_on_does_not_stop_the_start() -> None:
    """The app opens empty; the rest goes before anything new is saved."""
    memory = MemoryDisk(saved_five().blobs | {"erasing": b""})
    disk = FaultyDisk(memory, at=2, forever=True, fault=lambda: OSError(errno.EIO, "gone"))
    store = start(disk)
    assert texts(store) == []
    disk.forever = False
    store.questions.put(samples.question("q-new", text="new"))
    finish(store.commit())
    assert texts(start(memory)) == ["new"]
