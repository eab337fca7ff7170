"""The emergency card: whom to call, at which temperature, and what helpers should know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from aya_companion.domain.errors import InvalidRecordError


class CallLevel(StrEnum):
    """How soon to call. Every warning in the app says which of the three it is."""

    EMERGENCY = "emergency"
    TEAM = "team"
    TODAY = "today"


class TemperatureUnit(StrEnum):
    """The unit a temperature was typed in."""

    CELSIUS = "C"
    FAHRENHEIT = "F"


USUAL_THRESHOLD = (Decimal("37.0"), Decimal("39.0"))
"""In degrees Celsius."""


@dataclass(frozen=True)
class Temperature:
    """A temperature as the person typed it, with its unit. Never converted for storage."""

    value: Decimal
    unit: TemperatureUnit

    def __post_init__(self) -> None:
        """Raises InvalidRecordError for what no thermometer for people shows."""
        if not Decimal("30") <= self.celsius <= Decimal("45"):
            raise InvalidRecordError("temperature: not a body temperature in this unit")

    @property
    def celsius(self) -> Decimal:
        """In degrees Celsius, rounded to a tenth."""
        if self.unit is TemperatureUnit.CELSIUS:
            return self.value.quantize(Decimal("0.1"))
        return ((self.value - 32) * 5 / 9).quantize(Decimal("0.1"))

    @property
    def fahrenheit(self) -> Decimal:
        """In degrees Fahrenheit, rounded to a tenth."""
        if self.unit is TemperatureUnit.FAHRENHEIT:
            return self.value.quantize(Decimal("0.1"))
        return (self.value * 9 / 5 + 32).quantize(Decimal("0.1"))

    @property
    def is_usual_threshold(self) -> bool:
        """Whether teams are known to use a fever number like this one (``USUAL_THRESHOLD``).

        Outside it a person may have mistyped, so the app asks them to check with their team before
        it keeps the number. Published fever numbers run from 37.5 to 38.5 °C.
        """
        low, high = USUAL_THRESHOLD
        return low <= self.celsius <= high


@dataclass(frozen=True)
class Contact:
    """A number of the team: a name, the number as typed, and the hours it answers."""

    name: str
    phone: str
    hours: str = ""
    level: CallLevel = CallLevel.TEAM


class LineType(StrEnum):
    """The central line a person has; paramedics ask for it."""

    NONE = ""
    PORT = "port"
    PICC = "picc"
    TUNNELLED = "tunnelled"
    OTHER = "other"


@dataclass(frozen=True)
class EmergencyCard:
    """What the Call screen shows. Everything is optional; an empty card shows the general rule.

    ``country`` is an ISO 3166 code the person chose, ``emergency_number`` and ``crisis_number``
    what they confirmed or typed; nothing is guessed from the device.
    """

    country: str = ""
    emergency_number: str = ""
    crisis_number: str = ""
    contacts: tuple[Contact, ...] = ()
    fever: Temperature | None = None
    allergies: str = ""
    line: LineType = LineType.NONE
    diagnosis: str = ""
    notes: str = ""
    name: str = ""
    shown_when_locked: bool = True

    def contacts_for(self, level: CallLevel) -> tuple[Contact, ...]:
        """The numbers for one level, in the person's order."""
        return tuple(c for c in self.contacts if c.level is level)


_NUMBER = re.compile(
    r"([+\uff0b]?)[\s(]*"
    # Digits, and capitals joined to them as on a keypad: 1-800-4-CANCER. An extension is no part.
    r"([\d*#](?:\d|[*#]|(?<=[\d.-])(?!EXT)[A-Z]{2,}|"
    # What people write between the digits of one number; marks of direction come with a copy.
    r"[\s()\[\]./\-\u2010-\u2015\u200e\u200f\u2066-\u2069])*)"
)
"""A leading plus, and the digits of one number; whatever else is written ends it."""

_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


def dialable(phone: str) -> str:
    """The number as a ``tel:`` address wants it (RFC 3966): digits, a leading plus, ``*`` and ``#``.

    Returns "" when nothing in it can be dialled. Digits of any script are understood, so a number
    typed with Arabic digits dials as well, and so are capitals that stand for keys. Only the first
    number is taken: an extension or a second number behind it would make a wrong one. The ``(0)``
    that is written behind a country code is not dialled with it (ITU-T E.123).
    """
    found = _NUMBER.search(phone)
    if found is None:
        return ""
    plus, written = found.groups()
    if plus:
        written = re.sub(r"\(\s*0\s*\)", "", written)
    number, *rest = (_keys(part) for part in written.split("/"))
    for part in rest:
        if not _is_area_code(number, part, bool(plus)):
            break
        number += part
    # No telephone number is shorter than two digits or longer than fifteen (ITU-T E.164).
    if not 2 <= sum(key.isdecimal() for key in number) <= 15:
        return ""
    return ("+" if plus else "") + number


def _keys(written: str) -> str:
    """The keys of a telephone that these signs stand for."""
    keys = (str(int(c)) if c.isdecimal() else c for c in written.translate(_KEYPAD))
    return "".join(key for key in keys if key.isdecimal() or key in "*#")


def _is_area_code(before: str, behind: str, international: bool) -> bool:
    """Whether a slash stands within one number (030/123456) and not between two (112 / 911)."""
    begins = international or before.startswith("0")
    return begins and len(before) <= 6 and len(before) <= len(behind)
