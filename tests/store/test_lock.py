"""A passphrase hides everything at rest, and only it brings everything back."""

from __future__ import annotations

import errno
from dataclasses import replace
from datetime import timedelta

import pytest

from aya_companion.domain.care_team import EmergencyCard
from aya_companion.domain.settings import Role
from aya_companion.store.errors import (
    DiskError,
    DiskFullError,
    LockedError,
    TooManyTriesError,
    WeakPassphraseError,
    WrongKeyError,
)
from aya_companion.store.lock import DELAYS, FREE_TRIES, Tries, normal
from aya_companion.store.store import Store
from tests.fakes.clock import FakeClock
from tests.fakes.disks import FaultyDisk, MemoryDisk
from tests.fakes.running import finish
from tests.store import samples
from tests.store.diaries import PASSPHRASE, contains, saved, start, texts

pytestmark = pytest.mark.pure


def locked(disk: MemoryDisk) -> Store:
    """A store with a card, settings and two questions, and a lock, opened anew."""
    store = saved(disk, "alpha", "beta")
    store.card.put(samples.card())
    store.settings.put(samples.settings())
    finish(store.commit())
    finish(store.set_passphrase(PASSPHRASE))
    return start(disk)


def test_a_lock_hides_everything_and_the_passphrase_brings_it_back() -> None:
    """Earlier generations and saves are encrypted too or gone."""
    disk = MemoryDisk()
    saved(disk, *[f"pearl{n}" for n in range(70)])
    assert contains(disk, "pearl1")
    finish(start(disk).set_passphrase(PASSPHRASE))
    assert not contains(disk, "pearl")
    store = start(disk)
    assert store.is_locked
    assert texts(store) == []
    finish(store.unlock(PASSPHRASE))
    assert not store.is_locked
    assert len(texts(store)) == 70


def test_what_is_written_under_a_lock_is_never_readable() -> None:
    """Every later save is encrypted, and is there after the next start."""
    disk = MemoryDisk()
    store = locked(disk)
    finish(store.unlock(PASSPHRASE))
    store.questions.put(samples.question("q-gamma", text="gamma"))
    finish(store.commit())
    assert not contains(disk, "gamma")
    again = start(disk)
    finish(again.unlock(PASSPHRASE))
    assert texts(again) == ["alpha", "beta", "gamma"]


def test_a_changed_passphrase_opens_and_the_old_one_does_not() -> None:
    """Nothing that the old passphrase opens stays."""
    disk = MemoryDisk()
    store = locked(disk)
    before = set(disk.blobs.values())
    finish(store.unlock(PASSPHRASE))
    finish(store.set_passphrase("another one", PASSPHRASE))
    kept = [name for name, data in disk.blobs.items() if data in before]
    assert kept == ["lock-screen"]
    again = start(disk)
    with pytest.raises(WrongKeyError):
        finish(again.unlock(PASSPHRASE))
    finish(again.unlock("another one"))
    assert texts(again) == ["alpha", "beta"]


def test_changing_or_removing_a_lock_takes_the_current_passphrase() -> None:
    """Someone who finds the phone open cannot change the lock."""
    store = locked(MemoryDisk())
    finish(store.unlock(PASSPHRASE))
    with pytest.raises(WrongKeyError):
        finish(store.set_passphrase("another one", "wrong one"))
    with pytest.raises(WrongKeyError):
        finish(store.set_passphrase("another one"))
    with pytest.raises(WrongKeyError):
        finish(store.remove_passphrase("wrong one"))


def test_a_removed_lock_leaves_everything_readable() -> None:
    """The next start asks for nothing, and the lock screen's blob is gone."""
    disk = MemoryDisk()
    store = locked(disk)
    finish(store.unlock(PASSPHRASE))
    finish(store.remove_passphrase(PASSPHRASE))
    assert "lock-screen" not in disk.blobs
    again = start(disk)
    assert not again.is_locked
    assert not again.has_lock
    assert texts(again) == ["alpha", "beta"]


def test_the_lock_screen_knows_language_and_card_only() -> None:
    """While locked: how the screen looks, and the emergency card; nothing about the person."""
    store = locked(MemoryDisk())
    assert store.card.get() == samples.card()
    seen = store.settings.get()
    assert (seen.language, seen.second_language, seen.text_size) == ("ar", "en", 1.5)
    assert seen.role is Role.UNKNOWN
    assert seen.stop is None
    assert seen.saved_pages == ()


