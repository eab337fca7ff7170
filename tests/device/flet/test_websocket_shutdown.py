"""Nobody waits for a page that is gone."""

from __future__ import annotations

import asyncio
from typing import Any

import flet as ft
from flet_web.fastapi import app as flet_web_app
from starlette.types import ASGIApp

from aya_companion.device.flet.websocket_shutdown import WebSocketShutdown

SCOPE = {
    "type": "websocket",
    "path": "/ws",
    "raw_path": b"/ws",
    "root_path": "",
    "scheme": "ws",
    "query_string": b"",
    "headers": [(b"host", b"127.0.0.1:1"), (b"origin", b"http://evil.example")],
    "client": ("127.0.0.1", 2),
    "server": ("127.0.0.1", 1),
    "subprotocols": [],
    "extensions": {},
}


class Page:
    """A page in a browser, connected to an app, that has said nothing yet."""

    def __init__(self, app: ASGIApp) -> None:
        self.answers: list[str] = []
        self._says: asyncio.Queue[Any] = asyncio.Queue()
        self._says.put_nowait({"type": "websocket.connect"})
        self.task = asyncio.ensure_future(app(dict(SCOPE), self._says.get, self._hear))

    async def _hear(self, message: Any) -> None:
        self.answers.append(message["type"])

    async def leave(self) -> None:
        """Go away, or be sent away by the web server."""
        self._says.put_nowait({"type": "websocket.disconnect", "code": 1012})
        await asyncio.sleep(0.1)

    async def stay(self) -> None:
        """Let the app do what it does."""
        await asyncio.sleep(0.1)


def plain_flet() -> ASGIApp:
    """An empty app, served by Flet."""

    async def main(page: ft.Page) -> None:
        page.add(ft.Text("here"))

    app: ASGIApp = flet_web_app(main)
    return app


def test_plain_flet_waits_for_a_page_that_left_before_its_first_word() -> None:
    """``websocket_shutdown.py`` can go when this fails."""

    async def live() -> bool:
        page = Page(plain_flet())
        await page.stay()
        await page.leave()
        ended = page.task.done()
        page.task.cancel()
        return ended

    assert not asyncio.run(live())


def test_once_it_is_said_no_page_is_waited_for() -> None:
    async def live() -> tuple[bool, bool]:
        app = WebSocketShutdown(plain_flet())
        page = Page(app)
        await page.stay()
        before = page.task.done()
        app.say()
        await page.stay()
        return before, page.task.done()

    assert asyncio.run(live()) == (False, True)


def test_plain_flet_takes_a_page_of_any_other_site() -> None:
    """``AccessGuard`` need not look at Origin any more when this fails."""

    async def live() -> list[str]:
        page = Page(plain_flet())
        await page.stay()
        page.task.cancel()
        return page.answers

    assert asyncio.run(live()) == ["websocket.accept"]
