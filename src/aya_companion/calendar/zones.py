"""VTIMEZONE: a zone's changes of clock, written out for calendars that do not know its name.

Each change is a component of its own. Rules for many years on one RDATE line are shorter, but other
parsers read the wrong hour from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard


def vtimezone(zone: str, first: date, last: date) -> Timezone:
    """The component for an IANA zone, good for wall-clock times from ``first`` to ``last``."""
    info = ZoneInfo(zone)
    component = Timezone()
    component.add("tzid", zone)
    start = datetime.combine(first, time(), UTC) - timedelta(days=2)
    end = datetime.combine(last, time(), UTC) + timedelta(days=2)
    # The clock in force before the first change; without it a parser has nothing to go by.
    before = start.astimezone(info)
    component.add_component(_observance(before, before, info))
    for moment in _changes(info, start, end):
        component.add_component(
            _observance(
                (moment - timedelta(seconds=1)).astimezone(info), moment.astimezone(info), info
            )
        )
    return component


def _observance(
    before: datetime, after: datetime, info: ZoneInfo
) -> TimezoneStandard | TimezoneDaylight:
    """The clock from ``after`` on. Its start is told on the clock that was in force before."""
    part = TimezoneDaylight() if after.dst() else TimezoneStandard()
    offset_before, offset_after = before.utcoffset(), after.utcoffset()
    assert offset_before is not None and offset_after is not None
    wall = (after.astimezone(UTC) + offset_before).replace(tzinfo=None)
    part.add("dtstart", wall)
    part.add("tzoffsetfrom", offset_before)
    part.add("tzoffsetto", offset_after)
    part.add("tzname", after.tzname() or info.key)
    return part


def _changes(info: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """The moments between two others, to the second, at which the clocks change."""
    step = timedelta(days=1)
    low = start
    while low < end:
        high = low + step
        if _clock(low, info) != _clock(high, info):
            left, right = low, high
            while right - left > timedelta(seconds=1):
                middle = left + timedelta(seconds=(right - left) // timedelta(seconds=1) // 2)
                if _clock(middle, info) == _clock(left, info):
                    left = middle
                else:
                    right = middle
            yield right
        low = high


def _clock(moment: datetime, info: ZoneInfo) -> tuple[timedelta | None, timedelta | None]:
    local = moment.astimezone(info)
    return local.utcoffset(), local.dst()
