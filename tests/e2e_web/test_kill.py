"""The browser is killed at the moment when the screen says that something is saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.e2e.robots.screen import Screen
from tests.e2e_web.conftest import Site, open_app, wait_until_kept
from tests.e2e_web.diary import begin
from tests.e2e_web.test_storage import kill_browsers_of

pytestmark = pytest.mark.usefixtures("been_here")

OpenBrowser = Callable[[], BrowserContext]
WORDS = "May I swim?"


def test_what_the_screen_calls_saved_is_there_after_a_kill(
    site: Site, open_browser: OpenBrowser, tmp_path: Path
) -> None:
    screen = begin(open_browser(), site.url)
    wait_until_kept(screen.page)
    screen.go("/visits/questions/new", "Write a question")
    screen.type("What do you want to ask?", WORDS).drawn().tap("Save")
    screen.has_title("My questions").says(WORDS)
    kill_browsers_of(tmp_path / "profile")
    screen = Screen(open_app(open_browser(), site.url))
    screen.go("/visits/questions", "My questions").says(WORDS)
