"""Files leave the browser by their owner's hand, and come back in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.e2e.robots.screen import Screen
from tests.e2e_web.conftest import Site
from tests.e2e_web.diary import begin, write

pytestmark = pytest.mark.usefixtures("been_here")

OpenBrowser = Callable[[], BrowserContext]
WORDS = "May I swim?"
AS_SAFARI = """Object.defineProperty(navigator, "vendor", {
    get: () => (globalThis.ayaFiles ? "Google Inc." : "Apple Computer, Inc.") })"""
"""Has the page take the browser for Safari where files are meant, and Flutter for what it is."""


@pytest.mark.parametrize("safari", [False, True], ids=["chromium", "as-safari"])
def test_a_backup_goes_out_and_comes_in_again(
    site: Site, open_browser: OpenBrowser, tmp_path: Path, safari: bool
) -> None:
    """Where the browser wants a tap of its own for a file, it is asked for."""
    context = open_browser()
    if safari:
        context.add_init_script(AS_SAFARI)
    screen = write(begin(context, site.url), WORDS)
    page = screen.page
    screen.go("/more/backup", "Backup and privacy").tap("Save without a passphrase")
    with page.expect_download() as download:
        screen.tap("Save as plain text")
        if safari:
            page.get_by_role("link", name="Save this file").click()
    saved = tmp_path / download.value.suggested_filename
    assert saved.suffix == ".json"
    download.value.save_as(saved)
    (question,) = json.loads(saved.read_text(encoding="utf-8"))["tables"]["questions"].values()
    assert question["text"] == WORDS
    screen.says("Backup saved")
    assert page.locator("#aya-file").count() == 0

    with page.expect_file_chooser() as chooser:
        screen.tap("Choose a file")
        if safari:
            page.get_by_label("Choose a file").last.click()
    chooser.value.set_files(saved)
    screen.says("Backup of")


def test_a_file_that_was_not_wanted_is_not_called_saved(
    site: Site, open_browser: OpenBrowser
) -> None:
    context = open_browser()
    context.add_init_script(AS_SAFARI)
    screen: Screen = begin(context, site.url).go("/more/backup", "Backup and privacy")
    screen.tap("Save without a passphrase").tap("Save as plain text")
    screen.page.get_by_role("button", name="Not now").last.click()
    screen.button("Save as plain text").wait_for(state="attached")
    assert screen.page.get_by_text("Backup saved").count() == 0
