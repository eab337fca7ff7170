"""At the visit: nothing half saved, the screen stays on, a tick can be taken back."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

from aya_companion.domain.questions import Question
from tests.fakes.pause import Pause
from tests.fakes.running import finish
from tests.ui.window import Window, drawing, open_window

SAID = "What they said"


def at_visit() -> Window:
    """A window at the visit, drawn."""
    window = open_window(full=True).go("/visits/thursday/now")
    assert SAID in window.sight.words
    return window


def first(window: Window) -> Question:
    """The question that is asked first."""
    return next(q for q in window.do.questions.all() if q.id == "attached")


def test_an_answer_is_saved_a_second_after_the_last_key() -> None:
    """The phone goes dark and the app is ended: what was typed is there."""
    window, pause = at_visit(), Pause()
    window.model.companion.pause = pause
    field = window.sight.field(SAID)
    keys = [
        field.on_change(SimpleNamespace(control=SimpleNamespace(value=words)))
        for words in ("In", "In two months")
    ]
    with drawing():
        for key in keys:
            key.send(None)
        assert pause.asked_for == [1.0, 1.0]
        for key, saved in zip(keys, ("", "In two months"), strict=True):
            with contextlib.suppress(StopIteration):
                key.send(None)
            assert first(window).answer == saved


def test_typing_goes_on_while_it_is_saved() -> None:
    window = at_visit().type(SAID, "In two ")
    assert first(window).answer == "In two"
    assert window.sight.field(SAID).value == "In two "


def test_an_answer_is_saved_when_the_device_hides_the_app() -> None:
    window = at_visit()
    window.model.companion.pause = Pause()
    key = window.sight.field(SAID).on_change(
        SimpleNamespace(control=SimpleNamespace(value="In two months"))
    )
    key.send(None)
    assert first(window).answer == ""
    finish(window.model.save_typed(hidden=True))
    assert first(window).answer == "In two months"
    key.close()


def test_words_half_typed_elsewhere_are_not_cut_off_when_the_app_is_hidden() -> None:
    """Someone who looks something up meanwhile goes on where they were."""
    window = open_window(full=True).go("/visits/thursday/prepare")
    window.type("What happened?", "Fever at ni")
    assert window.sight.words
    finish(window.model.save_typed(hidden=True))
    assert window.sight.field("What happened?").value == "Fever at ni"


def test_a_tick_can_be_taken_back() -> None:
    window = at_visit()
    assert "Not asked after all" not in window.sight.words
    window.tap("Asked. Next").tap("Back one")
    assert not first(window).is_open
    window.tap("Not asked after all")
    assert first(window).is_open
    assert "Not asked after all" not in window.sight.words


def test_at_one_of_a_series_all_its_questions_stay_and_finish_leads_to_it() -> None:
    """Not to the next one, which begins with an empty list."""
    window = open_window(full=True)
    moment = datetime(2026, 3, 12, 8, 31, tzinfo=UTC)
    window.model.companion.clock = lambda: moment
    visit = window.do.visits.get("thursday")
    assert visit is not None
    finish(window.do.visits.put(replace(visit, repeat="FREQ=WEEKLY")))
    window.go("/visits/thursday").tap("At the visit")
    window.type(SAID, "In two months").tap("Asked. Next")
    assert "May I swim?" in window.sight.words
    window.tap("Finish")
    words = window.sight.words
    assert "Thursday, March 12, 2026" in words
    assert "Answered: In two months" in words
    assert "What comes next" in words


def test_the_screen_stays_on_at_the_visit_only() -> None:
    window = open_window(full=True).go("/visits/thursday")
    assert window.sight.words
    assert not window.host.is_awake
    assert window.go("/visits/thursday/now").sight.words
    assert window.host.is_awake
    assert window.tap("Finish").sight.words
    assert not window.host.is_awake
    assert window.host.notices[0].content.value.startswith("Saved.")


def test_where_the_screen_cannot_stay_on_it_says_so() -> None:
    window = open_window(full=True)
    window.host.can_stay_awake = False
    assert window.go("/visits/thursday/now").sight.words
    assert "This device lets the screen go dark" in window.notice.words
