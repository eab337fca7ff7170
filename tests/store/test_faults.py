"""Every operation of the disk fails once, in every way: nothing acknowledged is lost.

One long day of a diary (saves, a new generation, a lock set, changed and removed) is lived again and
again; each time another operation of the disk fails, before or after it took effect, once or from
then on, with an error or with the power.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from aya_companion.store.errors import LeftoversError, StoreError, WrongKeyError
from aya_companion.store.journal import COMPACT_AFTER
from aya_companion.store.store import Store
from tests.fakes.disks import FaultyDisk, MemoryDisk, PowerOffError
from tests.fakes.running import finish
from tests.store import samples
from tests.store.diaries import saved, start, texts

FIRST, SECOND = "first passphrase", "second passphrase"


class Day:
    """A day of a diary. ``kept`` is what was acknowledged, ``tried`` what was being saved."""

    def __init__(self, disk: FaultyDisk, *, tries: int) -> None:
        self.disk = disk
        self.tries = tries
        self.kept = {f"old{n}" for n in range(COMPACT_AFTER - 2)}
        self.tried = set(self.kept)

    def live(self) -> None:
        """Everything that happens, in order. Raises what the disk makes the store raise."""
        store = self._insist(lambda: start_slowly(self.disk))
        self._save(store, add="one")
        self._save(store, add="two", remove="old3")
        self._save(store, add="three")
        self._insist(lambda: store.set_passphrase(FIRST))
        self._save(store, add="four", remove="one")
        self._insist(lambda: store.set_passphrase(SECOND, FIRST))
        self._save(store, add="five")
        self._insist(store.lock)
        self._insist(lambda: store.unlock(SECOND))
        self._insist(lambda: store.remove_passphrase(SECOND))
        self._save(store, add="six", remove="two")

    def _save(self, store: Store, add: str, remove: str = "") -> None:
        store.questions.put(samples.question(f"q-{add}", text=add))
        store.questions.delete(f"q-{remove}")
        self.tried = (self.kept | {add}) - {remove}
        self._insist(store.commit)
        self.kept = set(self.tried)

    def _insist(self, step: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
        for last in (*[False] * (self.tries - 1), True):
            try:
                return finish(step())
            except LeftoversError:
                return None
            except StoreError:
                if last:
                    raise
        return None


async def start_slowly(disk: FaultyDisk) -> Store:
    """``start`` as a coroutine."""
    return start(disk)


def reopened(disk: MemoryDisk) -> Store:
    """The store after the accident, unlocked with whichever passphrase is in force."""
    store = start(disk)
    for passphrase in (FIRST, SECOND):
        if store.is_locked:
            try:
                finish(store.unlock(passphrase))
            except WrongKeyError:
                continue
    assert not store.is_locked
    return store


def no_room() -> BaseException:
    """What a full disk raises."""
    return OSError(errno.ENOSPC, "no room")


def vanished() -> BaseException:
    """What a card pulled out raises."""
    return OSError(errno.EIO, "gone")


WAYS = [
    pytest.param(fault, late, forever, tries, id=f"{name}-{'late' if late else 'early'}")
    for name, fault, forever, tries in (
        ("power-off", PowerOffError, True, 1),
        ("full-once", no_room, False, 2),
        ("gone-for-good", vanished, True, 1),
    )
    for late in (False, True)
]


@pytest.mark.parametrize(("fault", "late", "forever", "tries"), WAYS)
def test_no_fault_loses_what_was_acknowledged(
    fault: Callable[[], BaseException],
    late: bool,
    forever: bool,
    tries: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """After each fault the diary holds what was saved, or that and what was just being saved."""
    before = MemoryDisk()
    saved(before, *[f"old{n}" for n in range(COMPACT_AFTER - 2)])
    faults = 0
    while True:
        memory = MemoryDisk(before.blobs)
        disk = FaultyDisk(memory, at=faults, late=late, forever=forever, fault=fault)
        day = Day(disk, tries=tries)
        try:
            day.live()
        except (StoreError, PowerOffError):
            assert forever
        if not disk.reached:
            break
        faults += 1
        store = reopened(memory)
        assert set(texts(store)) in (day.kept, day.tried)
        assert store.notice is None
        assert_one_key(memory)
        store.questions.put(samples.question("q-after", text="after"))
        finish(store.commit())
        assert set(texts(reopened(memory))) in (day.kept | {"after"}, day.tried | {"after"})
    assert faults > 100
    with capsys.disabled():
        print(f"\n{faults} faults, 0 losses")


def assert_one_key(memory: MemoryDisk) -> None:
    """After a start, all that is stored was written under one lock: nothing older is left."""
    epochs = {name.split("-")[1] for name in memory.blobs if name.startswith(("gen", "jou"))}
    assert len(epochs) == 1


@pytest.mark.parametrize("late", [False, True])
def test_saves_after_a_lock_that_failed_are_kept(late: bool) -> None:
    """Every operation of setting a lock fails once; the owner gives up and goes on writing."""
    faults = 0
    while True:
        memory = MemoryDisk()
        disk = FaultyDisk(memory, at=10**6, late=late, fault=vanished)
        store = saved(disk, "before")
        disk.at = disk.count + faults
        try:
            finish(store.set_passphrase(FIRST))
        except StoreError:
            store.questions.put(samples.question("q-after", text="after"))
            finish(store.commit())
            assert texts(reopened(memory)) == ["after", "before"]
        if not disk.reached:
            break
        faults += 1
    assert faults > 5
