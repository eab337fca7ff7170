"""What one tap means is saved in one write: whenever the app ends, all of it is there or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from aya_companion.domain.notes import NoteKind
from aya_companion.domain.questions import Question
from aya_companion.domain.settings import Settings
from aya_companion.domain.treatment_map import Stop
from aya_companion.domain.visits import Appointment
from aya_companion.library.page import Sensitive
from aya_companion.store.backup import export_plain
from aya_companion.store.hand_over import export_chosen
from aya_companion.store.store import Store
from tests.fakes.companion import NOW, fill, make_companion, shelf
from tests.fakes.disks import FaultyDisk, MemoryDisk, PowerOffError
from tests.fakes.running import finish
from tests.ui.window import Window

Tap = Callable[[], object]
Intention = Callable[[Window], Tap]
"""Brings a window to where one tap is left, and gives that tap."""

INTENTIONS: dict[str, Intention] = {}
SETTINGS = Settings(language="en", started=True, stop=Stop.MAINTENANCE)
NEVER = 10**9
CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:one@hospital
DTSTART:20260320T090000
SUMMARY:Day hospital
END:VEVENT
BEGIN:VEVENT
UID:two@hospital
DTSTART:20260327T090000
SUMMARY:Day hospital
END:VEVENT
END:VCALENDAR"""


def intention(prepare: Intention) -> Intention:
    """Put one on the list, under the words of its name."""
    INTENTIONS[prepare.__name__.replace("_", " ")] = prepare
    return prepare


def visit(window: Window, visit_id: str) -> Appointment:
    """An appointment of the person."""
    found = window.do.visits.get(visit_id)
    assert found is not None
    return found


def question(window: Window, question_id: str) -> Question:
    """A question of the person."""
    return next(q for q in window.do.questions.all() if q.id == question_id)


def with_series(window: Window) -> Window:
    """The visit on Thursday repeats each week."""
    finish(window.do.visits.put(replace(visit(window, "thursday"), repeat="FREQ=WEEKLY;COUNT=3")))
    return window


def on_thursday(window: Window) -> Window:
    """It is Thursday, in the waiting room."""
    window.model.companion.clock = lambda: datetime(2026, 3, 12, 8, 31, tzinfo=UTC)
    return window


def with_follow_up(window: Window) -> Window:
    """Something is left to do after the visit in February, which is on the screen."""
    finish(window.do.notes.add(NoteKind.FOLLOW_UP, "Book the heart scan", "february"))
    return window.go("/visits/february")


def from_elsewhere(data: Callable[[Store], bytes]) -> bytes:
    """A file of another phone, on which the same diary was continued."""
    other = make_companion()
    fill(other)
    store = other.store
    store.questions.put(Question(id="o", created_at=NOW, updated_at=NOW, text="Another one?"))
    store.questions.put(Question(id="p", created_at=NOW, updated_at=NOW, text="And this?"))
    return data(store)


@intention
def waiting_questions_come_to_a_visit(window: Window) -> Tap:
    for text in ("May I drive?", "May I fly?"):
        finish(window.do.questions.add(text))
    window.go("/visits/thursday/prepare")
    return lambda: window.tap("Add the 3 questions that are waiting")


@intention
def a_question_moves_up(window: Window) -> Tap:
    for text in ("One?", "Two?", "Three?"):
        finish(window.do.questions.add(text, visit_id="thursday"))
    window.go("/visits/thursday/prepare")
    return lambda: window.tap("Move up: Three?")


@intention
def a_question_gets_its_answer_visit_and_words(window: Window) -> Tap:
    window.go("/visits/questions/waiting").type("What do you want to ask?", "May I see them?")
    window.choose("Ask it at", "Thu, Mar 12: Marrow check, Dr. Ortiz").type(
        "What they said", "Yes, outside."
    )
    return lambda: window.tap("Save")


