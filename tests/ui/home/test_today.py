"""Today."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from aya_companion.domain.settings import Settings
from aya_companion.domain.treatment_map import Stop
from tests.fakes.running import finish
from tests.ui.window import Window, open_window

HERE = Settings(language="en", started=True, stop=Stop.INDUCTION)


def test_the_next_visit_stands_there_with_how_many_questions_are_ready() -> None:
    words = open_window(full=True).sight.words
    assert "Marrow check, Dr. Ortiz" in words
    assert "2 questions ready" in words
    assert "in 2 days" in words


def thursday_at(hour: int, minute: int) -> Window:
    """The window of someone whose visit is at half past nine this Thursday, in Madrid."""
    window = open_window(full=True)
    moment = datetime(2026, 3, 12, hour - 1, minute, tzinfo=UTC)
    window.model.companion.clock = lambda: moment
    return window


@pytest.mark.parametrize(("hour", "minute"), [(8, 0), (9, 31), (23, 59)])
def test_on_its_day_a_visit_is_on_top_and_its_questions_one_tap_away(
    hour: int, minute: int
) -> None:
    """In the waiting room too, when its hour has passed."""
    window = thursday_at(hour, minute)
    words = window.sight.words
    assert words.index("Marrow check") < words.index("Where are you in treatment?")
    window.tap("At the visit")
    assert window.model.route == "/visits/thursday/now"
    window.go("/visits/thursday")
    names = [node.name for node in window.sight.tappable]
    assert names.index("At the visit") < names.index("Prepare")


def test_once_it_has_begun_the_next_one_is_shown_too() -> None:
    assert "20\nFri" not in thursday_at(9, 0).sight.words
    assert "20\nFri" in thursday_at(9, 31).sight.words


def test_a_question_is_for_the_visit_at_hand_until_something_was_asked_there() -> None:
    window = thursday_at(9, 31)
    visit = window.do.visits.to_prepare()
    assert visit is not None
    assert visit.id == "thursday"
    asked = next(q for q in window.do.questions.all() if q.id == "attached")
    finish(window.do.questions.mark_asked(asked))
    visit = window.do.visits.to_prepare()
    assert visit is not None
    assert visit.id == "unknown-hour"


def test_a_visit_opens_at_one_tap() -> None:
    assert open_window(full=True).tap("12 Thu").model.route == "/visits/thursday"


def test_without_a_visit_it_says_what_to_do_next() -> None:
    window = open_window().tap("Add an appointment")
    assert window.model.route == "/visits/new"


def test_a_question_is_one_tap_away() -> None:
    assert open_window().tap("Write a question").model.route == "/visits/questions/new"


def test_it_says_where_someone_is_on_the_map() -> None:
    sight = open_window(HERE).sight
    assert "You are here" in sight.words
    assert "Place 2 of 7 on the usual path" in sight.words


def test_three_pages_fit_the_phase() -> None:
    window = open_window(HERE)
    fitting = [page.title for page in window.model.companion.shelf.for_stop("induction", "en")][:3]
    assert len(fitting) == 3
    for title in fitting:
        window.sight.named(title)


def test_someone_who_did_not_say_where_she_is_gets_a_start() -> None:
    words = open_window().sight.words
    assert "A good place to start" in words
    assert "Where are you in treatment?" in words


def test_the_greeting_follows_the_clock() -> None:
    assert open_window().sight.titles == ["Good morning"]
