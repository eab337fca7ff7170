"""The app in a browser on the same computer: Flet's web server behind a private door."""

from __future__ import annotations

import errno
import socket
from collections.abc import Awaitable, Callable
from pathlib import Path

import flet as ft
import uvicorn
from flet_web.fastapi import app as flet_web_app

from aya_companion.device.flet.fallback_fonts import FallbackFonts
from aya_companion.device.flet.offline_client import OfflineClient
from aya_companion.device.flet.websocket_shutdown import WebSocketShutdown
from aya_companion.device.redacted_logs import redact_logs
from aya_companion.device.served.access_guard import AccessGuard

ASSETS = Path(__file__).resolve().parents[4] / "assets"


class PortTakenError(Exception):
    """The port is used by another program; the message says what to do."""


class PortForbiddenError(Exception):
    """The system keeps the port for programs with more rights; the message says what to do."""


class Served(uvicorn.Server):
    """Serves the app on 127.0.0.1 until it is stopped.

    ``announce`` is called with the door, which knows the addresses, as soon as it answers there.
    """

    def __init__(
        self,
        main: Callable[[ft.Page], Awaitable[None]],
        listener: socket.socket,
        announce: Callable[[AccessGuard], None],
    ) -> None:
        app = flet_web_app(
            main,
            assets_dir=str(ASSETS),
            app_name="AYA Companion",
            app_short_name="Companion",
            app_description="Plain-language help for young people with ALL.",
            web_renderer=ft.WebRenderer.CANVAS_KIT,
            route_url_strategy=ft.RouteUrlStrategy.HASH,
            no_cdn=True,
        )
        self._farewell = WebSocketShutdown(FallbackFonts(OfflineClient(app), ASSETS))
        self.door = AccessGuard(self._farewell, port=listener.getsockname()[1])
        self._listener = listener
        self._announce = announce
        redact_logs()
        super().__init__(
            uvicorn.Config(
                self.door,
                # Requests carry the token; none of them is written down.
                access_log=False,
                log_config=None,  # its own writes errors in full, past the quiet logs
                log_level="warning",
                server_header=False,
                timeout_graceful_shutdown=2,
                ws="websockets-sansio",
            )
        )

    def serve_until_stopped(self) -> None:
        """Returns when the process is told to stop."""
        self.run(sockets=[self._listener])

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to answer, and say where."""
        await super().startup(sockets=sockets)
        self._announce(self.door)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop to answer, open pages included."""
        self._farewell.say()
        await super().shutdown(sockets=sockets)


def listen(port: int) -> socket.socket:
    """A socket on 127.0.0.1 and nowhere else; port 0 takes any free one.

    Raises PortTakenError, PortForbiddenError, or OSError when there is no network at all.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows lets two programs share a port otherwise.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
        listener.listen()
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            other = port + 1 if port < 65535 else 0
            raise PortTakenError(
                f"Port {port} is used by another program. Choose another: --port {other}"
            ) from None
        if error.errno in (errno.EACCES, errno.EPERM):
            raise PortForbiddenError(
                f"Your system does not let you use port {port}. Choose one from 1024 on: --port 8550"
            ) from None
        raise
    return listener