@intention
def an_answer_sets_one_of_a_series_apart(window: Window) -> Tap:
    finish(window.do.notes.add(NoteKind.BRING, "Pill box", "thursday"))
    on_thursday(with_series(window)).go("/visits/questions/attached")
    window.type("What they said", "In two months")
    return lambda: window.tap("Save")


@intention
def asked_at_the_visit_with_what_they_said(window: Window) -> Tap:
    """The answer to one that was said not to be asked after all, taken out."""
    finish(window.do.questions.change("attached", answer="Soon", asked_at=None))
    on_thursday(window).go("/visits/thursday/now")
    at_visit(window, " ")
    return lambda: window.tap("Asked. Next")


def at_visit(window: Window, words: str) -> None:
    """Type an answer that the pause after the last key has not saved yet."""
    before = window.model.attempt_quietly

    async def not_yet(*_args: object, **_more: object) -> None:
        return None

    window.model.attempt_quietly = not_yet  # type: ignore[method-assign]
    window.type("What they said", words)
    window.model.attempt_quietly = before  # type: ignore[method-assign]


@intention
def a_follow_up_becomes_a_question(window: Window) -> Tap:
    with_follow_up(window)
    return lambda: window.tap("Make it a question")


@intention
def a_follow_up_becomes_an_appointment(window: Window) -> Tap:
    with_follow_up(window).tap("Make it an appointment")
    return lambda: window.tap("Save")


@intention
def what_a_pack_says_to_bring_goes_on_the_list(window: Window) -> Tap:
    window.go("/more/map/transplant")
    return lambda: window.tap("Put these on my list to bring")


@intention
def a_sensitive_part_becomes_a_question(window: Window) -> Tap:
    page = next(
        page
        for page in shelf().pages("en")
        if any(isinstance(block, Sensitive) for block in page.blocks)
    )
    window.go(f"/learn/{page.id}")
    return lambda: window.tap("Ask my nurse")


@intention
def the_whole_card(window: Window) -> Tap:
    window.go("/more/card").type("Allergies", "Latex").type("Temperature", "38.3")
    window.type("Who is it?", "Night ward").type("Phone number", "+34 600 000 009")
    return lambda: window.tap("Save")


@intention
def one_of_a_series_moves(window: Window) -> Tap:
    with_series(window).go("/visits/thursday/move/2026-03-19").type("Where", "Green building")
    return lambda: window.tap("Save")


@intention
def one_of_a_series_is_left_out(window: Window) -> Tap:
    with_series(window).go("/visits/thursday")
    return lambda: window.tap("Leave this one out")


@intention
def an_appointment_goes_with_its_notes(window: Window) -> Tap:
    finish(window.do.notes.add(NoteKind.BRING, "Pill box", "thursday"))
    window.go("/visits/thursday")
    return lambda: window.tap("Delete appointment")


@intention
def a_deleted_appointment_comes_back(window: Window) -> Tap:
    an_appointment_goes_with_its_notes(window)()
    return window.undo


@intention
def appointments_of_a_calendar_file(window: Window) -> Tap:
    window.host.to_pick = CALENDAR.encode()
    window.go("/visits/calendar").tap("Choose a file")
    return lambda: window.tap("Add 2 appointments")


@intention
def what_another_phone_handed_over(window: Window) -> Tap:
    window.host.to_pick = from_elsewhere(
        lambda store: export_chosen(store, NOW, {"questions": ["o", "p"]})
    )
    window.go("/visits/hand-over").tap("Open a file")
    return lambda: window.tap("Add them")


@intention
def a_backup(window: Window) -> Tap:
    window.host.to_pick = from_elsewhere(lambda store: export_plain(store, NOW))
    window.go("/more/backup").tap("Choose a file")
    return lambda: window.tap("Put it in")


@intention
def a_new_question(window: Window) -> Tap:
    window.go("/visits/thursday/ask").type("What do you want to ask?", "May I fly?")
    return lambda: window.tap("Save")


