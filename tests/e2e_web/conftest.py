"""A build, a server that can be stopped, and a browser that keeps its profile."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.e2e.serving import free_port
from tools.serve_web import make_server
from tools.web_build.errors import BuildError
from tools.web_build.node import find_node

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
"""Makes the browser unable to find any host but this computer."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip browser tests where there is no browser, or no Node to build the folder with."""
    reason = "there is no Chromium here" if CHROMIUM is None else ""
    if not reason and "AYA_WEB_BUILD" not in os.environ:
        try:
            find_node()
        except BuildError as error:
            reason = str(error)
    for item in items:
        if "e2e_web" in Path(item.fspath).parts:
            item.add_marker(pytest.mark.browser)
            if reason:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build: the one AYA_WEB_BUILD names, or a new one of this source tree.

    Processes that share the tests share it: the first makes it, the others wait.
    """
    if named := os.environ.get("AYA_WEB_BUILD"):
        return Path(named)
    place = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        place = place.parent
    out = place / "web"
    with (place / "web.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            command = [sys.executable, "-m", "tools.build_web", "--quick", "--out", str(out)]
            subprocess.run(command, check=True, cwd=ROOT)
    return out


class Site:
    """A web server for a folder, which can be stopped and started at the same address.

    It sends none of the security headers, as a plain object store does: what is safe there is so
    by the page and the service worker alone. ``base`` is the path at which the app stands.
    """

    def __init__(self, folder: Path, base: str = "/", port: int = 0) -> None:
        self.folder = folder
        self.base = base
        self._server: ThreadingHTTPServer | None = None
        self._port = port
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}{self.base}"

    def start(self) -> None:
        self._server = make_server(self.folder, self._port, self.base, security={})
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


@pytest.fixture(scope="session")
def port() -> int:
    """Where this process serves the build, one test after the other: what a browser keeps is kept
    for an address and its port.
    """
    return free_port()


@pytest.fixture
def site(build: Path, port: int) -> Iterator[Site]:
    """The build on a server of its own."""
    site = Site(build, port=port)
    yield site
    site.stop()


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    """The driver, gone before other tests start event loops of their own."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="package")
def visited(
    build: Path, port: int, playwright: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The profile of a browser after its first visit: all of the build is on the device."""
    profile = tmp_path_factory.mktemp("visited") / "profile"
    site = Site(build, port=port)
    context = start_browser(playwright, profile)
    try:
        wait_until_kept(open_app(context, site.url))
    finally:
        context.close()
        site.stop()
    return profile


@pytest.fixture
def been_here(visited: Path, tmp_path: Path) -> None:
    """The browser has been at the site before, and nothing was written there.

    For tests that are not about the first visit, which costs more than all the rest of most.
    """
    shutil.copytree(visited, tmp_path / "profile", symlinks=True)


@pytest.fixture
def open_browser(playwright: Playwright, tmp_path: Path) -> Iterator[Callable[[], BrowserContext]]:
    """Starts the browser with one profile, which outlives it: calling again is a later start."""
    opened: list[BrowserContext] = []

    def open_it() -> BrowserContext:
        context = start_browser(playwright, tmp_path / "profile")
        opened.append(context)
        return context

    yield open_it
    for context in opened:
        context.close()


def start_browser(playwright: Playwright, profile: Path) -> BrowserContext:
    """A browser that keeps in a folder what it is given."""
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=CHROMIUM,
        args=["--no-sandbox", NO_OTHER_HOST],
        viewport={"width": 390, "height": 844},
        locale="en-US",
    )
    context.set_default_timeout(30_000)
    return context


def open_app(context: BrowserContext, url: str, page: Page | None = None) -> Page:
    """Open the app, in the first tab or another, and wait until its first screen can be used."""
    page = page or (context.pages[0] if context.pages else context.new_page())
    page.bring_to_front()  # a browser that was killed shows its former tabs; hidden ones don't draw
    page.goto(url)
    wait_until_usable(page)
    return page


def wait_until_usable(page: Page) -> None:
    """Wait for the first thing to press that a screen reader would find."""
    wait_for(page, "performance.getEntriesByName('aya-first-screen').length")
    page.locator("flt-semantics[role=button], flt-semantics[role=tab]").first.wait_for(
        state="attached"
    )


def wait_until_kept(page: Page) -> None:
    """Wait until the service worker has all of the build on the device."""
    wait_for(page, "caches.match('everything-kept').then(Boolean)")


def wait_for(page: Page, expression: str, seconds: float = 60) -> None:
    """Wait until a JavaScript expression holds on the page.

    Playwright's own way evaluates text inside the page, which its security policy forbids.
    """
    end = time.monotonic() + seconds
    while not _holds(page, expression):
        assert time.monotonic() < end, (
            f"Still not so after {seconds:.0f} s: {expression}; the page is "
            f"{page.evaluate('document.visibilityState')}, with {len(page.workers)} workers"
        )
        page.wait_for_timeout(100)


def _holds(page: Page, expression: str) -> bool:
    try:
        return bool(page.evaluate(expression))
    except PlaywrightError as error:
        if "context was destroyed" in str(error):  # the page is just being loaded again
            return False
        raise
