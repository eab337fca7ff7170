"""What is there before the app is up."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.e2e_web.conftest import Site, open_app, wait_for
from tests.e2e_web.diary import begin, in_store
from tools.web_build.compression import compress_all

OpenBrowser = Callable[[], BrowserContext]
KEEP_EARLY = """addEventListener("DOMContentLoaded", () => {
    const look = () => {
        const early = document.getElementById("first-paint");
        if (!early || early.outerHTML === globalThis.early) return;
        globalThis.early = early.outerHTML;
        if (early.querySelector("a")) globalThis.earlyLanguage ??= document.documentElement.lang;
    };
    look();
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
})"""
"""Keeps what stood on the page last before the app was up."""

CARD = """
from dataclasses import replace
from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import Contact
card = replace(store.card.get(), contacts=(Contact("Ward 5", CardNumber.of("+44 (0)20 7946 0958")),))
store.card.put(replace(card, shown_when_locked=SHOWN))
await store.commit()
1
"""
KEPT = "caches.match(new URL('first-paint-card', document.baseURI).href).then(Boolean)"


@pytest.mark.usefixtures("been_here")
def test_numbers_of_the_card_come_first(site: Site, open_browser: OpenBrowser) -> None:
    """Allowed numbers can be dialled while the app still loads; hidden ones are gone."""
    context = open_browser()
    context.add_init_script(KEEP_EARLY)
    screen = begin(context, site.url)
    in_store(screen, CARD.replace("SHOWN", "True"))
    screen.go("/more/settings").tap("Español")  # with the next change the first page learns of it
    wait_for(screen.page, KEPT)

    page = open_app(context, site.url)
    assert 'href="tel:+442079460958"' in page.evaluate("early")
    assert "Ward 5" in page.evaluate("early")
    assert page.evaluate("earlyLanguage") == "es"

    in_store(screen, CARD.replace("SHOWN", "False"))
    screen.go("/more/settings").tap("English")
    wait_for(page, f"{KEPT}.then((kept) => !kept)")
    page = open_app(context, site.url)
    assert "Ward 5" not in page.evaluate("early")


@pytest.mark.parametrize(
    ("quick", "most"),
    [(True, 15_400_000), pytest.param(False, 12_000_000, marks=pytest.mark.long)],
)
def test_first_visit(site: Site, open_browser: OpenBrowser, quick: bool, most: int) -> None:
    """What it asks for until its first screen is 12 MB at most, compressed as a release is.

    Compressed quickly, as the build of the tests is, the same files are 1.29 times as large. Until
    the first screen the page says when to call, and offers no number: there is no card yet.
    """
    context = open_browser()
    context.add_init_script(KEEP_EARLY)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    early = open_app(context, site.url).evaluate("early")
    assert "call your team" in early
    assert "href=" not in early
    addresses = {url.removeprefix(site.url) or "index.html" for url in asked}
    listed = {address for address in addresses if (site.folder / address).is_file()}
    assert "main.dart.js" in listed
    files = {address: (site.folder / address).read_bytes() for address in listed}
    copies = compress_all(files, quick=quick)
    sent = {address: len(copies.get(f"{address}.br", data)) for address, data in files.items()}
    assert sum(sent.values()) <= most


@pytest.fixture
def open_broken(build: Path, tmp_path: Path) -> Iterator[Callable[[str], Site]]:
    """Serves the build without one of its files."""
    sites: list[Site] = []

    def serve(lacking: str) -> Site:
        folder = tmp_path / "site"
        shutil.copytree(build, folder, copy_function=os.link)
        (folder / lacking).unlink()
        for suffix in (".br", ".gz"):
            (folder / f"{lacking}{suffix}").unlink(missing_ok=True)
        sites.append(Site(folder))
        return sites[-1]

    yield serve
    for site in sites:
        site.stop()


@pytest.mark.parametrize(
    "lacking", ["build.js", "main.dart.js", "canvaskit/chromium/canvaskit.wasm", "app.tar"]
)
def test_failed_start_is_told(
    open_broken: Callable[[str], Site], open_browser: OpenBrowser, lacking: str
) -> None:
    """Whatever part is missing, the page says what to do, and still says when to call."""
    page = open_browser().pages[0]
    page.goto(open_broken(lacking).url)
    page.get_by_role("status").get_by_text("could not start. Close it").wait_for()
    assert "call your team" in page.locator("#first-paint-advice").inner_text()


def test_long_start_is_told(open_broken: Callable[[str], Site], open_browser: OpenBrowser) -> None:
    """A start that comes to nothing without any error does not go on saying that it starts."""
    page = open_browser().pages[0]
    page.clock.install()
    page.goto(open_broken("pyodide/pyodide.asm.wasm").url)
    page.get_by_text("The app is starting").wait_for()
    page.clock.fast_forward(31_000)
    page.get_by_role("status").get_by_text("longer than usual").wait_for()
