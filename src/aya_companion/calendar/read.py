"""A hospital's ``.ics`` file, read into appointments to look at before any is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from icalendar import Calendar
from icalendar.timezone import tzp

from aya_companion.calendar.decoding import text_of
from aya_companion.calendar.event import day_of, line, sequence_of, visit_of
from aya_companion.calendar.updates import as_said
from aya_companion.calendar.write import uid_of
from aya_companion.domain.calendar_files import (
    CalendarTooLargeError,
    Doubt,
    NoAppointmentsError,
    NotACalendarError,
)
from aya_companion.domain.visits import Appointment

MAX_SIZE = 2_000_000
MAX_EVENTS = 2_000


@dataclass(frozen=True)
class CalendarFile:
    """What a file holds.

    ``doubts`` are what was not understood, each with the UID that calendars know the appointment
    by. ``cancelled`` are the UIDs of cancelled ones, with the sequence of the cancellation.
    ``days_off`` are the days that series which the file does not hold lose to it, by their UID.
    ``left_out`` counts events without a usable day.
    """

    visits: tuple[Appointment, ...]
    doubts: frozenset[tuple[str, Doubt]] = frozenset()
    cancelled: Mapping[str, int] = field(default_factory=dict)
    days_off: Mapping[str, frozenset[date]] = field(default_factory=dict)
    left_out: int = 0


@dataclass(frozen=True)
class _Entry:
    """An event that was read; a cancelled one has no ``visit``."""

    sequence: int
    visit: Appointment | None = None
    doubts: frozenset[Doubt] = frozenset()


def part_uid(uid: str, day: date) -> str:
    """What the appointment is known by that took the place of a day of a series.

    Calendars give both the same UID; here each is an appointment of its own.
    """
    return f"{uid}/{day:%Y%m%d}"


def series_uid(uid: str) -> str:
    """The UID of the series that ``part_uid`` made this one of; "" for any other."""
    series, _slash, day = uid.rpartition("/")
    return series if len(day) == 8 and day.isdecimal() else ""


def read_calendar(data: bytes, zone: str, now: datetime, new_id: Callable[[], str]) -> CalendarFile:
    """The appointments in a file.

    Times in zones nobody knows, and in UTC, are told on the clocks of ``zone``; times without a
    zone are taken as being on them. Raises CalendarFileError.
    """
    events = _events(data)
    found: dict[str, _Entry] = {}
    days_off: dict[str, set[date]] = defaultdict(set)
    left_out = 0
    # Series first: a moved day is told on the clocks of its series.
    for event, cancelled in sorted(events, key=lambda each: "RECURRENCE-ID" in each[0]):
        try:
            uid = line(event.get("uid"))
            if "RECURRENCE-ID" in event and uid:
                series = found.get(uid, _Entry(0)).visit
                day = day_of(event["recurrence-id"].dt, series.zone if series else zone)
                days_off[uid].add(day)
                uid = part_uid(uid, day)
            if cancelled:
                if not uid:
                    continue  # nobody can know which one is meant
                entry = _Entry(sequence_of(event))
            else:
                empty = Appointment(
                    id=new_id(), created_at=now, updated_at=now, day=now.date(), zone=zone, uid=uid
                )
                visit, doubts = visit_of(event, empty)
                uid = uid_of(visit)
                entry = _Entry(visit.sequence, visit, doubts)
        except Exception:  # a stranger's event; the others of the file are still good
            left_out += 1
            continue
        if uid not in found or found[uid].sequence <= entry.sequence:
            found[uid] = entry
    return _gathered(found, days_off, left_out)


def _events(data: bytes) -> list[tuple[Any, bool]]:
    """The events of a file, and of each whether the file cancels it. Raises CalendarFileError."""
    if len(data) > MAX_SIZE:
        raise CalendarTooLargeError(f"calendar: larger than {MAX_SIZE} bytes")
    text = text_of(data)
    if "BEGIN:VCALENDAR" not in text.upper():
        raise NotACalendarError("calendar: no VCALENDAR in it")
    # The parser remembers zones by the names files gave them: another file's may be another zone.
    tzp.use_default()
    try:
        events = []
        for calendar in Calendar.from_ical(text, multiple=True):
            cancels = str(calendar.get("method", "")).upper() == "CANCEL"
            for event in calendar.walk("VEVENT"):
                status = str(event.get("status", "")).upper()
                events.append((event, cancels or status == "CANCELLED"))
    except Exception as error:
        # A stranger's bytes: whatever the parser trips over, the file is what is wrong.
        raise NotACalendarError("calendar: cannot be read") from error
    if len(events) > MAX_EVENTS:
        raise CalendarTooLargeError(f"calendar: more than {MAX_EVENTS} events")
    return events


def _gathered(
    found: Mapping[str, _Entry], days_off: Mapping[str, set[date]], left_out: int
) -> CalendarFile:
    """The events as the file they are, series without the days that others took the place of."""
    visits: list[Appointment] = []
    doubts: set[tuple[str, Doubt]] = set()
    cancelled: dict[str, int] = {}
    for uid, entry in found.items():
        visit = entry.visit
        if visit is None:
            cancelled[uid] = entry.sequence
            continue
        exceptions = tuple(sorted({*visit.exceptions, *days_off.get(uid, ())}))
        visit = replace(visit, exceptions=exceptions)
        if next(visit.days(), None) is not None:
            visits.append(replace(visit, received=as_said(visit)))
            doubts |= {(uid, doubt) for doubt in entry.doubts}
        elif Doubt.REPEAT in entry.doubts:
            left_out += 1  # it happens on days this app cannot tell
        else:
            cancelled[uid] = entry.sequence  # no day of it is left
    if not visits and not cancelled:
        raise NoAppointmentsError("calendar: no appointment in it")
    return CalendarFile(
        tuple(sorted(visits, key=lambda v: (v.starts_at, v.id))),
        frozenset(doubts),
        cancelled,
        {uid: frozenset(days) for uid, days in days_off.items() if uid not in found},
        left_out,
    )
