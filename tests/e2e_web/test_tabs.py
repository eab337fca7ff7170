"""The app in two tabs of one browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Route

from tests.e2e.robots.screen import Screen
from tests.e2e_web.conftest import Site, wait_until_usable
from tests.e2e_web.diary import begin, write
from tests.e2e_web.test_storage import run_python

OpenBrowser = Callable[[], BrowserContext]
BANNER = "Open in another tab"
SLEEP = """(seconds) => setTimeout(() => {
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end);
})"""
"""What makes a tab's Python deaf for a while, as a phone does that puts the tab to sleep."""


def second_tab(context: BrowserContext, url: str) -> Screen:
    """The app in one more tab."""
    page = context.new_page()
    page.goto(url)
    wait_until_usable(page)
    return Screen(page)


def in_front(screen: Screen) -> Screen:
    """The same tab, looked at: one that is hidden does not draw."""
    screen.page.bring_to_front()
    return screen


@pytest.mark.usefixtures("been_here")
def test_the_second_tab_shows_what_the_first_saves(site: Site, open_browser: OpenBrowser) -> None:
    context = open_browser()
    first = begin(context, site.url)
    second = second_tab(context, site.url).says(BANNER)
    write(in_front(first), "May I swim?")
    in_front(second).go("/visits/questions", "My questions").says("May I swim?").says(BANNER)
    first.page.close()
    second.says_no_more(BANNER)
    write(second, "May I cook?").says("May I swim?")


@pytest.mark.usefixtures("been_here")
def test_writing_goes_from_tab_to_tab_and_nothing_is_lost(
    site: Site, open_browser: OpenBrowser
) -> None:
    """What is typed in a tab that may not write stays, and is saved there once it may."""
    context = open_browser()
    first = begin(context, site.url)
    second = second_tab(context, site.url)
    second.tap("Write here instead").says_no_more(BANNER)
    write(second, "May I swim?")

    in_front(first).says(BANNER).go("/visits/questions/new", "Write a question")
    first.type("What do you want to ask?", "May I cook?").drawn().tap("Save")
    first.says("Not saved: the app is open in another tab")
    first.tap("Write here instead").says_no_more(BANNER)
    assert first.words_in("What do you want to ask?") == "May I cook?"
    first.tap("Save").has_title("My questions").says("May I cook?").says("May I swim?")

    in_front(second).says(BANNER).says("May I cook?")
    context.close()
    again = second_tab(open_browser(), site.url).go("/visits/questions", "My questions")
    again.says("May I cook?").says("May I swim?")


@pytest.mark.usefixtures("been_here")
def test_a_sleeping_tab_does_not_keep_the_next_one_from_writing(
    site: Site, open_browser: OpenBrowser
) -> None:
    """A phone put the tab that writes to sleep; once awake, it follows the one opened since."""
    context = open_browser()
    first = begin(context, site.url)
    write(first, "May I swim?")
    first.page.workers[0].evaluate(SLEEP, 40)
    second = second_tab(context, site.url)
    write(second, "May I cook?").says("May I swim?").says_no_more(BANNER)
    first.page.workers[0].evaluate("1")  # comes back once it is awake
    in_front(first).says(BANNER).says("May I cook?")


@pytest.mark.parametrize("locks", ["undefined", "{request: () => Promise.reject(new Error())}"])
def test_a_browser_without_locks_is_told_apart(
    site: Site, open_browser: OpenBrowser, locks: str
) -> None:
    """The app says what to do, and does not wait for ever."""

    def without(route: Route) -> None:
        script = route.fetch().text()
        lacking = f"Object.defineProperty(navigator, 'locks', {{value: {locks}}});"
        route.fulfill(body=script + lacking, content_type="text/javascript")

    context = open_browser()
    context.route("**/python-worker.js", without)
    page = context.pages[0]
    page.goto(site.url)
    Screen(page).says("The app could not open your notes").says("begins with https")


@pytest.mark.usefixtures("been_here")
def test_a_connection_that_the_browser_dropped_is_opened_again(
    site: Site, open_browser: OpenBrowser
) -> None:
    """Phones drop it while the app is in the background."""
    context = open_browser()
    screen = begin(context, site.url)
    run_python(
        screen.page,
        """
import json
from aya_companion import app
(companion,) = [await task for task in app._opened.values()]
companion.store._disk._disk._database.close()
1
""",
    )
    write(screen, "May I swim?")
    context.close()
    again = second_tab(open_browser(), site.url)
    again.go("/visits/questions", "My questions").says("May I swim?")
