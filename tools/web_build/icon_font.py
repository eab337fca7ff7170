"""The font of the icons, without the thousands that the app does not show."""

from __future__ import annotations

import io
from collections.abc import Iterable

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ADDRESS = "assets/fonts/MaterialIcons-Regular.otf"
_PLAIN = "_baseline"


def trim_icons(font: bytes, names: Iterable[str]) -> bytes:
    """The font with every icon in its plain style, and in other styles those of the given names.

    The plain style stays whole because the engine's own buttons and fields use it. ``names`` are
    as Flet has them: ``ROUTE_ROUNDED``. The same font and names give the same bytes.
    """
    wanted = {name.lower() for name in names}
    loaded = TTFont(io.BytesIO(font), recalcTimestamp=False)
    options = Options()
    options.glyph_names = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(
        unicodes=[
            code
            for code, glyph in loaded.getBestCmap().items()
            if glyph.endswith(_PLAIN) or glyph in wanted or code == ord(" ")
        ]
    )
    subsetter.subset(loaded)
    buffer = io.BytesIO()
    loaded.save(buffer)
    return buffer.getvalue()
