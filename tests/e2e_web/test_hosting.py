"""The app from a server and at a path as docs/hosting.md describes them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.e2e.robots.screen import Screen
from tests.e2e_web.build_at import build_at
from tests.e2e_web.conftest import Site, open_app, wait_until_kept
from tests.e2e_web.diary import begin, in_store, write
from tests.tools.test_nginx import NGINX, served

OpenBrowser = Callable[[], BrowserContext]
FOLLOWS = """
[(await task).store.follows for task in app._opened.values()]
"""
COUNT = "len(store.questions.all())"


@pytest.mark.skipif(NGINX is None, reason="there is no nginx here")
def test_from_nginx(build: Path, open_browser: OpenBrowser, tmp_path: Path) -> None:
    """The documented nginx gives a browser the whole app, which then starts without it."""
    context = open_browser()
    with served(build, tmp_path) as (_, port):
        url = f"http://127.0.0.1:{port}/"
        wait_until_kept(open_app(context, url))
    open_app(context, url)


def test_two_apps_on_one_host(build: Path, open_browser: OpenBrowser, tmp_path: Path) -> None:
    """Each below its path, they have words, files and a writing tab of their own.

    Both start without the server afterwards.
    """
    folder = tmp_path / "site"
    for name in ("companion", "companion-test"):
        build_at(f"/{name}/", build, folder / name)
    (folder / "index.html").write_text("<p>What else the host shows")
    site = Site(folder)
    context = open_browser()
    try:
        one = write(begin(context, f"{site.url}companion/index.html"), "May I swim?")
        wait_until_kept(one.page)
        two = begin(context, f"{site.url}companion-test/index.html", context.new_page())
        assert in_store(two, FOLLOWS) == [False]
        assert in_store(two, COUNT) == 0
        wait_until_kept(two.page)
    finally:
        site.stop()
    for name, count in (("companion", 1), ("companion-test", 0)):
        assert in_store(Screen(open_app(context, f"{site.url}{name}/")), COUNT) == count
