"""Answers the browser engine's search for fonts with the app's own, where the app is served.

The engine asks for addresses such as ``/assets/fonts/notosansarabic/v28/nwpx.woff2``. For a script
that the app has no font for, it gets one that at least ends the search.
"""

from __future__ import annotations

import re
from pathlib import Path

from starlette.responses import FileResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from aya_companion.device.flet.stand_ins import STAND_INS
from aya_companion.i18n.fonts import FAMILIES

LAST_RESORT = FAMILIES["Noto Sans Symbols 400"]
_SEARCH = re.compile(r"/assets/fonts/(noto\w+)/[^/]+/[^/]+\.woff2")


class FallbackFonts:
    """Wraps the app's web server; ``assets`` is the folder that the font files stand under."""

    def __init__(self, app: ASGIApp, assets: Path) -> None:
        self._app = app
        self._assets = assets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a search for a font, hand on everything else."""
        search = _SEARCH.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if search is None:
            await self._app(scope, receive, send)
            return
        file = self._assets / STAND_INS.get(search[1], (LAST_RESORT,))[0]
        await FileResponse(file, media_type="font/woff2")(scope, receive, send)
