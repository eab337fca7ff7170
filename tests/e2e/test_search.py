"""Asked in the middle of the night: help comes first, and a question without an answer is kept."""

from __future__ import annotations

from aya_companion.domain.settings import Settings
from tests.e2e.conftest import Opener
from tests.e2e.robots.screen import Screen
from tests.e2e.serving import App

STARTED = Settings(language="en", started=True)
FIELD = "What do you want to know?"


def searching(app: App, open_app: Opener, words: str) -> Screen:
    """A window in which these words were typed into the search."""
    screen = open_app(app.write(STARTED).start(), "/learn")
    return screen.type(FIELD, words)


def test_despair_shows_help_before_any_page(app: App, open_app: Opener) -> None:
    """The help comes first in reading order, and the card is one tap away."""
    screen = searching(app, open_app, "i dont want to live")
    screen.says("Dark thoughts")


def test_no_answer_becomes_a_question(app: App, open_app: Opener) -> None:
    """The words stand in the new question, and on the list once it is saved."""
    screen = searching(app, open_app, "xyzzy plugh").says("Nothing found")
    screen.tap("Write it down as a question").has_title("Write a question").drawn()
    assert screen.words_in("What do you want to ask?") == "xyzzy plugh"
    screen.tap("Save").has_title("Learn").go("/visits/questions", "My questions")
    screen.says("xyzzy plugh")
