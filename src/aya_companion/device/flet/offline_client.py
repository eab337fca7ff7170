"""Serves Flet's client without the one address of another host that is written into it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from flet_web import get_package_web_dir
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from aya_companion.device.flet.no_cdn import SCRIPT, without_cdn


class OfflineClient:
    """Wraps the app's web server; answers for its script, hands on everything else.

    Raises FletChangedError when it is made.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._source = without_cdn((Path(get_package_web_dir()) / SCRIPT).read_bytes())
        # With a tag the browser keeps the script, compiled, and only asks whether it changed.
        self._headers = {
            "etag": f'"{hashlib.sha256(self._source).hexdigest()[:32]}"',
            "cache-control": "no-cache",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        if scope["type"] != "http" or scope["path"] != f"/{SCRIPT}":
            await self._app(scope, receive, send)
            return
        known = Request(scope).headers.get("if-none-match") == self._headers["etag"]
        response = Response(
            b"" if known else self._source,
            304 if known else 200,
            self._headers,
            media_type="text/javascript",
        )
        await response(scope, receive, send)