def test_the_card_is_hidden_when_its_owner_says_so() -> None:
    """Turned off, the card is encrypted with everything else, at once."""
    disk = MemoryDisk()
    store = locked(disk)
    finish(store.unlock(PASSPHRASE))
    assert contains(disk, "penicillin")
    store.card.put(replace(samples.card(), shown_when_locked=False))
    finish(store.commit())
    assert not contains(disk, "penicillin")
    again = start(disk)
    assert again.card.get() == EmergencyCard(shown_when_locked=False)
    finish(again.unlock(PASSPHRASE))
    assert again.card.get().allergies == "penicillin"


def test_a_locked_store_cannot_be_changed() -> None:
    """Neither records nor settings."""
    store = locked(MemoryDisk())
    with pytest.raises(LockedError):
        store.questions.put(samples.question())
    with pytest.raises(LockedError):
        store.settings.put(samples.settings())
    with pytest.raises(LockedError):
        finish(store.set_passphrase("another one", PASSPHRASE))


def test_locking_saves_first() -> None:
    """What was written and not yet saved is saved when the idle time runs out."""
    disk = MemoryDisk()
    store = locked(disk)
    finish(store.unlock(PASSPHRASE))
    store.questions.put(samples.question("q-late", text="late"))
    finish(store.lock())
    assert store.is_locked
    assert texts(store) == []
    finish(store.unlock(PASSPHRASE))
    assert texts(store) == ["alpha", "beta", "late"]


def test_a_full_disk_does_not_keep_it_open() -> None:
    """It locks, says that something is not saved, and has it again after unlocking."""
    memory = MemoryDisk()
    finish(locked(memory).unlock(PASSPHRASE))
    disk = FaultyDisk(memory, at=10**6)
    store = start(disk)
    finish(store.unlock(PASSPHRASE))
    store.questions.put(samples.question("q-late", text="late"))
    disk.at, disk.forever = disk.count, True
    with pytest.raises(DiskFullError):
        finish(store.lock())
    assert store.is_locked
    assert texts(store) == []
    assert store.unsaved
    with pytest.raises(LockedError):
        finish(store.commit())
    disk.forever = False
    finish(store.unlock(PASSPHRASE))
    assert texts(store) == ["alpha", "beta", "late"]
    finish(store.commit())
    again = start(memory)
    finish(again.unlock(PASSPHRASE))
    assert texts(again) == ["alpha", "beta", "late"]


def test_erasing_a_locked_store_forgets_what_waited_in_it() -> None:
    """It does not turn up in the diary that is begun afterwards."""
    memory = MemoryDisk()
    locked(memory)
    disk = FaultyDisk(memory, at=10**6)
    store = start(disk)
    finish(store.unlock(PASSPHRASE))
    store.questions.put(samples.question("q-late", text="late"))
    disk.at = disk.count
    with pytest.raises(DiskFullError):
        finish(store.lock())
    finish(store.erase())
    assert not store.unsaved
    finish(store.commit())
    assert memory.blobs == {}


