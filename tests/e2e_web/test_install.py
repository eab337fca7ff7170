"""The page on installing says what is true."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext

from tests.e2e.robots.screen import Screen
from tests.e2e_web.conftest import Site, wait_for, wait_until_usable
from tests.e2e_web.diary import begin

OpenBrowser = Callable[[], BrowserContext]
LACKING = "icons/icon-512.png"


def test_works_offline_is_said_once_it_is_true(
    build: Path, open_browser: OpenBrowser, tmp_path: Path
) -> None:
    """While one file is missing on the device the page says so, and which version runs."""
    folder = tmp_path / "site"
    shutil.copytree(build, folder, copy_function=os.link)
    (folder / LACKING).unlink()
    site = Site(folder)
    try:
        page = begin(open_browser(), site.url).page
        screen = Screen(page).go("/more/install", "Put it on my phone")
        screen.says("Not offline yet").says("Version ").tap("Look again")
        page.wait_for_timeout(3000)
        assert page.get_by_text("Works offline now").count() == 0

        os.link(build / LACKING, folder / LACKING)
        page.reload()
        wait_until_usable(page)
        wait_for(page, "caches.match('works-offline').then(Boolean)")
        screen.tap("Look again").says("Works offline now")
        assert page.get_by_text("Not offline yet").count() == 0
    finally:
        site.stop()
    page.reload()
    wait_until_usable(page)
    screen.says("Works offline now")
