"""Appointments: when, where, with whom, and whether they are still to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from uuid import NAMESPACE_OID, uuid5
from zoneinfo import ZoneInfo

from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.received import Received
from aya_companion.domain.records import YEARS, Record
from aya_companion.domain.recurrence import Repeat, UnsupportedRepeatError, parse_repeat

MOST_MINUTES = 366 * 24 * 60
"""How long before a visit its reminder can be at most."""


class VisitKind(StrEnum):
    """What a visit is for. Questions on pages name the kinds they fit."""

    CLINIC = "clinic"
    TREATMENT = "treatment"
    HOSPITAL = "hospital"
    TEST = "test"
    RESULTS = "results"
    PLANNING = "planning"
    FERTILITY = "fertility"
    SUPPORT = "support"
    CALL = "call"


@dataclass(frozen=True, kw_only=True)
class Appointment(Record):
    """A visit in the wall-clock time of the place where it happens.

    Date, time and zone are kept apart on purpose: "10:30 in Madrid" stays 10:30 in Madrid even
    when the rules for daylight saving change after it was written down.
    ``zone`` is an IANA name. ``at`` is None when only the day is known.

    ``repeat`` is the RRULE it repeats by (RFC 5545), empty when it happens once, and
    ``exceptions`` the days it leaves out. ``uid`` and ``sequence`` identify it in calendars: the
    UID it came with (empty: its own id) and how often it changed since it was first sent;
    ``received`` is the hospital's last copy of it, None when none was read.
    ``reminder_minutes`` is how long before it the phone's calendar reminds, None for never.
    """

    day: date
    at: time | None = None
    zone: str
    kind: VisitKind = VisitKind.CLINIC
    title: str = ""
    place: str = ""
    with_whom: str = ""
    note: str = ""
    repeat: str = ""
    exceptions: tuple[date, ...] = ()
    uid: str = ""
    sequence: int = 0
    reminder_minutes: int | None = None
    received: Received | None = None

    def __post_init__(self) -> None:
        """Raises InvalidRecordError for a zone that does not exist, a year or reminder out of reach."""
        if self.day.year not in YEARS:
            raise InvalidRecordError("appointment: a year before 1900 or after 2200")
        if not 0 <= (self.reminder_minutes or 0) <= MOST_MINUTES:
            raise InvalidRecordError("appointment: a reminder out of reach")
        try:
            ZoneInfo(self.zone)
        except (ValueError, OSError, KeyError) as error:  # ZoneInfoNotFoundError is a KeyError
            raise InvalidRecordError(f"appointment: unknown time zone {self.zone!r}") from error

    @property
    def starts_at(self) -> datetime:
        """The moment it starts, in UTC; the start of its day when no time is known.

        A wall-clock time skipped by daylight saving is read with the offset before the change,
        one that happens twice is its first occurrence (PEP 495, ``fold=0``).
        """
        local = datetime.combine(self.day, self.at or time(), ZoneInfo(self.zone))
        return local.astimezone(UTC)

    def is_upcoming(self, now: datetime) -> bool:
        """Whether it is still to come at the aware moment ``now``, or going on.

        Waiting rooms run late: a visit counts until the end of its day in its own zone.
        """
        return self._day_there(now) <= self.day

    def is_today(self, now: datetime) -> bool:
        """Whether its day, in its own zone, is the one it is at the aware moment ``now``."""
        return self._day_there(now) == self.day

    def has_begun(self, now: datetime) -> bool:
        """Whether its hour has come; from the start of its day when no time is known."""
        return self.starts_at <= now

    def _day_there(self, now: datetime) -> date:
        return now.astimezone(ZoneInfo(self.zone)).date()

    @property
    def repeats(self) -> Repeat | None:
        """How it repeats; None when it happens once, or by a rule this app cannot follow."""
        if not self.repeat:
            return None
        try:
            return parse_repeat(self.repeat, self.day)
        except UnsupportedRepeatError:
            return None

    def days(self) -> Iterator[date]:
        """The days it happens on, in order, those it leaves out left out."""
        repeats = self.repeats
        every = repeats.days(self.day) if repeats else iter((self.day,))
        left_out = frozenset(self.exceptions)
        return (day for day in every if day not in left_out)

    def coming(self, now: datetime) -> Appointment | None:
        """It on the first of its days that is still to come; None when there is none."""
        each = (replace(self, day=day) for day in self.days())
        return next((visit for visit in each if visit.is_upcoming(now)), None)

    def last(self) -> Appointment:
        """It on the last of its days; on the day it was written for when all were left out."""
        days = list(self.days())
        return replace(self, day=days[-1]) if days else self

    def reached(self, now: datetime) -> date | None:
        """The last day up to ``now`` that the rule of a series names, one left out too.

        None when it does not repeat, or has not begun.
        """
        repeats, today, reached = self.repeats, self._day_there(now), None
        for day in repeats.days(self.day) if repeats else ():
            if day > today:
                break
            reached = day
        return reached

    def without(self, day: date) -> Appointment:
        """The series with this day left out."""
        if day in self.exceptions:
            return self
        return replace(self, exceptions=(*self.exceptions, day))

    def own_id(self, day: date) -> str:
        """The id of one of a series as an appointment of its own; the same on every phone."""
        return str(uuid5(NAMESPACE_OID, f"{self.id} {day}"))


def upcoming(visits: Iterable[Appointment], now: datetime) -> list[Appointment]:
    """Those of today and to come, the soonest first; one that repeats stands on its next day."""
    coming = (visit.coming(now) for visit in visits)
    return sorted((v for v in coming if v), key=lambda v: (v.starts_at, v.id))


def past(visits: Iterable[Appointment], now: datetime) -> list[Appointment]:
    """Those that are over, the latest first; one that repeats stands on its last day."""
    over = (visit.last() for visit in visits if visit.coming(now) is None)
    return sorted(over, key=lambda v: (v.starts_at, v.id), reverse=True)
