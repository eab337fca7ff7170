"""A hostile page in the very browser that has the app open: it gets nothing."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, sync_playwright

from tests.device.served.running import Running, running

CHROMIUM = shutil.which("chromium")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here"),
]

ATTACK = """
async (host) => {
  const got = {};
  const tried = (make) => new Promise((done) => {
    const element = make();
    element.onload = () => done("loaded");
    element.onerror = () => done("refused");
    document.body.append(element);
  });
  got.websocket = await new Promise((done) => {
    const socket = new WebSocket(`ws://${host}/ws`);
    socket.onopen = () => done("open");
    socket.onerror = () => done("refused");
  });
  got.fetch = await fetch(`http://${host}/manifest.json`, {credentials: "include"}).then(
    (answer) => String(answer.status), () => "refused");
  got.script = await tried(() =>
    Object.assign(document.createElement("script"), {src: `http://${host}/python.js`}));
  got.image = await tried(() =>
    Object.assign(document.createElement("img"), {src: `http://${host}/favicon.png`}));
  return got;
}
"""


class _HostilePage(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Free wallpapers</title><body>")

    def log_message(self, *_args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("data")) as app:
        yield app


@pytest.fixture(scope="module")
def hostile_port() -> Iterator[int]:
    """The port of another server on this computer, with a page that attacks."""
    server = HTTPServer(("127.0.0.1", 0), _HostilePage)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser(app: Running) -> Iterator[BrowserContext]:
    """A browser that has opened the app, and so holds its cookie."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[
                "--no-sandbox",
                # An attacker's name that leads to this computer, and no other host at all.
                "--host-resolver-rules=MAP evil.example 127.0.0.1, "
                "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            ],
        )
        context = chromium.new_context()
        context.new_page().goto(app.address)
        yield context
        chromium.close()


def test_the_apps_own_page_gets_everything(app: Running, browser: BrowserContext) -> None:
    """The control: the same attempts succeed where they may."""
    page = browser.new_page()
    page.goto(f"http://{app.host}/")
    got = page.evaluate(ATTACK, app.host)
    assert got == {"websocket": "open", "fetch": "200", "script": "loaded", "image": "loaded"}


@pytest.mark.parametrize("name", ["127.0.0.1", "evil.example"])
def test_another_page_gets_nothing(
    app: Running, browser: BrowserContext, hostile_port: int, name: str
) -> None:
    page = browser.new_page()
    page.goto(f"http://{name}:{hostile_port}/")
    got = page.evaluate(ATTACK, app.host)
    assert set(got.values()) == {"refused"}, got


def test_a_link_on_another_page_does_not_open_the_app(
    app: Running, browser: BrowserContext, hostile_port: int
) -> None:
    page = browser.new_page()
    page.goto(f"http://evil.example:{hostile_port}/")
    with page.expect_popup() as popup:
        page.evaluate("host => { window.open(`http://${host}/`) }", app.host)
    popup.value.wait_for_load_state()
    assert "This address is private" in popup.value.inner_text("body")


def test_a_name_that_leads_here_is_refused(app: Running, browser: BrowserContext) -> None:
    page = browser.new_page()
    answer = page.goto(f"http://evil.example:{app.port}/")
    assert answer is not None
    assert answer.status == 403


def test_the_token_leaves_no_trace_in_the_history(app: Running, browser: BrowserContext) -> None:
    page = browser.new_page()
    page.goto(app.address)
    page.wait_for_url(f"http://{app.host}/**")
    page.wait_for_function("!location.search.includes('token')")
    assert page.evaluate("history.length") <= 2


def test_a_stale_address_says_what_to_do(browser: BrowserContext, tmp_path: Path) -> None:
    with running(tmp_path) as earlier:
        address = earlier.address
        port = earlier.port
    with running(tmp_path, port) as _later:
        answer = browser.new_page().goto(address)
        assert answer is not None
        assert answer.status == 403
        assert "Open the one that was printed" in answer.text()
