"""What a hospital's calendar said of an appointment when it was last read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, kw_only=True)
class Received:
    """The hospital's own copy, kept beside the appointment: so its changes are told from theirs.

    The fields are those of ``Appointment``; ``sequence`` is the hospital's count, not theirs.
    ``zone`` is empty when only the day is known: such a day is on everybody's clocks.
    """

    sequence: int
    day: date
    at: time | None
    zone: str
    title: str
    place: str
    repeat: str
    exceptions: tuple[date, ...]
