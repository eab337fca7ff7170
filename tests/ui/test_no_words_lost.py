"""Quick taps, ways out and the lock: what was typed is kept."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import flet as ft
import pytest

from aya_companion.domain.notes import NoteKind
from tests.fakes.running import finish
from tests.ui.safety import PASSPHRASE, full_phone
from tests.ui.window import Window, call, open_window

SINCE, BRING = "What happened?", "What do you want to bring?"


def quickly(window: Window, label: str, words: str, button: str | None = None) -> Window:
    """Type and tap, or press Enter, before the screen was drawn anew."""
    sight = window.sight
    field = sight.field(label)
    tapped = sight.named(button).control.on_click if button else field.on_submit
    call(field.on_change, SimpleNamespace(control=SimpleNamespace(value=words), data=words))
    call(tapped, SimpleNamespace(control=None, data=None))
    return window


def notes(window: Window, kind: NoteKind, visit: str = "thursday") -> list[str]:
    """The notes of a kind for a visit."""
    return [note.text for note in window.do.notes.of_visit(kind, visit)]


@pytest.mark.parametrize("button", [None, "See my page", "Write a question", "Back", "Visits"])
def test_what_happened_is_kept_whatever_is_tapped_next(button: str | None) -> None:
    window = open_window(full=True).go("/visits/thursday/prepare")
    if button == "Visits":
        field = window.sight.field(SINCE)
        call(field.on_change, SimpleNamespace(control=SimpleNamespace(value="Fever at night")))
        window.go("/visits")  # the system's own way out
        assert window.sight.words
    else:
        quickly(window, SINCE, "Fever at night", button)
    assert notes(window, NoteKind.SINCE_LAST_TIME) == ["Fever at night"]
    assert window.go("/visits/thursday/prepare").sight.field(SINCE).value == ""
    assert notes(window, NoteKind.SINCE_LAST_TIME) == ["Fever at night"]


def test_changing_a_question_meanwhile_keeps_what_to_bring() -> None:
    window = open_window(full=True).go("/visits/thursday/prepare")
    window.type(BRING, "Pill box").tap("Change: Is my hair coming back?").tap("Save")
    assert window.model.route == "/visits/thursday/prepare"
    assert "Pill box" in window.sight.words


def test_a_second_quick_tap_adds_it_once() -> None:
    window = open_window(full=True).go("/visits/thursday/prepare")
    sight = window.sight
    field = sight.field(SINCE)
    call(field.on_change, SimpleNamespace(control=SimpleNamespace(value="Fever"), data="Fever"))
    for _ in range(2):
        call(field.on_submit, SimpleNamespace(control=None, data=None))
    assert notes(window, NoteKind.SINCE_LAST_TIME) == ["Fever"]


def test_a_follow_up_and_a_task_are_kept_too() -> None:
    window = quickly(
        open_window(full=True).go("/visits/february"), "One thing to follow up", "Scan"
    )
    assert notes(window, NoteKind.FOLLOW_UP, "february") == ["Scan"]
    quickly(window.go("/more/tasks"), "Something else to do", "Walk the dog", "Add")
    assert "Walk the dog" in window.sight.words
    quickly(window.tap("I take this over"), "Who takes it over?", "Ana", "Save")
    assert window.do.tasks.names() == ["Ana"]


def test_a_question_marked_private_at_the_last_moment_is_private() -> None:
    window = open_window(full=True).go("/visits/questions/new")
    sight = window.sight
    field, switch = sight.field("What do you want to ask?"), sight.of(ft.Switch)[0]
    visit: Any = sight.field("Ask it at")
    call(field.on_change, SimpleNamespace(control=SimpleNamespace(value="Secret?"), data=""))
    call(switch.on_change, SimpleNamespace(control=SimpleNamespace(value=True), data=True))
    call(visit.on_select, SimpleNamespace(control=SimpleNamespace(value="far")))
    call(sight.named("Save").control.on_click, SimpleNamespace(control=None, data=None))
    (kept,) = [q for q in window.do.questions.all() if q.text == "Secret?"]
    assert (kept.private, kept.visit_id) == (True, "far")


def test_a_question_written_while_preparing_is_for_that_visit() -> None:
    window = open_window(full=True).go("/visits/far/prepare").tap("Write a question")
    window.type("What do you want to ask?", "For July?").tap("Save")
    assert [q.visit_id for q in window.do.questions.all() if q.text == "For July?"] == ["far"]
    assert window.model.route == "/visits/far/prepare"


def test_what_is_typed_when_the_app_locks_itself_stands_there_again() -> None:
    phone = full_phone()
    finish(phone.window.do.lock.set(PASSPHRASE, None))
    window = phone.window.go("/visits/thursday/prepare").type(SINCE, "Fever at night")
    phone.later(timedelta(hours=2))
    assert "Fever at night" not in window.sight.words
    window.type("Passphrase or code", PASSPHRASE).tap("Unlock")
    assert window.sight.field(SINCE).value == "Fever at night"
    assert notes(window, NoteKind.SINCE_LAST_TIME) == []


def test_hiding_the_screen_with_a_lock_saves_first() -> None:
    phone = full_phone()
    finish(phone.window.do.lock.set(PASSPHRASE, None))
    window = phone.window.go("/visits/thursday/prepare").type(SINCE, "Fever at night")
    window.tap("Hide this screen")
    window.type("Passphrase or code", PASSPHRASE).tap("Unlock")
    assert notes(window, NoteKind.SINCE_LAST_TIME) == ["Fever at night"]