@intention
def a_suggested_question(window: Window) -> Tap:
    window.go("/visits/thursday/prepare")
    return lambda: window.tap("Add to my list: On which exact days do I take each pill?")


@intention
def somebody_takes_a_task(window: Window) -> Tap:
    window.go("/more/tasks").tap("I take this over").type("Who takes it over?", "Ana")
    return lambda: window.tap("Save")


every_intention = pytest.mark.parametrize("name", INTENTIONS)


class OneTapLeft:
    """A person's phone with one tap left, and what is then on its disk."""

    def __init__(self, name: str) -> None:
        self.disk = FaultyDisk(MemoryDisk(), NEVER)
        companion = make_companion(self.disk, SETTINGS)
        fill(companion)
        self.window = Window(companion)
        self.tap = INTENTIONS[name](self.window)
        assert not self.store.unsaved
        self.before = self.saved

    @property
    def store(self) -> Store:
        """What the window writes to."""
        return self.window.model.companion.store

    @property
    def saved(self) -> list[str]:
        """What the app finds when it is opened again."""
        return _words(make_companion(self.disk.disk).store)

    @property
    def shown(self) -> list[str]:
        """What the open app has."""
        return _words(self.store)

    def fail(self, after: int, **how: object) -> None:
        """Let the disk fail after so many more operations."""
        self.disk.at = self.disk.count + after
        for name, value in how.items():
            setattr(self.disk, name, value)


def _words(store: Store) -> list[str]:
    """Every record, but for the names it was given by chance."""
    return sorted(
        json.dumps({"in": table} | {k: v for k, v in doc.items() if k not in _BY_CHANCE})
        for table, documents in store.tables.items()
        for doc in documents.values()
    )


_BY_CHANCE = ("id", "revision", "earlier")


@every_intention
def test_one_tap_is_one_write(name: str) -> None:
    phone = OneTapLeft(name)
    blobs, operations = set(phone.disk.disk.blobs), phone.disk.count  # type: ignore[attr-defined]
    phone.tap()
    written = set(phone.disk.disk.blobs) - blobs  # type: ignore[attr-defined]
    assert len(written) == 1
    assert phone.disk.count == operations + 1
    assert phone.saved == phone.shown != phone.before


@every_intention
@pytest.mark.parametrize("late", [False, True], ids=["before the write", "after it"])
def test_an_app_that_is_killed_has_all_or_nothing(name: str, late: bool) -> None:
    whole = OneTapLeft(name)
    whole.tap()
    killed, after = 0, 0
    while True:
        phone = OneTapLeft(name)
        phone.fail(after, late=late, forever=True, fault=PowerOffError)
        try:
            phone.tap()
        except PowerOffError:
            killed += 1
        else:
            break
        assert phone.saved in (phone.before, whole.saved)
        after += 1
    assert killed


@every_intention
def test_a_full_disk_changes_nothing_and_says_no_word_of_success(name: str) -> None:
    """Tried again when there is room, all of it is there, once."""
    whole = OneTapLeft(name)
    whole.tap()
    phone = OneTapLeft(name)
    said = len(phone.window.host.notices)
    phone.fail(0, forever=True)
    phone.tap()
    assert phone.saved == phone.before
    assert len(phone.window.host.notices) == said
    phone.disk.forever, phone.disk.at = False, NEVER
    if phone.window.model.can_try_again:
        finish(phone.window.model.try_again())
        assert phone.saved == whole.saved
    else:  # the form tells of it itself, and is tapped again
        assert phone.shown == phone.before


@every_intention
def test_a_copy_that_follows_changes_nothing_and_keeps_what_is_typed(name: str) -> None:
    phone = OneTapLeft(name)
    typed, said = dict(phone.window.model.drafts), len(phone.window.host.notices)
    phone.store.follows = True
    phone.tap()
    assert phone.shown == phone.before
    assert phone.window.model.drafts == typed
    assert len(phone.window.host.notices) == said
    assert not phone.store.unsaved
