"""Lets nobody in to the served app but the browser that was given its address.

What a person keeps here is private, and every program and every web page on the same computer can
reach a local port. So a request has to show:

- the Host header of this very address: a name that an attacker points at 127.0.0.1 (DNS rebinding)
  is another name;
- no Origin but our own: browsers let any page open a WebSocket to any address, and name the page;
- the cookie, which only an address with a token in it gives out. The address that is handed to a
  browser works once: other users of the computer can read what programs are started with.

A cookie is sent to every port of a host, so pages of another local server count as the same site:
the browser's Sec-Fetch-Site header tells them apart.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    # CanvasKit is WebAssembly, the page that starts it holds small scripts of its own, and Flutter
    # writes styles and fonts at run time. Nothing may come from, or go to, another host.
    "content-security-policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self' {websocket} data: blob:; worker-src 'self' blob:; object-src 'none'; "
        "base-uri 'self'; form-action 'none'; frame-ancestors 'none'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
"""What every answer carries; ``{websocket}`` is the address of our own (older Safari wants it)."""

WELCOME = b"""<!doctype html><html lang="en"><title>AYA Companion</title>
<meta http-equiv="refresh" content="0;url=/">"""
"""Sends the browser on from the address with the token, which so leaves no trace in its history.

A page and not a redirect: after a redirect the browser would still name the program that opened the
address as the one who asks, and keep the cookie back.
"""

REFUSAL = (
    b"This address is private. Open the one that was printed when AYA Companion was started; "
    b"each start has a new one.\n"
)


class AccessGuard:
    """Wraps an ASGI app that is served on 127.0.0.1 and one port.

    An address to open holds a random token, which is exchanged for a cookie. Everything that cannot
    show the cookie is answered with 403, and its WebSockets are not accepted.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._host = f"127.0.0.1:{port}"
        self._origin = f"http://{self._host}"
        self._token = secrets.token_urlsafe(32)
        self._token_for_once = ""
        self._cookie = f"aya-companion-{port}={secrets.token_urlsafe(32)}"
        values = {
            name: value.replace("{websocket}", f"ws://{self._host}")
            for name, value in HEADERS.items()
        }
        self._headers = [(name.encode(), value.encode()) for name, value in values.items()]

    @property
    def address(self) -> str:
        """The address that opens the app, good until the process ends."""
        return f"{self._origin}/?token={self._token}"

    def address_for_once(self) -> str:
        """An address that opens the app one time; the one given out before no longer does."""
        self._token_for_once = secrets.token_urlsafe(32)
        return f"{self._origin}/?token={self._token_for_once}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif not self._from_here(scope):
            await self._refuse(scope, send)
        elif self._has_token(scope):
            await self._welcome(send)
        elif self._has_cookie(scope):
            await self._app(scope, receive, self._guarded(send))
        else:
            await self._refuse(scope, send)

    def _from_here(self, scope: Scope) -> bool:
        """Whether the request was sent to this address, by a page of this address or by a person."""
        if _header(scope, b"host") != [self._host]:
            return False
        origins = _header(scope, b"origin")
        if scope["type"] == "websocket":
            return origins == [self._origin]
        return origins in ([], [self._origin])

    def _has_token(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] != "/":
            return False
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
        if self._token_for_once and _same(given, self._token_for_once):
            self._token_for_once = ""
            return True
        return _same(given, self._token)

    def _has_cookie(self, scope: Scope) -> bool:
        if _header(scope, b"sec-fetch-site") not in ([], ["same-origin"], ["none"]):
            return False
        cookies = ";".join(_header(scope, b"cookie")).split(";")
        return _same((cookie.strip() for cookie in cookies), self._cookie)

    async def _welcome(self, send: Send) -> None:
        cookie = f"{self._cookie}; Path=/; HttpOnly; SameSite=Strict"
        await self._answer(send, 200, "text/html; charset=utf-8", WELCOME, cookie)

    async def _refuse(self, scope: Scope, send: Send) -> None:
        if scope["type"] == "websocket":
            # Closing what was not accepted makes the server answer 403.
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self._answer(send, 403, "text/plain; charset=utf-8", REFUSAL)

    async def _answer(
        self, send: Send, status: int, kind: str, body: bytes, cookie: str = ""
    ) -> None:
        headers = [
            *self._headers,
            (b"content-type", kind.encode()),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"no-store"),
        ]
        if cookie:
            headers.append((b"set-cookie", cookie.encode()))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    def _guarded(self, send: Send) -> Send:
        """The same ``send``, with our headers in place of the app's own of these names."""
        ours = {name for name, _ in self._headers} | {b"access-control-allow-origin"}

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [pair for pair in message["headers"] if pair[0].lower() not in ours]
                message = {**message, "headers": [*kept, *self._headers]}
            await send(message)

        return guarded


def _header(scope: Scope, name: bytes) -> list[str]:
    """All values of a header of the request."""
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]


def _same(given: Iterable[str], secret: str) -> bool:
    """Whether one of these is the secret; the time it takes tells nothing about the secret."""
    wanted = secret.encode()
    return any(secrets.compare_digest(value.encode(), wanted) for value in given)
