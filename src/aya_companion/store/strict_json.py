"""The one reader of JSON, for files from anywhere and for what is stored alike."""

from __future__ import annotations

import json
import math
import re
from typing import Any

MAX_DEPTH = 32

_SIGNS = b'"[]{}'
_OTHERS = bytes(set(range(256)) - set(_SIGNS))
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")


def read_json(data: bytes) -> Any:
    """What JSON in UTF-8 says. Raises ValueError for all it does not like.

    That is also: nested deeper than MAX_DEPTH, since the parser's own limit ends the browser's
    interpreter; numbers that are none or beyond what a number can be; and a character spelled by
    half becomes "?", as in a save, since it could not be written again.
    """
    depth = 0
    for bracket in _brackets(data):
        depth += 1 if bracket in b"[{" else -1
        if depth > MAX_DEPTH:
            raise ValueError(f"nested deeper than {MAX_DEPTH}")
    content = _parsed(data)
    if _HALF.search(data):
        content = _parsed(json.dumps(content, ensure_ascii=False).encode(errors="replace"))
    return content


def _brackets(data: bytes) -> bytes:
    """The brackets outside of strings, as far as it is JSON, in a few passes over all of it."""
    plain = data.replace(rb"\\", b"").replace(rb"\"", b"").translate(None, _OTHERS)
    return b"".join(plain.split(b'"')[::2])


def _parsed(data: bytes) -> Any:
    return json.loads(data.decode("utf-8"), parse_constant=_no_constant, parse_float=_finite)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number out of range")
    return number


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")
