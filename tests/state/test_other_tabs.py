"""Two open copies of the app on one diary: one writes, the other loses nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aya_companion.device.browser.shared_disk import SharedDisk
from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import Contact
from aya_companion.state.actions import Actions
from aya_companion.state.companion import Companion
from aya_companion.state.model import Model
from aya_companion.state.other_tabs import OtherTabs
from aya_companion.store.errors import DiskFullError, FollowsError
from aya_companion.store.ports import Disk
from aya_companion.store.store import Store
from tests.fakes.companion import NOW, ZONE, catalogs, question, shelf
from tests.fakes.disks import FaultyDisk, MemoryDisk
from tests.fakes.host import FakeHost
from tests.fakes.running import finish
from tests.fakes.tabs import FakeTabs
from tests.fakes.vault import FakeVault

PASSPHRASE = "blue kettle river"


class Copy:
    """One open copy of the app, as ``app_browser`` puts it together."""

    def __init__(self, disk: Disk, others: list[FakeTabs]) -> None:
        self.tabs = FakeTabs(others)
        vault = FakeVault()
        turn = self.tabs.turn

        def disk_of(turn: int | None) -> SharedDisk:
            return SharedDisk(disk, self.tabs, turn)

        store = finish(Store.open(disk_of(turn), lambda: NOW, vault=vault, follows=turn is None))
        self.companion = Companion(shelf(), catalogs(), store, lambda: NOW, ZONE, vault)
        self.beside = OtherTabs(self.companion, self.tabs, disk_of, turn)
        self.model = Model(self.companion, FakeHost())
        self.do = Actions(self.model)

    @property
    def store(self) -> Store:
        return self.companion.store

    @property
    def questions(self) -> list[str]:
        return sorted(q.text for q in self.do.questions.all())

    def write(self, words: str) -> None:
        """Write a question down, as the screen does."""
        finish(self.model.attempt(self.do.questions.add, words))

    def look(self) -> None:
        """What news brings about."""
        if self.tabs.news.is_set():
            self.tabs.news.clear()
            finish(self.beside.look())

    def write_here(self) -> None:
        """Tap "Write here instead", and both hear of it."""
        finish(self.tabs.write_here())


class Browser:
    """Copies over one disk."""

    def __init__(self) -> None:
        self.memory = MemoryDisk()
        self.tabs: list[FakeTabs] = []

    def open(self, disk: Disk | None = None) -> Copy:
        return Copy(disk or self.memory, self.tabs)

    def kept(self) -> list[str]:
        """The questions on the medium."""
        store = finish(Store.open(MemoryDisk(self.memory.blobs), lambda: NOW, vault=FakeVault()))
        return sorted(q.text for q in store.questions.all())


@pytest.fixture
def browser() -> Browser:
    return Browser()


def test_a_following_copy_shows_what_the_other_saves(browser: Browser) -> None:
    first, second = browser.open(), browser.open()
    first.write("May I swim?")
    second.look()
    assert second.questions == ["May I swim?"]


def test_a_following_copy_takes_nothing_that_it_cannot_keep(browser: Browser) -> None:
    """It says so, and trying again does not call it saved."""
    _, second = browser.open(), browser.open()
    second.write("May I swim?")
    assert isinstance(second.model.trouble, FollowsError)
    assert second.questions == []
    assert not second.store.unsaved
    assert not finish(second.model.save())
    assert second.model.trouble is not None


def test_it_writes_once_the_first_is_closed(browser: Browser) -> None:
    first, second = browser.open(), browser.open()
    second.write("May I swim?")
    assert not second.model.can_try_again
    first.tabs.close()
    second.look()
    assert second.model.can_try_again
    finish(second.model.try_again())
    assert second.model.trouble is None
    assert browser.kept() == ["May I swim?"]


def test_it_can_write_in_place_of_the_first_which_follows_then(browser: Browser) -> None:
    first, second = browser.open(), browser.open()
    first.write("May I swim?")
    second.write_here()
    first.look()
    second.look()
    second.write("May I cook?")
    first.write("lost?")
    first.look()
    assert isinstance(first.model.trouble, FollowsError)
    assert first.questions == second.questions == ["May I cook?", "May I swim?"]
    assert browser.kept() == ["May I cook?", "May I swim?"]


def test_turns_can_be_taken_back_and_forth(browser: Browser) -> None:
    first, second = browser.open(), browser.open()
    for number, copy in enumerate([second, first, second, first]):
        copy.write_here()
        first.look()
        second.look()
        copy.write(f"Question {number}")
    assert browser.kept() == [f"Question {number}" for number in range(4)]


@given(
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["write", "take over", "look"]))),
)
def test_whatever_happens_in_three_copies_nothing_taken_is_lost(
    steps: list[tuple[int, str]],
) -> None:
    """What a copy refused is nowhere, all else is on the medium in the end, each once."""
    browser = Browser()
    copies = [browser.open() for _ in range(3)]
    taken = []
    for number, (which, step) in enumerate(steps):
        copy = copies[which]
        if step == "write":
            copy.model.trouble = None
            copy.write(f"Question {number}")
            if not isinstance(copy.model.trouble, FollowsError):
                taken.append(f"Question {number}")
        elif step == "take over":
            copy.write_here()
        else:
            copy.look()
    for copy in copies:
        copy.write_here()
        for each in copies:
            each.look()
    assert browser.kept() == sorted(taken)
    assert not any(copy.companion.waiting or copy.store.unsaved for copy in copies)


def test_what_was_not_saved_before_another_took_over_is_saved_later(browser: Browser) -> None:
    """Beside what the other one wrote meanwhile; where both changed a record, both texts stay."""
    disk = FaultyDisk(browser.memory, 10**9)
    first = browser.open(disk)
    first.store.questions.put(question("both", "May I swim?"))
    finish(first.companion.commit())
    second = browser.open()

    disk.at, disk.forever = disk.count, True
    first.write("Never saved")
    finish(first.model.attempt(first.do.questions.change, "both", text="May I swim in a lake?"))
    assert isinstance(first.model.trouble, DiskFullError)
    disk.forever = False
    second.write_here()
    first.look()
    second.look()
    assert first.companion.waiting
    finish(second.do.questions.change("both", text="May I swim in the sea?"))

    first.look()
    first.write_here()
    second.look()
    first.look()
    assert not first.companion.waiting
    wanted = ["May I swim in a lake?", "May I swim in the sea?", "Never saved"]
    assert browser.kept() == wanted
    second.look()
    assert second.questions == wanted


def test_what_waits_stays_until_the_copy_is_unlocked(browser: Browser) -> None:
    disk = FaultyDisk(browser.memory, 10**9)
    first, second = browser.open(disk), browser.open()
    disk.at, disk.forever = disk.count, True
    first.write("Never saved")
    disk.forever = False
    second.write_here()
    first.look()
    second.look()
    finish(second.do.lock.set(PASSPHRASE, None))
    first.look()
    first.write_here()
    second.look()
    first.look()
    assert first.store.is_locked
    finish(first.do.lock.unlock(PASSPHRASE))
    first.look()
    assert first.questions == ["Never saved"]


def test_a_save_elsewhere_does_not_lock_an_unlocked_copy(browser: Browser) -> None:
    """The same key opens what is newer; another key does not."""
    first = browser.open()
    finish(first.do.lock.set(PASSPHRASE, None))
    second = browser.open()
    finish(second.do.lock.unlock(PASSPHRASE))
    first.write("May I swim?")
    second.look()
    assert not second.store.is_locked
    assert second.questions == ["May I swim?"]
    finish(first.do.lock.set("another one", PASSPHRASE))
    second.look()
    assert second.store.is_locked


def test_a_following_copy_can_be_locked_and_hidden(browser: Browser) -> None:
    first = browser.open()
    finish(first.do.lock.set(PASSPHRASE, None))
    second = browser.open()
    finish(second.do.lock.unlock(PASSPHRASE))
    card = replace(first.do.card.get(), contacts=(Contact("Ward 5", CardNumber.of("600 000 001")),))
    finish(first.do.card.change(contacts=card.contacts))
    second.look()
    finish(second.do.lock.hide())
    assert second.store.is_locked
    assert second.do.card.get() == card


def test_a_following_copy_erases_nothing(browser: Browser) -> None:
    first, second = browser.open(), browser.open()
    first.write("May I swim?")
    second.look()
    with pytest.raises(FollowsError):
        finish(second.do.lock.erase())
    assert browser.kept() == ["May I swim?"]


def test_what_the_other_drops_meanwhile_is_no_damage(browser: Browser) -> None:
    """It is read again at once; damage that was found while it wrote itself is still told."""
    first, second = browser.open(), browser.open()
    first.write("May I swim?")
    (saved,) = [name for name in browser.memory.blobs if name.startswith("journal")]
    whole = browser.memory.blobs.pop(saved)
    first.write("May I cook?")
    second.look()
    assert second.store.notice is None
    browser.memory.blobs[saved] = whole
    first.tabs.close()
    second.tabs.news.set()
    second.look()
    assert second.store.notice is None


def test_a_backup_can_be_saved_from_a_following_copy(browser: Browser) -> None:
    first, second = browser.open(), browser.open()
    first.write("May I swim?")
    second.look()
    assert finish(second.do.backup.save_plain(with_private=False))
