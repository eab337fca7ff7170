"""A temperature among what somebody typed, in any of the ways in which people write one.

Whether it is high or low is not looked at: the box tells about the team's own number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator

from aya_companion.library.search.text import words_in

_SHOWN = r"(?<![\d.,٫])(?:3[3-9]|4[0-3]|9[2-9]|10\d)"
"""What a thermometer for people shows, in Celsius or Fahrenheit."""

_MARKED = re.compile(
    rf"{_SHOWN}(?:[.,٫،·'’`´]\d{{1,2}}(?!\d)|\s*[°º˚℃℉]\s?[cf]?|\s?[cf]\b)", re.IGNORECASE
)
"""With its tenths or a degree sign: nothing but a temperature."""

_WHOLE = re.compile(r"(?<![\w.,٫$€£])(?:3[89]|4[0-2]|10[1-7])(?!\w|%|\s?[.,٫]?\d)")
"""A number alone, as people type it in a hurry, if it would be one that calls for a box."""


def name_temperatures(typed: str, word: str, units: Container[str]) -> str:
    """What was typed with ``word`` in the place of every temperature.

    A whole number is none when one of ``units`` follows it: "39 weeks".
    """
    spans = sorted(_spans(typed, units), reverse=True)
    for start, end in spans:
        typed = f"{typed[:start]} {word} {typed[end:]}"
    return typed


def names_temperature(typed: str, units: Container[str] = ()) -> bool:
    """Whether a temperature was typed; ``units`` as in ``name_temperatures``."""
    return next(_spans(typed, units), None) is not None


def _spans(typed: str, units: Container[str]) -> Iterator[tuple[int, int]]:
    # Digits of every script become those of this one, letter for letter, so that places stay.
    plain = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in typed)
    for found in _MARKED.finditer(plain):
        yield found.span()
    for found in _WHOLE.finditer(plain):
        after = words_in(plain[found.end() :])
        if not _MARKED.match(plain, found.start()) and not (after and after[0].word in units):
            yield found.span()
