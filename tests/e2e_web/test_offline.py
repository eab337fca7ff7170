"""Opened once, the app starts and works without a server."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from aya_companion.i18n.locales import offered
from aya_companion.library.shelf import Shelf
from tests.amounts import rounds
from tests.e2e.languages import PER_SCRIPT
from tests.e2e.robots.screen import Screen
from tests.e2e_web.conftest import ROOT, Site, open_app, wait_until_kept
from tests.e2e_web.diary import begin
from tests.e2e_web.test_storage import run_python
from tools.web_build.page import web_manifest

OpenBrowser = Callable[[], BrowserContext]


@pytest.mark.usefixtures("been_here")
def test_second_start_needs_no_server(site: Site, open_browser: OpenBrowser) -> None:
    """After one visit the app starts with the server stopped and the browser restarted."""
    site.stop()
    failed: list[str] = []
    context = open_browser()
    context.on("requestfailed", lambda request: failed.append(request.url))
    page = open_app(context, site.url)
    assert page.locator("#first-paint").count() == 0
    assert [url for url in failed if url.startswith("http")] == []


def test_interrupted_first_visit_goes_on_later(site: Site, open_browser: OpenBrowser) -> None:
    """A first visit that was cut off is made up for at the next one."""
    context = open_browser()
    open_app(context, site.url)  # closed before everything is on the device
    context.close()
    context = open_browser()
    wait_until_kept(open_app(context, site.url))
    context.close()
    site.stop()
    open_app(open_browser(), site.url)


TITLES = """
import json
from aya_companion import app
(companion,) = [await task for task in app._opened.values()]
[page.title for page in companion.shelf.pages({code!r})]
"""
STEM = """
import json
from aya_companion.library.search.text import stem
stem("medicines", {code!r})
"""


@pytest.mark.usefixtures("been_here")
@rounds(3, 1000)
def test_every_page_in_every_language(site: Site, open_browser: OpenBrowser, rounds: int) -> None:
    """With the server stopped each page is read, in each language that the app is shipped in.

    ``rounds`` of them are opened, too, in one language of each script; they stand all over the
    library. That each can be drawn is proved without a browser.
    """
    context = open_browser()
    screen = begin(context, site.url)
    wait_until_kept(screen.page)
    site.stop()
    context.set_offline(True)
    screen = Screen(open_app(context, site.url))
    failed: list[str] = []
    context.on("requestfailed", lambda request: failed.append(request.url))
    shelf = Shelf.from_folder(ROOT / "content")
    for locale in offered():
        screen.go("/more/settings", screen.t("Settings")).tap(locale.name)
        screen.in_language(locale.code).has_title(screen.t("Settings"))
        assert run_python(screen.page, STEM.format(code=locale.code))
        titles = [page.title for page in shelf.pages(locale.code)]
        assert run_python(screen.page, TITLES.format(code=locale.code)) == titles
        pages = list(shelf.pages(locale.code)) if locale.code in PER_SCRIPT else []
        for page in pages[:: max(1, len(pages) // rounds)]:
            screen.go(f"/learn/{page.id}", page.title)
    assert failed == []


SHORTCUTS = {
    "Call": ("Call", "Write a question"),
    "Write a question": ("Write a question", "My questions"),
}
"""The title of the screen that a shortcut opens, and what the one that lies behind it says."""


@pytest.mark.usefixtures("been_here")
def test_cold_starts_at_the_shortcuts(site: Site, open_browser: OpenBrowser) -> None:
    """A shortcut of the home screen opens its screen without a server; back leads into the app."""
    context = open_browser()
    wait_until_kept(begin(context, site.url).page)
    context.close()
    site.stop()
    shortcuts = json.loads(web_manifest())["shortcuts"]
    assert [shortcut["name"] for shortcut in shortcuts] == list(SHORTCUTS)
    for shortcut in shortcuts:
        title, behind = SHORTCUTS[shortcut["name"]]
        context = open_browser()
        screen = Screen(open_app(context, site.url + shortcut["url"].removeprefix("./")))
        screen.has_title(title).tap("Back").says(behind)
        context.close()
