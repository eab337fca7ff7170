"""A telephone number: what is dialled, and how it is shown. The two never differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aya_companion.domain.errors import InvalidRecordError

LONGEST = 15
"""Digits of the longest number there is (ITU-T E.164), a prefix like 00 left aside."""

_GROUPED = re.compile(r"\+?\d+(?: \d+)*|[*#][\d*#]*(?: [\d*#]+)*", re.ASCII)
_EXTENSION = re.compile(r",*[\d*#]+(?:,+[\d*#]+)*", re.ASCII)

_COUNTRY = re.compile(r"[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3}", re.ASCII)
"""A country's code at the beginning of an international number (ITU-T E.164 assigns them)."""


@dataclass(frozen=True)
class PhoneNumber:
    """``grouped`` are the keys a telephone dials, in groups: "+34 912 345 678", "*4141".

    ``extension`` is dialled after a pause, once somebody answers; a comma in it is a pause more.
    Raises InvalidRecordError for what is no such keys: a number is never made of other signs.
    """

    grouped: str
    extension: str = ""

    def __post_init__(self) -> None:
        """Raises InvalidRecordError."""
        if not _GROUPED.fullmatch(self.grouped) or not is_dialable(self.keys):
            raise InvalidRecordError("phone number: not the keys of a telephone")
        if self.extension and not _EXTENSION.fullmatch(self.extension):
            raise InvalidRecordError("phone number: not the keys of an extension")

    @property
    def keys(self) -> str:
        """The keys without groups and extension."""
        return self.grouped.replace(" ", "")

    @property
    def shown(self) -> str:
        """What is dialled, in groups; the extension as ITU-T E.123 writes it, never on a line of its own."""
        return f"{self.grouped} ext.\u00a0{self.extension}" if self.extension else self.grouped

    @property
    def dialled(self) -> str:
        """The keys, and the extension behind a pause, as an address of the scheme ``tel`` has them."""
        keys = f"{self.keys},{self.extension}" if self.extension else self.keys
        return keys.replace("#", "%23")  # it would begin another part of the address

    @property
    def address(self) -> str:
        """The address that dials it."""
        return f"tel:{self.dialled}"


def is_dialable(keys: str) -> bool:
    """Whether there are as many digits as a number can have: two, like 15, up to fifteen."""
    digits = sum(key.isdecimal() for key in keys)
    return 2 <= digits <= LONGEST + (2 if keys.startswith("00") else 0)


def number_of(groups: Sequence[str], *, plus: bool = False, extension: str = "") -> PhoneNumber:
    """The number of these groups of keys, as they were written; only the very long are divided.

    Raises InvalidRecordError when no telephone dials it.
    """
    shorter: list[str] = []
    for place, group in enumerate(groups):
        code = _COUNTRY.match(group) if plus and place == 0 and len(group) > 6 else None
        if code:
            shorter.append(code.group())
        shorter.extend(_threes(group[code.end() :] if code else group))
    return PhoneNumber(("+" if plus else "") + " ".join(shorter), extension)


def _threes(group: str) -> list[str]:
    """A group that nobody reads at a glance, in threes; four are not divided at its end."""
    if len(group) < 7 or not group.isdecimal():
        return [group]
    short = []
    while len(group) > 4:
        short.append(group[:3])
        group = group[3:]
    return [*short, group]
