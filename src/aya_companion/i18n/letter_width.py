"""How wide words are before they are drawn, from the average letter of their script.

A guess for deciding on room: what has to be exact is measured by who draws it.
"""

from __future__ import annotations

import unicodedata
from functools import cache

LATIN = 0.46
WIDTHS: tuple[tuple[str, str, float], ...] = (
    ("\u0600", "\u06ff", 0.5),  # Arabic, in its joined forms
    ("\u0900", "\u097f", 0.5),  # Devanagari
)
"""First and last letter of a script, and the width of its average letter, in sizes of the text."""

WHOLE = 1.0
"""A letter of Chinese, Japanese and Korean fills its square."""

WIDE_WORD = 1.3
"""How much wider than its average letters one word can be: one with many an m and w."""


def width_of(words: str) -> float:
    """The width of words on one line, in sizes of their text."""
    return sum(map(_width, words))


@cache
def _width(sign: str) -> float:
    if unicodedata.category(sign) == "Mn":  # it stands on the letter before
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return WHOLE
    return next((width for first, last, width in WIDTHS if first <= sign <= last), LATIN)
