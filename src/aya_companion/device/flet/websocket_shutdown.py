"""Says goodbye to open pages when the app is stopped."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Receive, Scope, Send


class WebSocketShutdown:
    """Wraps an ASGI app, and ends what its WebSockets are doing once ``say`` was called.

    Flet waits for ever on a page that has gone before it said its first word. Without this,
    stopping the app while a page is coming up takes seconds, and ends with the errors of what had
    to be torn off.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._said = asyncio.Event()

    def say(self) -> None:
        """From now on no page is listened to."""
        self._said.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand one request on."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        page = asyncio.ensure_future(self._app(scope, receive, send))
        goodbye = asyncio.ensure_future(self._said.wait())
        try:
            await asyncio.wait({page, goodbye}, return_when=asyncio.FIRST_COMPLETED)
            if page.done():
                await page
        finally:
            goodbye.cancel()
            page.cancel()
