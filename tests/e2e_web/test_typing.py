"""What is typed reaches the app, from the first field of the first start on."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext

from tests.e2e_web.conftest import Site
from tests.e2e_web.diary import begin

OpenBrowser = Callable[[], BrowserContext]
WORDS = "May I swim?"


def test_first_field_takes_what_is_typed(site: Site, open_browser: OpenBrowser) -> None:
    """One tap on it and the words are there: nobody has to look and tap again."""
    screen = begin(open_browser(), site.url).drawn()
    screen.go("/visits/questions/new", "Write a question").drawn().drawn()
    screen.field("What do you want to ask?").click()
    screen.drawn().page.keyboard.type(WORDS)
    screen.drawn().tap("Save").has_title("My questions").says(WORDS)
