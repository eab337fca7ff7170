"""One browser for all journeys, which can find no other host, and a served app for each."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from tests.e2e.robots.screen import Screen
from tests.e2e.serving import App

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


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """The app on an empty folder, not started yet."""
    app = App(tmp_path / "data")
    yield app
    app.kill()


@pytest.fixture
def open_app(browser: Browser) -> Iterator[Opener]:
    """Opens a started app in a window of its own.

    Afterwards no request and no WebSocket may have gone anywhere but to the app.
    """
    asked: list[str] = []
    pages: list[Page] = []

    def open_it(
        app: App,
        route: str = "",
        *,
        width: int = 390,
        height: int = 844,
        zone: str = "Europe/Madrid",
    ) -> Screen:
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="en-US", timezone_id=zone
        )
        context.set_default_timeout(30_000)
        context.on("request", lambda request: asked.append(_host(request)))
        page = context.new_page()
        page.on("websocket", lambda socket: asked.append(urlsplit(socket.url).hostname or ""))
        pages.append(page)
        page.goto(app.address)
        page.wait_for_url(lambda url: "token" not in url)  # the way in leads on by itself
        if route:
            page.goto(f"{app.address.split('?')[0]}#{route}")
            page.reload()
        return Screen(page).wait_until_usable()

    yield open_it
    for page in pages:
        page.context.close()
    assert set(asked) <= {"", "127.0.0.1"}


def _host(request: Request) -> str:
    """The host that is asked, "" for what the browser makes itself (data and blob addresses)."""
    return urlsplit(request.url).hostname or ""
