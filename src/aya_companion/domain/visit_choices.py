"""What choices in the form of an appointment make of it."""

from __future__ import annotations

from dataclasses import replace

from aya_companion.domain.recurrence import Every, Repeat
from aya_companion.domain.visits import Appointment

OFFERED: tuple[Repeat, ...] = (
    Repeat(Every.DAY),
    Repeat(Every.WEEK),
    Repeat(Every.WEEK, 2),
    Repeat(Every.WEEK, 3),
    Repeat(Every.WEEK, 4),
    Repeat(Every.MONTH),
)
"""Ways to repeat that can be chosen; a calendar file can bring others."""

KEEP = "keep"
"""The choice that leaves the way as a calendar file brought it."""

USUAL_COUNT, MOST = 4, 400
"""How many times an appointment repeats at first, and at most."""


def way_of(visit: Appointment) -> str:
    """The choice that fits how it repeats: "" for once, a rule of ``OFFERED``, or ``KEEP``."""
    now = visit.repeats
    plain = replace(now, count=None, until=None).rule if now else ""
    return plain if plain in {"", *(way.rule for way in OFFERED)} else KEEP


def with_way(visit: Appointment, rule: str) -> Appointment:
    """The appointment repeating by a rule of ``OFFERED``, or once for ""; all days count again.

    How often stays as it was; ``KEEP`` changes nothing.
    """
    if rule == KEEP:
        return visit
    way = next((each for each in OFFERED if each.rule == rule), None)
    if way is None:
        return replace(visit, repeat="", exceptions=())
    count = visit.repeats.count if visit.repeats else USUAL_COUNT
    return replace(visit, repeat=replace(way, count=count).rule, exceptions=())


def with_count(visit: Appointment, typed: str) -> Appointment:
    """The series ending after the number typed, in digits of any script; without one, never.

    At least once and at most ``MOST`` times. What does not repeat stays as it is.
    """
    if visit.repeats is None:
        return visit
    digits = "".join(sign for sign in typed if sign.isdecimal())
    count = min(max(int(digits), 1), MOST) if digits else None
    return replace(visit, repeat=replace(visit.repeats, count=count, until=None).rule)


def with_reminder(visit: Appointment, minutes: str) -> Appointment:
    """The appointment with a reminder so many minutes before, none for ""."""
    return replace(visit, reminder_minutes=int(minutes) if minutes else None)
