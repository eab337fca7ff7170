"""When the app itself fails, a calm screen comes, without a word of what a person wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from aya_companion.domain.settings import Settings
from tests.e2e.broken import WORDS
from tests.e2e.conftest import Opener
from tests.e2e.serving import App

SCRIPT = Path(__file__).with_name("broken.py")


@pytest.mark.parametrize("way", ["drawn first", "drawn later", "a button", "a part"])
def test_a_failure_shows_a_calm_screen_and_the_app_goes_on(
    app: App, open_app: Opener, way: str
) -> None:
    app.write(Settings(language="en", started=True)).start(SCRIPT)
    screen = open_app(app, "/more/about" if way == "drawn first" else "/more/saved")
    if way == "drawn later":
        screen.go("/more/about")
    elif way != "drawn first":
        screen.tap("Break a part" if way == "a part" else "Break")
    screen.has_title("That did not work")
    screen.says("ValueError")
    assert WORDS not in screen.page.content()
    screen.tap("Go to Today").button("Write a question").wait_for(state="attached")
    assert screen.titles != ["That did not work"]
    errors = app.kill()
    assert "ValueError at " in errors
    assert WORDS not in errors
