"""One browser for all journeys, which can find no other host, and a served app for each."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, WebSocket, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.e2e.robots.screen import Screen
from tests.e2e.serving import App, free_port

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"

Opener = Callable[..., Screen]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a browser, and skip them where there is none."""
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents and "browser" in item.fixturenames:  # type: ignore[attr-defined]
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="there is no Chromium here"))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, started once; gone before other tests start a browser of their own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", NO_OTHER_HOST]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def port() -> int:
    """Where the app of each test is served, so that the window knows its scripts from before."""
    return free_port()


@pytest.fixture
def app(tmp_path: Path, port: int) -> Iterator[App]:
    """The app on an empty folder, not started yet."""
    app = App(tmp_path / "data", port)
    yield app
    app.kill()


@pytest.fixture(scope="package")
def windows(browser: Browser) -> Callable[[str], Page]:
    """The window for a time zone: one for all tests, as reading the scripts again takes longer
    than most of them.
    """

    @cache
    def window(zone: str) -> Page:
        context = browser.new_context(locale="en-US", timezone_id=zone)
        context.set_default_timeout(30_000)
        return context.new_page()

    return window


@pytest.fixture
def open_app(windows: Callable[[str], Page]) -> Iterator[Opener]:
    """Opens a started app, in a browser that knows nothing of the app before it.

    Afterwards no request and no WebSocket may have gone anywhere but to the app.
    """
    asked: set[str] = set()
    listening: list[Page] = []

    def on_request(request: Request) -> None:
        asked.add(_host(request.url))

    def on_socket(socket: WebSocket) -> None:
        asked.add(_host(socket.url))

    def open_it(
        app: App,
        route: str = "",
        *,
        width: int = 390,
        height: int = 844,
        zone: str = "Europe/Madrid",
    ) -> Screen:
        page = windows(zone)
        if page not in listening:
            page.context.clear_cookies()
            page.on("request", on_request)
            page.on("websocket", on_socket)
            listening.append(page)
        page.set_viewport_size({"width": width, "height": height})
        if route:
            here = app.address.split("?")[0]
            page.context.request.get(app.address)  # for the cookie
            page.goto(f"{here}favicon.png")  # from the app itself it would not be loaded anew
            page.goto(f"{here}#{route}")
        else:
            page.goto(app.address)
            page.wait_for_url(lambda url: "token" not in url)  # the way in leads on by itself
        return Screen(page).wait_until_usable()

    yield open_it
    for page in listening:
        page.remove_listener("request", on_request)
        page.remove_listener("websocket", on_socket)
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
        leave(page)
    assert asked <= {"", "127.0.0.1"}


def leave(page: Page) -> None:
    """Have the window do nothing until the next test: for an app that is gone it looks for ever."""
    try:
        page.goto(f"{page.url.split('#')[0]}favicon.png")  # the scripts stay known at their address
    except PlaywrightError:
        page.goto("about:blank")


def _host(url: str) -> str:
    """The host that is asked, "" for what the browser makes itself (data and blob addresses)."""
    return urlsplit(url).hostname or ""
