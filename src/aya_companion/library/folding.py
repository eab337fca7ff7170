"""Words without case and accents, to compare and sort them."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """The text in small letters and without accents: ``Médula`` and ``medula`` are the same."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
