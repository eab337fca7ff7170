"""Words as calendar files can hold them."""

from __future__ import annotations

import unicodedata


def one_line(value: object) -> str:
    """The words on one line, without control characters; "" for none.

    RFC 5545 forbids control characters in texts, and some parsers take VT, FF or ESC for the end of
    a line.
    """
    line = " ".join(str(value or "").split())
    return "".join(c for c in line if unicodedata.category(c) != "Cc")
