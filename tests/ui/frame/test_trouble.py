"""What a person sees when the device refuses to save."""

from __future__ import annotations

import errno

import pytest

from aya_companion.domain.damage_report import DamageReport
from aya_companion.domain.notes import NoteKind
from aya_companion.store.errors import ReadOnlyError
from tests.fakes.companion import NOW, fill, make_companion
from tests.fakes.disks import FaultyDisk, MemoryDisk
from tests.fakes.running import finish
from tests.ui.window import STARTED, Window, open_window


def window_on(disk: FaultyDisk) -> Window:
    """A window on a device that works until the disk is told otherwise."""
    return Window(make_companion(disk, STARTED))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "Not saved: this device is full"),
        (errno.EROFS, "Not saved: the storage can only be read"),
        (errno.EIO, "Not saved yet"),
    ],
)
def test_it_says_what_happened_what_is_safe_and_what_to_do(code: int, words: str) -> None:
    disk = FaultyDisk(MemoryDisk(), 10**9, fault=lambda: OSError(code, "refused"))
    window = window_on(disk).go("/visits/questions/new")
    disk.at, disk.forever = disk.count, True
    window.type("What do you want to ask?", "May I cook?").tap("Save")
    assert words in window.sight.words
    assert "everything saved before is safe" in window.sight.words
    assert window.sight.field("What do you want to ask?").value == "May I cook?"


def test_trying_again_saves_it_and_takes_the_warning_away() -> None:
    disk = FaultyDisk(MemoryDisk(), 10**9)
    window = window_on(disk).go("/more/settings")
    disk.at, disk.forever = disk.count, True
    window.tap("200%")
    assert "Not saved" in window.sight.words
    disk.forever = False
    window.tap("Try again")
    assert "Not saved" not in window.sight.words
    assert make_companion(disk.disk).store.settings.get().text_size == 2.0


@pytest.mark.parametrize("button", ["Save", "Try again"])
def test_a_following_tab_keeps_what_is_typed_and_offers_to_write_here(button: str) -> None:
    """It does not offer to try again before that, which could not help."""
    window = following()
    window.go("/visits/questions/new").type("What do you want to ask?", "May I cook?").tap("Save")
    assert "Not saved: the app is open in another tab" in window.sight.words
    assert "Try again" not in window.sight.words
    assert window.sight.field("What do you want to ask?").value == "May I cook?"
    window.tap("Write here instead")
    assert "another tab" not in window.sight.words
    assert window.sight.field("What do you want to ask?").value == "May I cook?"
    window.tap(button)
    assert window.model.trouble is None
    assert [q.text for q in window.do.questions.all()] == ["May I cook?"]


def test_a_following_tab_says_what_waits_in_it() -> None:
    window = following()
    assert "not saved yet" not in window.sight.words
    window.model.companion.waiting.append({})
    window.model.trouble = ReadOnlyError("a save that another tab overtook")
    assert "Something you wrote here is not saved yet" in window.sight.words
    assert "Check that this folder" not in window.sight.words
    window.tap("Write here instead")
    assert window.model.trouble is None


@pytest.mark.parametrize("address", ["/more/backup", "/more/lock"])
def test_screens_that_change_everything_say_so_too(address: str) -> None:
    window = following().go(address)
    if address == "/more/lock":
        window.type("New passphrase or code", "blue kettle").type("The same again", "blue kettle")
        window.tap("Set the lock")
    else:
        window.tap("Erase everything").type('Type "erase" to go on', "erase")
        window.tap("Erase it all now")
    assert "only that one can change things" in window.sight.words


def following() -> Window:
    """A window of a copy beside which another one writes."""
    window = window_on(FaultyDisk(MemoryDisk(), 10**9))
    companion = window.model.companion
    companion.store.follows = True

    async def write_here() -> None:
        companion.store.follows = False
        companion.tell()

    companion.write_here = write_here
    return window


@pytest.mark.parametrize(
    ("address", "button"),
    [
        ("/learn/mrd", "Add to my list: On which dates"),
        ("/more/map/maintenance", "Add to my list"),
        ("/visits/questions/waiting", "Delete"),
        ("/visits/thursday", "Delete appointment"),
        ("/visits/thursday/prepare", "Take off: Wool socks"),
        ("/more/card", "Remove Night ward"),
    ],
)
def test_nothing_is_called_done_that_was_not_saved(address: str, button: str) -> None:
    """It says "Not saved" on the screen it happened on, and nothing else."""
    disk = FaultyDisk(MemoryDisk(), 10**9)
    window = window_on(disk)
    fill(window.model.companion)
    finish(window.do.notes.add(NoteKind.BRING, "Wool socks", "thursday"))
    window.go(address)
    disk.at, disk.forever = disk.count, True
    window.tap(button)
    assert window.host.notices == []
    assert window.model.route == address
    assert "Not saved" in window.sight.words


def test_a_question_taken_off_in_a_pack_comes_back_as_it_was() -> None:
    """Their own wording and their star are not lost."""
    window = open_window(full=True).go("/more/map/maintenance")
    name = next(n.name for n in window.sight.tappable if n.name.startswith("Add to my list"))
    window.tap(name)
    added = next(q for q in window.do.questions.all() if q.source)
    finish(window.do.questions.change(added.id, text="In my words", starred=True))
    window.tap(name.replace("Add to my list", "On your list"))
    assert "Taken off your list" in window.notice.words
    assert added.id not in {q.id for q in window.do.questions.all()}
    window.undo()
    assert next(q for q in window.do.questions.all() if q.id == added.id).text == "In my words"


@pytest.mark.parametrize(
    ("notice", "said", "unsaid"),
    [
        (DamageReport(NOW, ("damaged-a",), True), "put aside, not deleted", "may be missing"),
        (DamageReport(None, ("damaged-a",), False), "no older copy could be read", "entry"),
        (DamageReport(NOW, (), True, unreadable=2), "2 entries cannot be shown.", "put aside"),
        (DamageReport(NOW, (), False, unread=1), "could not be read just now", "put aside"),
    ],
    ids=["rebuilt", "nothing left", "single records", "a bad sector"],
)
def test_what_was_found_is_told_as_it_is(notice: DamageReport, said: str, unsaid: str) -> None:
    window = window_on(FaultyDisk(MemoryDisk(), 10**9))
    window.model.companion.store.notice = notice
    words = window.go("/").sight.words
    assert said in words
    assert unsaid not in words
    assert ("may be missing" in words) is not notice.complete
