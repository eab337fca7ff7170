"""Appointments written as an ``.ics`` file: stable UIDs, rising SEQUENCE, each in its own zone.

Only the name, time, place and reminder are written: a phone's calendar is often copied to other
machines, so questions, notes and what a visit is about stay here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vRecur

from aya_companion.calendar.text import one_line
from aya_companion.calendar.zones import vtimezone
from aya_companion.domain.recurrence import Repeat
from aya_companion.domain.visits import Appointment

PRODUCT = "-//AYA Companion//EN"
LENGTH = timedelta(hours=1)
"""How long an appointment is shown: nobody knows how long it will take, and without a length some
calendars hide it."""


def uid_of(visit: Appointment) -> str:
    """What a calendar knows it by: the UID it came with, or one made from its id."""
    return visit.uid or f"{visit.id}@aya-companion"


def written_of(visit: Appointment) -> tuple[object, ...]:
    """What of it reaches a calendar, to tell whether a change is one there."""
    return (
        visit.day,
        visit.at,
        visit.zone,
        visit.title,
        visit.place,
        visit.repeat,
        visit.exceptions,
        visit.reminder_minutes,
    )


def write_calendar(
    visits: Iterable[Appointment], now: datetime, name: Callable[[Appointment], str]
) -> bytes:
    """The file for these appointments, made at ``now``; ``name`` is what each is called there."""
    visits = list(visits)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for zone in sorted({visit.zone for visit in visits if visit.at is not None}):
        days = [d for v in visits if v.zone == zone and v.at for d in (v.day, _last_day(v))]
        calendar.add_component(vtimezone(zone, min(days), max(days)))
    for visit in visits:
        calendar.add_component(_event(visit, now, one_line(name(visit))))
    data: bytes = calendar.to_ical()
    return data


def _last_day(visit: Appointment) -> date:
    last = visit.day
    for day in islice(visit.days(), 1000):
        last = day
    return min(last, visit.day + timedelta(days=3660))


def _event(visit: Appointment, now: datetime, name: str) -> Event:
    event = Event()
    event.add("uid", one_line(uid_of(visit)))
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", visit.sequence)
    event.add("summary", name)
    event.add("class", "PRIVATE")
    if place := one_line(visit.place):
        event.add("location", place)
    start = _start(visit, visit.day)
    event.add("dtstart", start)
    event.add("dtend", start + (LENGTH if isinstance(start, datetime) else timedelta(days=1)))
    repeats = visit.repeats
    if repeats:
        event.add("rrule", vRecur.from_ical(_rule(repeats, visit)))
        for day in visit.exceptions:
            event.add("exdate", _start(visit, day))
    if visit.reminder_minutes is not None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", name)
        alarm.add("trigger", -timedelta(minutes=visit.reminder_minutes))
        event.add_component(alarm)
    return event


def _start(visit: Appointment, day: date) -> date | datetime:
    """When it starts on a day: on the wall clock of its zone, or the whole day."""
    if visit.at is None:
        return day
    return datetime.combine(day, visit.at, ZoneInfo(visit.zone))


def _rule(repeats: Repeat, visit: Appointment) -> str:
    """The RRULE; an end day becomes the last second of it, in UTC, as a start with a zone wants."""
    if repeats.until is None or visit.at is None:
        return repeats.rule
    end = datetime.combine(repeats.until, time(23, 59, 59), ZoneInfo(visit.zone)).astimezone(UTC)
    return repeats.rule.replace(f"UNTIL={repeats.until:%Y%m%d}", f"UNTIL={end:%Y%m%dT%H%M%SZ}")
