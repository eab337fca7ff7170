"""A newer version comes in the background, whole, and is used at the next start."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page
from playwright.sync_api import Error as PlaywrightError

from tests.e2e_web.build_at import edit
from tests.e2e_web.conftest import Site, open_app, wait_for, wait_until_kept, wait_until_usable
from tools import serve_web
from tools.web_build.security import HEADERS

pytestmark = pytest.mark.usefixtures("been_here")

OpenBrowser = Callable[[], BrowserContext]
NEWER = "document.documentElement.dataset.version === 'newer'"
"""Whether the page is the newer version's. Its title would not tell: the app writes that itself."""


@pytest.fixture
def site(build: Path, port: int, tmp_path: Path) -> Iterator[Site]:
    """A site whose files a test may change."""
    folder = tmp_path / "site"
    shutil.copytree(build, folder, copy_function=os.link)
    site = Site(folder, port=port)
    yield site
    site.stop()


def publish_newer(folder: Path, version: str = "newer", *others: str, header: str = "") -> None:
    """Put a newer version in place: its page is marked, and ``others`` of its files are changed.

    ``header`` is the value of one that its pages and workers carry besides.
    """
    page = (folder / "index.html").read_text(encoding="utf-8")
    marked = re.sub("<html[^>]*", f'<html lang="en" data-version="{version}"', page)
    changed = {"index.html": marked}
    changed |= {name: (folder / name).read_text(encoding="utf-8") + "\n" for name in others}
    edit(folder, changed, version="newer", headers=HEADERS | {"X-Newer": header})


def version_of(page: Page) -> str | None:
    """Which newer version the page is of; none if it is of the first."""
    version: str | None = page.evaluate("document.documentElement.dataset.version ?? null")
    return version


def look_for_update(page: Page) -> str:
    """Ask for a newer version and say what became of it: "waiting" or "redundant".

    What neither comes nor fails within a minute is told as "no worker" or "installing".
    """
    state: str = page.evaluate(
        """async () => {
            const registration = await navigator.serviceWorker.ready;
            let worker;
            registration.addEventListener("updatefound", () => (worker = registration.installing));
            await registration.update();
            for (let tenths = 0; tenths < 600; tenths++) {
                worker ??= registration.waiting ?? registration.installing;
                if (worker && worker.state !== "installing") break;
                await new Promise((resolve) => setTimeout(resolve, 100));
            }
            const state = worker?.state ?? "no worker";
            return state === "installed" ? "waiting" : state;
        }"""
    )
    return state


def kept_header(page: Page) -> str:
    """The header of the newer version, as the Python worker on the device carries it."""
    value: str = page.evaluate(
        """async () => (await caches.match("python-worker.js")).headers.get("X-Newer")"""
    )
    return value


def wait_until_windows_are(context: BrowserContext, page: Page, count: int) -> None:
    """Wait until the browser has let go of all windows of the app but ``count``.

    It takes a moment after one was closed or left, and until then a newer version waits.
    """
    end = time.monotonic() + 60
    while (found := windows_of_app(context)) > count:
        assert time.monotonic() < end, f"the app still has {found} windows"
        page.wait_for_timeout(100)


def windows_of_app(context: BrowserContext) -> int:
    """How many windows the service workers know of; one that ended has no window to serve."""
    ask = "self.clients.matchAll({includeUncontrolled: true}).then((found) => found.length)"
    counts = [0]
    for worker in context.service_workers:
        with contextlib.suppress(PlaywrightError):
            counts.append(worker.evaluate(ask))
    return max(counts)


def leave(context: BrowserContext, page: Page) -> None:
    """Go elsewhere in the only tab."""
    page.goto("about:blank")
    wait_until_windows_are(context, page, 0)


def test_update_is_used_at_the_next_start(site: Site, open_browser: OpenBrowser) -> None:
    """The running version stays until the next start, which has the newer one, also offline.

    A file that did not change still carries the newer version's headers.
    """
    context = open_browser()
    page = open_app(context, site.url)
    wait_until_kept(page)
    publish_newer(site.folder, header="1")
    assert look_for_update(page) == "waiting"
    assert version_of(page) is None
    site.stop()
    leave(context, page)
    page.goto(site.url)
    wait_for(page, NEWER)
    wait_until_usable(page)
    names = page.evaluate("caches.keys()")
    assert [name for name in names if name.startswith("aya")] == ["aya-companion:newer"]
    assert kept_header(page) == "1"


def test_broken_update_leaves_the_old_version(site: Site, open_browser: OpenBrowser) -> None:
    """An update with a file cut short is refused, and the installed version goes on working."""
    context = open_browser()
    page = open_app(context, site.url)
    wait_until_kept(page)
    publish_newer(site.folder)
    page_file = site.folder / "index.html"
    page_file.write_bytes(page_file.read_bytes()[:-20])
    assert look_for_update(page) == "redundant"
    context.close()
    site.stop()
    page = open_app(open_browser(), site.url)
    assert version_of(page) is None


def test_interrupted_update_is_taken_up_later(
    site: Site, open_browser: OpenBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Server and browser gone in mid-update: the installed version starts, without a server too.

    What had come already is fetched again if it is another file by then.
    """
    context = open_browser()
    page = open_app(context, site.url)
    wait_until_kept(page)

    begun, ended = threading.Event(), threading.Event()
    send = serve_web._Handler._send

    def stuck(handler: serve_web._Handler, file: Path) -> None:
        if file.name == "build.js":
            begun.set()
            ended.wait()
        else:
            send(handler, file)

    publish_newer(site.folder, "never whole", "build.js")
    with monkeypatch.context() as patched:
        patched.setattr(serve_web._Handler, "_send", stuck)
        page.evaluate("navigator.serviceWorker.ready.then((found) => void found.update())")
        assert begun.wait(30)
        wait_for(
            page,
            """caches.open("aya-companion:newer").then((cache) =>
            cache.match("index.html")).then(Boolean)""",
        )
        site.stop()
        context.close()
        ended.set()
    context = open_browser()
    assert version_of(open_app(context, site.url)) is None

    publish_newer(site.folder)
    site.start()
    page = open_app(context, site.url)
    assert version_of(page) is None
    assert look_for_update(page) == "waiting"
    context.close()
    page = open_browser().pages[0]
    page.goto(site.url)
    wait_for(page, NEWER)
    wait_until_usable(page)


def test_update_waits_for_the_last_tab(site: Site, open_browser: OpenBrowser) -> None:
    """A second tab gets the version that the first one runs; alone and loaded again, the newer."""
    context = open_browser()
    first = open_app(context, site.url)
    wait_until_kept(first)
    publish_newer(site.folder)
    assert look_for_update(first) == "waiting"
    second = context.new_page()
    second.goto(site.url)
    wait_until_usable(second)
    assert version_of(second) is None
    second.reload()
    wait_until_usable(second)
    assert version_of(second) is None
    first.close()
    wait_until_windows_are(context, second, 1)
    second.reload()
    wait_for(second, NEWER)
    wait_until_usable(second)
