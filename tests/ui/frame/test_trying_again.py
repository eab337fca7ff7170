"""What is offered for each kind of refusal, and what "Try again" does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from aya_companion.domain.notes import NoteKind
from aya_companion.state.problems import Problem
from aya_companion.store import errors
from tests.fakes.companion import fill, make_companion
from tests.fakes.disks import FaultyDisk, MemoryDisk
from tests.fakes.running import finish
from tests.ui.window import STARTED, Window

AGAIN, QUESTION = "Try again", "What do you want to ask?"

TOLD: dict[Problem, tuple[Exception, str, bool]] = {
    Problem.FULL: (errors.DiskFullError(""), "Not saved: this device is full", True),
    Problem.READ_ONLY: (errors.ReadOnlyError(""), "the storage can only be read", True),
    Problem.OTHER: (errors.DiskError(""), "Not saved yet", True),
    Problem.ERASING: (errors.ErasingUnfinishedError(""), "Not everything is erased yet", True),
    Problem.TAKEN_OVER: (errors.FollowsError(""), "You can write here now", True),
    Problem.NEWER: (errors.NewerVersionError(""), "Not saved: this app is too old", False),
    Problem.LEFTOVERS: (errors.LeftoversError(""), "it is tried again at the next start", False),
    Problem.TOO_NEW: (errors.BackupTooNewError(""), "Update the app", False),
    Problem.WRONG_KEY: (errors.WrongKeyError(""), "not the right passphrase", False),
    Problem.WEAK: (errors.WeakPassphraseError(""), "Too short", False),
    Problem.TOO_MANY_TRIES: (
        errors.TooManyTriesError(timedelta(seconds=9)),
        "Too many wrong tries",
        False,
    ),
    Problem.NOT_A_BACKUP: (errors.NotABackupError(""), "not a backup", False),
    Problem.DAMAGED: (errors.BackupDamagedError(""), "cut off or changed", False),
    Problem.TOO_LARGE: (errors.BackupTooLargeError(""), "larger than any backup", False),
}
"""For each kind: an error of it, what is said, and whether trying again is offered."""


class Refusing:
    """A window on a disk that can be told to refuse, with a person's records."""

    def __init__(self) -> None:
        self.disk = FaultyDisk(MemoryDisk(), 10**9)
        self.window = Window(make_companion(self.disk, STARTED))
        fill(self.window.model.companion)
        finish(self.window.do.notes.add(NoteKind.BRING, "Wool socks", "thursday"))

    def refuse(self) -> None:
        self.disk.at, self.disk.forever = self.disk.count, True

    def accept(self) -> None:
        self.disk.forever = False

    def kept(self) -> list[Any]:
        """What is on the disk, without the names that the app makes up."""
        store = make_companion(self.disk.disk).store
        tables = (store.questions, store.appointments, store.notes, store.tasks)
        found = [replace(each, id="") for table in tables for each in table.all()]
        return [*sorted(found, key=repr), store.card.get(), store.settings.get()]


async def refused(error: Exception) -> None:
    raise error


@pytest.mark.parametrize("problem", [p for p in Problem if p is not Problem.ELSEWHERE])
def test_each_kind_says_what_happened_and_offers_what_helps(problem: Problem) -> None:
    error, words, again = TOLD[problem]
    window = Refusing().window
    finish(window.model.attempt(refused, error))
    assert window.model.problem_of_saving is problem
    assert words in window.sight.words
    assert (AGAIN in [node.name for node in window.sight.tappable]) is again


def test_a_diary_from_a_newer_version_is_not_pretended_to_be_saved() -> None:
    """It says that this version cannot change it, and has to be updated."""
    window = Refusing().window
    window.model.companion.store.read_only = True
    window.go("/visits/questions/new").type(QUESTION, "May I cook?").tap("Save")
    assert "this one cannot change it. Update the app." in window.sight.words
    assert AGAIN not in [node.name for node in window.sight.tappable]
    assert window.sight.field(QUESTION).value == "May I cook?"


