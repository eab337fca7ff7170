"""The letters of a calendar file, whatever it was written in."""

from __future__ import annotations

import codecs
import re

_FOLD = re.compile(rb"\r?\n[ \t]")


def text_of(data: bytes) -> str:
    """The file as text: UTF-8 as the standard wants it, else UTF-16 or Windows' Latin letters.

    Never raises: bytes that mean nothing become the sign for it.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    # Some writers fold long lines within a letter: only the unfolded bytes are sound UTF-8.
    data = _FOLD.sub(b"", data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
