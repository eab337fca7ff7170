"""Answers the browser engine's search for fonts with the app's own.

For a letter that no loaded font has, the engine asks its server for a Noto font by the name of the
script, such as ``/assets/fonts/notosansarabic/v28/nwpx.woff2``. It asks again and again until it
gets one. People write in scripts that no chosen language announced, so it gets the app's font of
that script, and for a script that the app has none for, one that at least ends the search.
"""

from __future__ import annotations

import re
from pathlib import Path

from starlette.responses import FileResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from aya_companion.i18n.fonts import FAMILIES

LAST_RESORT = FAMILIES["Noto Sans Symbols 400"]

_OWN = {
    family.removesuffix(" 400").replace(" ", "").lower(): file
    for family, file in FAMILIES.items()
    if family.endswith(" 400")
} | {
    # Asked for what our Latin fonts lack, which is Devanagari above all: the engine's has it.
    "notosans": FAMILIES["Noto Sans Devanagari 400"],
    "notocoloremoji": FAMILIES["Noto Emoji 400"],
    "notosanshk": FAMILIES["Noto Sans TC 400"],
}
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
        file = self._assets / _OWN.get(search[1], LAST_RESORT)
        await FileResponse(file, media_type="font/woff2")(scope, receive, send)
