"""Unicode's marks for pieces that run against what stands around them. No other file holds one."""

from __future__ import annotations

import unicodedata

RLM = "\u200f"
"""Reads as a right-to-left letter that is not seen: signs beside it go with it."""

_LRI, _RLI, _FSI, _PDI = "\u2066", "\u2067", "\u2068", "\u2069"
"""Begin a piece that goes left to right, right to left, or as its first letter does; end it."""


def left_to_right(words: str) -> str:
    """A piece that runs left to right in any script: a number read backwards is a wrong number."""
    return f"{_LRI}{words}{_PDI}"


def isolated(words: str) -> str:
    """A piece that goes the way of its first letter, whatever stands around it."""
    return f"{_FSI}{words}{_PDI}"


def ends(*, rtl: bool) -> tuple[str, str]:
    """The marks before and after a piece of this direction."""
    return (_RLI if rtl else _LRI), _PDI


def directed(words: str, *, rtl: bool, within_rtl: bool) -> str:
    """Words of one direction inside a place of another (``within_rtl``), marked when they differ.

    Without marks the full stop of an English sentence stands at the wrong end in Arabic.
    """
    before, after = ends(rtl=rtl)
    return words if rtl == within_rtl else f"{before}{words}{after}"


def own(words: str, *, within_rtl: bool) -> str:
    """What a person typed, marked when it runs against the interface; its question mark stays behind.

    Pieces that are marked already stay as they are: marked once more they would wrap as one.
    """
    if words.startswith((_LRI, _RLI, _FSI)):
        return words
    for sign in words:
        kind = unicodedata.bidirectional(sign)
        if kind in ("L", "R", "AL"):
            return words if (kind != "L") == within_rtl else isolated(words)
    # No letter at all: a number with signs, such as that of a phone, which runs left to right.
    return isolated(words) if within_rtl and any(map(str.isdigit, words)) else words
