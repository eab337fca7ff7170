"""The telephone numbers in what somebody wrote, and whether it is certain which one is meant.

Nothing is guessed: hours ("24h", "8-17") and the names of places ("Ward 12") are no numbers, and where
a text can be read in two ways it has both as candidates, for the person to say which is right.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import combinations

from aya_companion.domain.opening_hours import without_hours
from aya_companion.domain.phone_number import PhoneNumber
from aya_companion.domain.written_numbers import Found, Look

LONG = 500
"""From so many letters on, what stands there is no number with a few words beside it."""


@dataclass(frozen=True)
class Candidate:
    """A number that may be meant, and the words around it."""

    number: PhoneNumber
    label: str = ""


@dataclass(frozen=True)
class Reading:
    """What stands in a text: ``certain`` when it has one number, and it can be no other.

    ``apart`` when there are several, and none of them is a part of another.
    """

    candidates: tuple[Candidate, ...] = ()
    certain: bool = False
    apart: bool = False


def read(text: str) -> Reading:
    """The numbers in a text of a person."""
    words = _without_marks(text)
    if len(words) > LONG:
        return Reading()
    plain = "".join(map(_plain, words))
    exact = Look(without_hours(plain, sure=False))
    found = exact.found
    doubted = exact.doubted
    also = Look(without_hours(plain, sure=True))
    if also.numbers != exact.numbers:
        found, doubted = [*found, *also.found], True
    different = {one.number.dialled: one for one in reversed(found)}
    found = [one for one in found if different[one.number.dialled] is one]
    certain = not doubted and len(found) == 1 and (found[0].is_full or exact.is_all(found[0]))
    candidates = tuple(Candidate(one.number, _label(words, one, found)) for one in found)
    apart = not any(one.overlaps(other) for one, other in combinations(found, 2))
    return Reading(candidates, certain, len(found) > 1 and apart)


def _without_marks(text: str) -> str:
    """Without marks of direction and other signs that are not seen: a copied number carries them."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf").strip()


def _plain(sign: str) -> str:
    """One sign for all that look or mean the same: digits of any script, spaces, dashes."""
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    if unicodedata.category(sign) == "Pd" or sign == "\u2212":
        return "-"
    if unicodedata.category(sign) == "Zs" or sign == "\t":
        return " "
    return {"\uff0b": "+", "\uff0f": "/", "\uff0a": "*", "\uff03": "#", "\u060c": ","}.get(
        sign, sign
    )


def _label(words: str, chosen: Found, found: list[Found]) -> str:
    """The words around a number, without the other numbers; and what spells it, to be known by."""
    left = list(words)
    for one in found:
        if not one.spelled and (one is chosen or not one.overlaps(chosen)):
            left[one.start : one.end] = [" "] * (one.end - one.start)
    kept = re.sub(r"\(\s*\)|\[\s*\]", " ", "".join(left))
    kept = re.sub(r"\s+", " ", kept).strip(" \t\n,;:/|-\u2013\u2014.")
    if kept.startswith("(") and kept.endswith(")") and "(" not in kept[1:]:
        kept = kept[1:-1].strip()
    return kept if any(map(str.isalnum, kept)) else ""
