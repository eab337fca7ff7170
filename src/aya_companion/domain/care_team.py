"""The emergency card: whom to call, at which temperature, and what helpers should know."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from aya_companion.domain.card_number import NO_NUMBER, CardNumber
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
    """A number of the team: a name, the number, and the hours it answers."""

    name: str
    phone: CardNumber
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
    emergency_number: CardNumber = NO_NUMBER
    crisis_number: CardNumber = NO_NUMBER
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
