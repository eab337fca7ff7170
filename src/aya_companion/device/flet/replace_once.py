"""A change in somebody else's file: made in exactly one place, or refused."""

from __future__ import annotations

import re
from typing import AnyStr


class FletChangedError(Exception):
    """A file of Flet's is not the one a repair was written for; the message says which and what."""


def replace_once(text: AnyStr, old: AnyStr | re.Pattern[AnyStr], new: AnyStr, file: str) -> AnyStr:
    """``text`` with the one place that is ``old``, or that ``old`` matches, replaced by ``new``.

    ``file`` names what the text was read from. Raises FletChangedError when there is no such place,
    or more than one: what was repaired may be mended, or stand elsewhere.
    """
    pattern = old if isinstance(old, re.Pattern) else re.compile(re.escape(old))
    changed, found = pattern.subn(lambda _place: new, text)
    if found != 1:
        raise FletChangedError(
            f"{file} has {found} places like {pattern.pattern!r}, not one: Flet changed. What the "
            "repair is for, and whether it can go, is in docs/flet.md."
        )
    return changed