def test_every_fault_in_unlocking_keeps_the_count_or_the_diary(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Wrong tries, a wait, the right passphrase: whichever operation fails, it opens in the end,
    and the tries before it were counted."""
    blobs = MemoryDisk()
    locked(blobs)
    for late in (False, True):
        faults = 0
        while True:
            memory = MemoryDisk(blobs.blobs)
            clock = FakeClock()
            disk = FaultyDisk(memory, at=10**6, late=late)
            store = start(disk, clock)
            disk.at = disk.count + faults
            for _ in range(FREE_TRIES):
                with pytest.raises((WrongKeyError, DiskError)):
                    finish(store.unlock("wrong one"))
            assert finish(store.wait_before_unlock()) > timedelta(0)
            clock.now += timedelta(hours=1)
            try:
                finish(store.unlock(PASSPHRASE))
            except DiskError:
                clock.now += timedelta(hours=1)
                finish(store.unlock(PASSPHRASE))
            assert texts(store) == ["alpha", "beta"]
            if not disk.reached:
                break
            faults += 1
        assert faults > 10
        with capsys.disabled():
            print(f"\n{faults} faults while unlocking, 0 losses")


def test_without_a_lock_locking_does_nothing() -> None:
    """There is nothing to ask for."""
    store = saved(MemoryDisk(), "alpha")
    finish(store.lock())
    assert not store.is_locked


def test_a_short_passphrase_is_refused() -> None:
    """Six digits or characters at least; white space does not count."""
    store = saved(MemoryDisk(), "alpha")
    with pytest.raises(WeakPassphraseError):
        finish(store.set_passphrase("12345   "))
    assert not store.has_lock
    finish(store.set_passphrase("123456"))
    assert store.has_lock


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("١٢٣٤٥٦", "123456"),
        ("  blue  kettle\triver ", "blue kettle river"),
        ("cafe\u0301 au lait", "caf\u00e9 au lait"),
        ("123456", "123456"),
    ],
)
def test_the_same_passphrase_on_another_keyboard_opens(typed: str, same: str) -> None:
    """Digits of another script, doubled spaces and composed accents make no difference."""
    assert normal(typed) == normal(same)


def test_case_and_words_matter() -> None:
    """Nothing else is made equal."""
    assert normal("Blue kettle") != normal("blue kettle")


def test_wrong_tries_have_to_wait_longer_and_longer() -> None:
    """The first ones are free, then the wait grows, and never beyond an hour."""
    disk = MemoryDisk()
    clock = FakeClock()
    locked(disk)
    store = start(disk, clock)
    for _ in range(FREE_TRIES):
        with pytest.raises(WrongKeyError):
            finish(store.unlock("wrong one"))
    for delay in (*DELAYS, DELAYS[-1]):
        with pytest.raises(TooManyTriesError) as error:
            finish(store.unlock(PASSPHRASE))
        assert timedelta(0) < error.value.wait <= delay
        clock.now += delay
        with pytest.raises(WrongKeyError):
            finish(store.unlock("wrong one"))
    clock.now += DELAYS[-1]
    finish(store.unlock(PASSPHRASE))
    assert finish(store.wait_before_unlock()) == timedelta(0)


def test_the_wait_survives_a_restart() -> None:
    """Ending the app does not give new free tries."""
    disk = MemoryDisk()
    locked(disk)
    for _ in range(FREE_TRIES):
        with pytest.raises(WrongKeyError):
            finish(start(disk).unlock("wrong one"))
    with pytest.raises(TooManyTriesError):
        finish(start(disk).unlock(PASSPHRASE))


class OnlyForReading(MemoryDisk):
    """Blobs that cannot be changed: a read-only folder, or a tab that follows another."""

    async def write(self, name: str, data: bytes) -> None:
        """Refused."""
        raise OSError(errno.EROFS, "only for reading")

    async def delete(self, name: str) -> None:
        """Refused."""
        raise OSError(errno.EROFS, "only for reading")


def test_wrong_tries_wait_also_where_nothing_can_be_written() -> None:
    """The count is remembered as long as the app runs; a clock set back ends the wait here too."""
    disk = MemoryDisk()
    locked(disk)
    clock = FakeClock()
    store = start(OnlyForReading(disk.blobs), clock)
    for _ in range(FREE_TRIES):
        with pytest.raises(WrongKeyError):
            finish(store.unlock("wrong one"))
    with pytest.raises(TooManyTriesError):
        finish(store.unlock(PASSPHRASE))
    clock.now -= timedelta(days=400)
    assert finish(store.wait_before_unlock()) <= DELAYS[0]
    clock.now += DELAYS[0]
    finish(store.unlock(PASSPHRASE))
    assert not store.is_locked


def test_a_clock_set_back_does_not_shut_its_owner_out() -> None:
    """The wait starts again from the new time, and ends."""
    disk = MemoryDisk()
    clock = FakeClock()
    tries = Tries(disk, clock)
    for _ in range(FREE_TRIES):
        finish(tries.begin())
    clock.now -= timedelta(days=400)
    assert finish(tries.wait()) <= DELAYS[0]
    clock.now += DELAYS[0]
    assert finish(tries.wait()) == timedelta(0)


def test_a_damaged_count_of_tries_is_no_wait() -> None:
    """A blob nobody can read must not shut out the owner."""
    tries = Tries(MemoryDisk({"tries": b"[[["}), FakeClock())
    assert finish(tries.wait()) == timedelta(0)


@pytest.mark.parametrize("data", [b"", b"nonsense", b"AYA1 00\n{}\n{}"])
def test_a_damaged_lock_screen_shows_defaults(data: bytes) -> None:
    """It is written again at the next unlocking."""
    disk = MemoryDisk()
    locked(disk)
    disk.blobs["lock-screen"] = data
    store = start(disk)
    assert store.card.get() == EmergencyCard()
    finish(store.unlock(PASSPHRASE))
    assert start(disk).card.get() == samples.card()
