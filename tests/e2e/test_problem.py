"""When the app itself fails, a calm screen comes, without a word of what a person wrote."""

from __future__ import annotations

from pathlib import Path

from aya_companion.domain.settings import Settings
from tests.e2e.broken import WORDS
from tests.e2e.conftest import Opener
from tests.e2e.robots.screen import Screen
from tests.e2e.serving import App
from tests.e2e.test_every_screen_in_a_browser import careful_look

SCRIPT = Path(__file__).with_name("broken.py")


def test_failures_show_a_calm_screen_and_the_app_goes_on(app: App, open_app: Opener) -> None:
    """A screen fails at the start and later, a button fails, and a part of a screen."""
    app.write(Settings(language="en", started=True)).start(SCRIPT)
    screen = goes_on(open_app(app, "/more/about"))
    goes_on(screen.go("/more/about"))
    for button in ("Break", "Break a part"):
        goes_on(screen.go("/more/saved", "Breaking").tap(button))
    errors = app.kill()
    assert errors.count("ValueError at ") == 4
    assert WORDS not in errors


def goes_on(screen: Screen) -> Screen:
    """From the screen that says that something failed, which all can use, to Today."""
    screen.has_title("That did not work").says("ValueError")
    assert WORDS not in screen.page.content()
    assert careful_look(screen.drawn()) == []
    screen.tap("Go to Today").button("Write a question").wait_for(state="attached")
    return screen.says_no_more("That did not work")
