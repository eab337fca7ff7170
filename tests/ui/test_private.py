"""What is marked private stays out of everything that leaves the app, unless it is ticked there."""

from __future__ import annotations

import pytest

from aya_companion.domain.notes import NoteKind
from tests.fakes.companion import OWN_WORDS
from tests.fakes.running import finish
from tests.ui.safety import full_phone, tick
from tests.ui.window import Window

SINCE, BRING, AFTER = "Cried on Sunday", "The letter to my father", "Ask about children"
PRIVATE = ("May I swim?", "Only at night", SINCE, BRING, AFTER)
"""A question, its answer, and a note of each kind."""


def marked(visit: str = "thursday") -> Window:
    """The window of a person who marked something of every kind private."""
    window = full_phone().window
    finish(window.do.questions.change("private", answer="Only at night", visit_id=visit))
    kinds = (NoteKind.SINCE_LAST_TIME, NoteKind.BRING, NoteKind.FOLLOW_UP)
    for kind, text in zip(kinds, (SINCE, BRING, AFTER), strict=True):
        note = finish(window.do.notes.add(kind, text, visit))
        assert note is not None
        finish(window.do.notes.change(note.id, private=True))
    return window


def private_words(text: str | bytes) -> list[str]:
    """Those of the private words that are in it."""
    plain = text.decode() if isinstance(text, bytes) else text
    return [words for words in PRIVATE if words in plain]


def test_the_page_for_the_visit_leaves_it_out_on_screen_and_on_paper() -> None:
    window = marked().go("/visits/thursday/sheet")
    window.host.prints = True
    # Only what is still to be asked stands on the page.
    finish(window.do.questions.change("private", answer="", asked_at=None))
    assert private_words(window.sight.words) == []
    window.tap("Print or save as PDF")
    assert "Is my hair coming back?" in window.host.printed[-1]
    assert private_words(window.host.printed[-1]) == []
    tick(window, "What I marked private too").tap("Print or save as PDF")
    assert {"May I swim?", SINCE, BRING} <= set(private_words(window.host.printed[-1]))


def test_looking_back_on_paper_leaves_it_out() -> None:
    """On the screen of its owner it stands."""
    window = marked("february").go("/visits/look-back")
    window.host.prints = True
    assert private_words(window.sight.words)
    window.tap("Print or save as PDF")
    assert "It was fine." in window.host.printed[-1]
    assert private_words(window.host.printed[-1]) == []
    tick(window, "What I marked private too").tap("Print or save as PDF")
    assert {"May I swim?", "Only at night", SINCE} <= set(private_words(window.host.printed[-1]))


def test_a_file_for_the_family_never_holds_it() -> None:
    window = marked().go("/visits/hand-over")
    assert private_words(window.sight.words) == []
    ids = [q.id for q in window.do.questions.all()]
    finish(window.do.hand_over.save(["thursday"], ids, True))
    (data,) = window.host.files.values()
    assert b"Is my hair coming back?" in data
    assert private_words(data) == []


def test_a_plain_backup_leaves_it_out() -> None:
    window = marked()
    finish(window.do.backup.save_plain(with_private=False))
    (data,) = window.host.files.values()
    assert b"Is my hair coming back?" in data
    assert private_words(data) == []


def test_a_calendar_file_holds_no_question_and_no_note() -> None:
    window = marked()
    finish(window.do.calendar.save(window.do.visits.upcoming(), lambda visit: visit.title))
    (data,) = window.host.files.values()
    assert private_words(data) == []


@pytest.mark.parametrize("text", ["Cough", *OWN_WORDS[:1]])
def test_a_note_is_marked_private_with_one_tap(text: str) -> None:
    window = full_phone().window
    note = finish(window.do.notes.add(NoteKind.SINCE_LAST_TIME, text, "thursday"))
    assert note is not None
    window.go("/visits/thursday/prepare").tap(f"Mark as private: {text}")
    assert [n.private for n in window.do.notes.of_visit(note.kind, "thursday")] == [True]
    window.tap(f"No longer private: {text}")
    assert [n.private for n in window.do.notes.of_visit(note.kind, "thursday")] == [False]


def test_a_private_note_that_becomes_a_question_stays_private() -> None:
    """It is not offered as an appointment, which would go to calendars."""
    window = marked("february").go("/visits/february")
    assert "Make it an appointment" not in window.sight.words
    window.tap("Make it a question")
    assert [q.private for q in window.do.questions.all() if q.text == AFTER] == [True]
