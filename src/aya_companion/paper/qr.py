"""QR codes with plain text in them, read by any phone without a network."""

from __future__ import annotations

from collections.abc import Sequence

import segno
from markupsafe import Markup

MAX_VERSION = 15
"""The finest code that an ordinary phone reads from a wallet card."""

QUIET_ZONE = 4


def qr_code(lines: Sequence[str]) -> segno.QRCode:
    """The code for these lines, the most important first; the last ones that do not fit are left
    out, and one line alone is cut."""
    return _fitting(lines)[1]


def all_fit(lines: Sequence[str]) -> bool:
    """Whether the code holds every one of these lines."""
    return _fitting(lines)[0] == [line for line in lines if line]


def _fitting(lines: Sequence[str]) -> tuple[list[str], segno.QRCode]:
    """The lines that fit, and their code."""
    kept = [line for line in lines if line]
    while True:
        for error in ("M", "L"):
            try:
                code = segno.make_qr("\n".join(kept), error=error, encoding="utf-8")
            except segno.DataOverflowError:
                continue
            if int(code.version) <= MAX_VERSION:
                return kept, code
        kept = kept[:-1] if len(kept) > 1 else [kept[0][: len(kept[0]) * 3 // 4]]


def qr_svg(lines: Sequence[str]) -> Markup:
    """The code as SVG to stand in a document."""
    # segno writes the SVG itself; nothing a person typed is in it as text.
    return Markup(qr_code(lines).svg_inline(scale=3, border=QUIET_ZONE, omitsize=True))


def qr_rows(lines: Sequence[str]) -> list[list[bool]]:
    """The code as rows of dark (True) and light squares, with its quiet zone, for drawing."""
    matrix = qr_code(lines).matrix_iter(border=QUIET_ZONE)
    return [[bool(square) for square in row] for row in matrix]
