"""How an appointment repeats: every so many days, weeks or months, so often or until a day.

This is the part of RFC 5545's RRULE that treatment needs: weekly counts, monthly pulses, a few days
in a row. What goes beyond it is refused, never half understood.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.records import YEARS

MOST = 1000
"""How many days of an endless rule are looked at."""

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Every(StrEnum):
    """What is counted between one time and the next."""

    DAY = "DAILY"
    WEEK = "WEEKLY"
    MONTH = "MONTHLY"


class UnsupportedRepeatError(InvalidRecordError):
    """A rule this app cannot follow; the appointment itself can be kept as a single one."""


@dataclass(frozen=True)
class Repeat:
    """Every ``interval`` days, weeks or months; ``count`` times in all, or up to ``until``.

    ``weekdays`` (0 is Monday) are those of a weekly rule, none for the weekday of its first day.
    """

    every: Every
    interval: int = 1
    count: int | None = None
    until: date | None = None
    weekdays: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Raises UnsupportedRepeatError for numbers that make no sense."""
        if not 1 <= self.interval <= 999 or (
            self.count is not None and not 1 <= self.count <= MOST
        ):
            raise UnsupportedRepeatError("repeat: an interval or count out of range")

    @property
    def rule(self) -> str:
        """It as an RRULE."""
        parts = [f"FREQ={self.every.value}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.weekdays:
            parts.append("BYDAY=" + ",".join(WEEKDAYS[n] for n in self.weekdays))
        if self.count is not None:
            parts.append(f"COUNT={self.count}")
        elif self.until is not None:
            parts.append(f"UNTIL={self.until:%Y%m%d}")
        return ";".join(parts)

    def days(self, first: date) -> Iterator[date]:
        """The days it falls on, beginning with ``first``, which always counts as one of them.

        That holds for a ``first`` that is none of the ``weekdays`` too, as RFC 5545 has it, which
        does not make its weekday one of the rule's. A month without that day, such as a 31st, is
        passed over.
        """
        for place, day in enumerate(self._candidates(first)):
            if place == (self.count or MOST) or (place and self.until and day > self.until):
                return
            yield day

    def _candidates(self, first: date) -> Iterator[date]:
        yield first
        if self.every is Every.DAY:
            step, offsets = timedelta(days=self.interval), [timedelta()]
            start = first
        elif self.every is Every.WEEK:
            step = timedelta(weeks=self.interval)
            start = first - timedelta(days=first.weekday())
            offsets = [timedelta(days=n) for n in self.weekdays or (first.weekday(),)]
        else:
            yield from self._months(first)
            return
        while start.year < 2200:
            for offset in offsets:
                if start + offset > first:
                    yield start + offset
            start += step

    def _months(self, first: date) -> Iterator[date]:
        month = first.year * 12 + first.month - 1
        while True:
            month += self.interval
            year, index = divmod(month, 12)
            if year >= 2200:
                return
            try:
                yield date(year, index + 1, first.day)
            except ValueError:
                continue


def parse_repeat(rule: str, first: date) -> Repeat:
    """The repeat of an RRULE for an appointment that begins on ``first``.

    A rule that names only the weekday of ``first`` names none here, so that a series whose day
    somebody changes moves with it. Raises UnsupportedRepeatError for what this app does not follow.
    """
    try:
        parts = dict(part.split("=", 1) for part in rule.upper().strip(";").split(";"))
        every = Every(parts.pop("FREQ"))
        repeat = Repeat(
            every,
            int(parts.pop("INTERVAL", "1")),
            int(parts.pop("COUNT")) if "COUNT" in parts else None,
            _day(parts.pop("UNTIL")) if "UNTIL" in parts else None,
            _weekdays(parts.pop("BYDAY"), first)
            if "BYDAY" in parts and every is Every.WEEK
            else (),
        )
    except (KeyError, ValueError) as error:
        raise UnsupportedRepeatError("repeat: not a rule this app knows") from error
    if every is Every.MONTH and parts.pop("BYMONTHDAY", str(first.day)) != str(first.day):
        raise UnsupportedRepeatError("repeat: another day of the month")
    week_start = parts.pop("WKST", "MO")
    # What is left limits or multiplies the days in ways that are not followed.
    if parts or (week_start != "MO" and repeat.interval > 1):
        raise UnsupportedRepeatError("repeat: a rule with more parts than this app knows")
    return repeat


def _day(text: str) -> date:
    day = date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    if day.year < YEARS.start:
        raise ValueError("before every visit")
    return day


def _weekdays(text: str, first: date) -> tuple[int, ...]:
    named = {WEEKDAYS.index(name) for name in text.split(",")}
    return tuple(sorted(named)) if named != {first.weekday()} else ()