@pytest.mark.parametrize(
    ("address", "typed", "button"),
    [
        ("/visits/questions/new", {QUESTION: "May I cook?"}, "Save"),
        ("/visits/questions/waiting", {"What they said": "Yes."}, "Save"),
        ("/visits/questions/waiting", {}, "Mark as asked"),
        ("/visits/questions/waiting", {}, "Delete"),
        ("/visits/new", {"Name (if you want one)": "Scan"}, "Save"),
        ("/visits/thursday/edit", {"Where": "Red building"}, "Save"),
        ("/visits/thursday", {}, "Delete appointment"),
        ("/visits/thursday/prepare", {}, "Take off: Wool socks"),
        ("/visits/thursday/now", {}, "Asked. Next"),
        ("/learn/mrd", {}, "Add to my list: On which dates"),
        ("/more/map/maintenance", {}, "Add to my list"),
        ("/more/card", {}, "Remove Night ward"),
        ("/more/card", {"Allergies": "Latex"}, "Save"),
        ("/more/settings", {}, "200%"),
        ("/more/tasks", {"Something else to do": "Water the plants"}, "Add"),
    ],
)
def test_it_comes_to_the_same_as_if_nothing_had_been_refused(
    address: str, typed: dict[str, str], button: str
) -> None:
    """Nothing is missing, nothing is there twice, and the screen goes on as it would have."""
    smooth, rough = Refusing(), Refusing()
    for each in (smooth, rough):
        each.window.go(address)
        for label, words in typed.items():
            each.window.type(label, words)
    before = rough.kept()
    smooth.window.tap(button)
    assert smooth.kept() != before
    rough.refuse()
    rough.window.tap(button)
    assert rough.kept() == before
    rough.window.tap(AGAIN)
    assert AGAIN in [node.name for node in rough.window.sight.tappable], "it is refused still"
    assert rough.kept() == before
    rough.accept()
    rough.window.tap(AGAIN)
    assert rough.kept() == smooth.kept()
    assert rough.window.sight.words == smooth.window.sight.words
    assert rough.window.model.route == smooth.window.model.route
    assert len(rough.window.host.notices) == len(smooth.window.host.notices)


def test_what_it_deleted_comes_back_whole() -> None:
    rough = Refusing()
    before = rough.kept()
    rough.window.go("/visits/thursday")
    rough.refuse()
    rough.window.tap("Delete appointment")
    rough.accept()
    rough.window.tap(AGAIN).undo()
    assert rough.kept() == before


def test_what_was_typed_meanwhile_is_what_is_saved() -> None:
    rough = Refusing()
    rough.window.go("/visits/questions/new").type(QUESTION, "May I cook?")
    rough.refuse()
    rough.window.tap("Save").type(QUESTION, "May I cook fish?")
    rough.accept()
    rough.window.tap(AGAIN)
    texts = [q.text for q in make_companion(rough.disk.disk).store.questions.all()]
    assert "May I cook fish?" in texts
    assert "May I cook?" not in texts


def test_elsewhere_nothing_is_done_again_but_what_waits_can_still_be_saved() -> None:
    rough = Refusing()
    rough.window.go("/visits/thursday/prepare")
    rough.refuse()
    rough.window.tap("Take off: Wool socks")
    rough.window.go("/learn")
    rough.accept()
    rough.window.tap(AGAIN)
    assert "Not saved" not in rough.window.sight.words
    assert rough.window.model.route == "/learn"
    assert not make_companion(rough.disk.disk).store.notes.all()


def test_elsewhere_nothing_is_said_of_what_was_never_made() -> None:
    window = Refusing().window
    finish(window.model.attempt(refused, errors.DiskError("")))
    assert "Not saved yet" in window.sight.words
    assert "Not saved yet" not in window.go("/learn").sight.words


def test_a_lock_in_between_leaves_nothing_to_do_again() -> None:
    rough = Refusing()
    window = rough.window
    finish(window.do.lock.set("blue kettle", None))
    window.go("/visits/questions/new").type(QUESTION, "May I cook?")
    rough.refuse()
    window.tap("Save")
    finish(window.model.attempt(window.model.companion.lock))
    rough.accept()
    finish(window.do.lock.unlock("blue kettle"))
    assert not window.model.can_try_again
    assert [q.text for q in window.do.questions.all()].count("May I cook?") == 1


def test_a_second_tap_does_not_do_it_twice() -> None:
    window = Refusing().window
    runs: list[int] = []

    async def once_refused() -> None:
        runs.append(1)
        if len(runs) == 1:
            raise errors.DiskError("")

    finish(window.model.attempt(once_refused))
    finish(window.model.try_again())
    finish(window.model.try_again())
    assert len(runs) == 2
