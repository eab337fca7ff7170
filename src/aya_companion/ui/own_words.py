"""What the person typed, in whatever script, inside an interface of the other direction."""

from __future__ import annotations

import unicodedata

from aya_companion.ui.context import Ui

FSI, PDI = "\u2068", "\u2069"
"""Unicode's marks for a piece that goes the way of its first letter, and for its end."""


def own(ui: Ui, words: str) -> str:
    """The words, marked when they run against the interface; their question mark stays behind."""
    for sign in words:
        kind = unicodedata.bidirectional(sign)
        if kind in ("L", "R", "AL"):
            return words if (kind != "L") == ui.rtl else f"{FSI}{words}{PDI}"
    # No letter at all: a number with signs, such as that of a phone, which runs left to right.
    return f"{FSI}{words}{PDI}" if ui.rtl and any(map(str.isdigit, words)) else words
