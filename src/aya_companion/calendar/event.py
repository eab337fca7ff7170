"""One event of a calendar file as an appointment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from typing import Any
from zoneinfo import ZoneInfo

from aya_companion.calendar.text import one_line
from aya_companion.domain.calendar_files import Doubt
from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.recurrence import Every, Repeat, UnsupportedRepeatError, parse_repeat
from aya_companion.domain.visits import Appointment

MAX_TEXT = 500
"""How many characters of a name or a place are kept."""


def visit_of(event: Any, record: Appointment) -> tuple[Appointment, frozenset[Doubt]]:
    """An event, written into an empty record whose zone is the device's, and what was doubtful.

    Times in UTC and in zones without a known name are told on the device's clocks. Raises whatever
    a stranger's event makes the parser, or the appointment, raise.
    """
    start = event["dtstart"].dt
    day, at, zone = wall_clock(start, record.zone)
    doubts = set()
    if "TZID" in event["dtstart"].params and isinstance(start, datetime) and start.tzinfo is None:
        doubts.add(Doubt.ZONE)
    repeat = None
    taken_from = event.get("recurrence-id")
    if "RDATE" in event or (taken_from is not None and "RANGE" in taken_from.params):
        doubts.add(Doubt.REPEAT)
    elif "RRULE" in event and taken_from is None:
        try:
            repeat = _repeat(event["rrule"], start, day, at, zone)
        except (UnsupportedRepeatError, InvalidRecordError):
            doubts.add(Doubt.REPEAT)
        else:
            if isinstance(start, datetime) and _drifts(repeat, start, day, zone):
                doubts.add(Doubt.CLOCKS)
    visit = replace(
        record,
        day=day,
        at=at,
        zone=zone,
        title=line(event.get("summary")),
        place=line(event.get("location")),
        repeat=repeat.rule if repeat else "",
        exceptions=_exceptions(event, zone),
        sequence=sequence_of(event),
        reminder_minutes=_reminder(event),
    )
    return visit, frozenset(doubts)


def sequence_of(event: Any) -> int:
    """How often it changed, within reason."""
    return max(0, min(int(event.get("sequence", 0)), 1_000_000))


def line(value: object) -> str:
    """A text of an event as it is kept."""
    return one_line(value)[:MAX_TEXT]


def day_of(moment: date, zone: str) -> date:
    """The day of a date or moment, on the clocks of a zone."""
    if isinstance(moment, datetime):
        return (moment.astimezone(ZoneInfo(zone)) if moment.tzinfo else moment).date()
    return moment


def wall_clock(start: date, zone: str) -> tuple[date, time | None, str]:
    """The day, time and zone of a start; ``zone`` is the device's."""
    if not isinstance(start, datetime):
        return start, None, zone
    if start.tzinfo is not None:
        key = getattr(start.tzinfo, "key", None)
        if key is None or key in ("UTC", "Etc/UTC"):
            start = start.astimezone(ZoneInfo(zone))
        else:
            zone = str(key)
    return start.date(), start.time().replace(second=0, microsecond=0), zone


def _repeat(rule: Any, start: date, day: date, at: time | None, zone: str) -> Repeat:
    """The way to repeat of an event that falls on ``day`` here. Raises UnsupportedRepeatError."""
    rule = rule.copy()
    until = rule.pop("UNTIL", None)
    own_day = start.date() if isinstance(start, datetime) else start
    repeat = parse_repeat(rule.to_ical().decode(), own_day)
    if until:
        end = until[0]
        if isinstance(end, datetime):
            moment = end if end.tzinfo else end.replace(tzinfo=ZoneInfo(zone))
            end = day_of(moment, zone)
            if at is not None and datetime.combine(end, at, ZoneInfo(zone)) > moment:
                end -= timedelta(days=1)
        repeat = replace(repeat, until=end)
    shift = (day - own_day).days
    if shift and (repeat.every is Every.MONTH or (repeat.weekdays and repeat.interval > 1)):
        raise UnsupportedRepeatError("repeat: on other days by the clocks of this zone")
    return replace(repeat, weekdays=tuple(sorted((n + shift) % 7 for n in repeat.weekdays)))


def _drifts(repeat: Repeat, start: datetime, day: date, zone: str) -> bool:
    """Whether within a year, in which clocks change if they ever do, its hour changes here."""
    if start.tzinfo is None or getattr(start.tzinfo, "key", None) == zone:
        return False
    here = start.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    year = takewhile(lambda each: each <= day + timedelta(days=366), repeat.days(day))
    passed = (each - day for each in year)
    return any(
        (start + days).astimezone(ZoneInfo(zone)).replace(tzinfo=None) != here + days
        for days in passed
    )


def _exceptions(event: Any, zone: str) -> tuple[date, ...]:
    found = event.get("exdate", [])
    lists = found if isinstance(found, list) else [found]
    return tuple(sorted({day_of(item.dt, zone) for each in lists for item in each.dts}))


def _reminder(event: Any) -> int | None:
    """Minutes before the start of the first reminder that comes before it."""
    for alarm in event.walk("VALARM"):
        trigger = getattr(alarm.get("trigger"), "dt", None)
        if isinstance(trigger, timedelta) and trigger <= timedelta():
            return min(int(-trigger.total_seconds() // 60), 60 * 24 * 28)
    return None
