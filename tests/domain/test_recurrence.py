"""Appointments that repeat: which days, which are left out, and which rules are refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from aya_companion.domain.recurrence import (
    MOST,
    Every,
    Repeat,
    UnsupportedRepeatError,
    parse_repeat,
)
from aya_companion.domain.visits import Appointment, past, upcoming

TUESDAY = date(2026, 3, 3)
BORN = datetime(2026, 3, 1, tzinfo=UTC)


def visit(day: date = TUESDAY, **more: object) -> Appointment:
    """An appointment at nine in Madrid."""
    fields: dict[str, object] = {"at": time(9, 0), "zone": "Europe/Madrid"}
    return Appointment(id="v", created_at=BORN, updated_at=BORN, day=day, **fields | more)  # type: ignore[arg-type]


def test_four_weekly_doses_are_four_days_a_week_apart() -> None:
    days = list(visit(repeat="FREQ=WEEKLY;COUNT=4").days())
    assert days == [date(2026, 3, n) for n in (3, 10, 17, 24)]


def test_an_exception_takes_a_day_out_and_adds_none_at_the_end() -> None:
    days = list(visit(repeat="FREQ=WEEKLY;COUNT=4", exceptions=(date(2026, 3, 10),)).days())
    assert days == [date(2026, 3, n) for n in (3, 17, 24)]


def test_a_monthly_pulse_on_the_31st_passes_over_shorter_months() -> None:
    days = islice(visit(date(2026, 1, 31), repeat="FREQ=MONTHLY").days(), 3)
    assert list(days) == [date(2026, 1, 31), date(2026, 3, 31), date(2026, 5, 31)]


def test_a_series_stands_on_its_next_day_and_is_past_after_its_last() -> None:
    weekly = visit(repeat="FREQ=WEEKLY;COUNT=2")
    (coming,) = upcoming([weekly], datetime(2026, 3, 4, tzinfo=UTC))
    assert coming.day == date(2026, 3, 10)
    after = datetime(2026, 3, 11, tzinfo=UTC)
    assert upcoming([weekly], after) == []
    assert [v.day for v in past([weekly], after)] == [date(2026, 3, 10)]


def test_a_series_keeps_its_hour_across_a_change_of_clocks() -> None:
    """Nine in the morning stays nine in the morning when summer time begins."""
    weekly = visit(date(2026, 3, 24), repeat="FREQ=WEEKLY;COUNT=2")
    hours = [v.starts_at.hour for v in (weekly, weekly.last())]
    assert hours == [8, 7]


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=YEARLY",
        "FREQ=WEEKLY;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYMONTHDAY=9",
        "FREQ=MONTHLY;BYDAY=TU",
        "FREQ=DAILY;BYDAY=TU",
        "FREQ=DAILY;BYMONTHDAY=3",
        "FREQ=WEEKLY;BYDAY=",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;COUNT=x",
        "FREQ=WEEKLY;UNTIL=later",
        "FREQ=WEEKLY;BYDAY=XX",
        "nonsense",
    ],
)
def test_a_rule_beyond_this_app_is_refused(rule: str) -> None:
    with pytest.raises(UnsupportedRepeatError):
        parse_repeat(rule, TUESDAY)


def test_an_appointment_with_a_refused_rule_happens_once() -> None:
    assert list(visit(repeat="FREQ=YEARLY").days()) == [TUESDAY]


def test_a_weekly_rule_keeps_to_its_weekdays_after_a_first_day_that_is_none_of_them() -> None:
    days = list(Repeat(Every.WEEK, count=5, weekdays=(2, 4)).days(TUESDAY))
    assert days == [TUESDAY, *(date(2026, 3, n) for n in (4, 6, 11, 13))]


def test_a_series_whose_rule_names_its_own_weekday_moves_with_its_day() -> None:
    """It does not go on on the old weekday too."""
    rule = parse_repeat("FREQ=WEEKLY;BYDAY=TU;COUNT=3", TUESDAY).rule
    days = list(visit(date(2026, 3, 5), repeat=rule).days())
    assert days == [date(2026, 3, n) for n in (5, 12, 19)]


firsts = st.dates(date(2000, 1, 1), date(2100, 1, 1))
repeats = st.builds(
    Repeat,
    st.sampled_from(Every),
    st.integers(1, 12),
    st.none() | st.integers(1, 60),
    st.none(),
)


@st.composite
def series(draw: st.DrawFn) -> tuple[Repeat, date]:
    """A rule, with or without weekdays, an end or neither, and a first day."""
    repeat, first = draw(repeats), draw(firsts)
    if repeat.every is Every.WEEK:
        weekdays = draw(st.sets(st.integers(0, 6)).filter(lambda s: s != {first.weekday()}))
        repeat = replace(repeat, weekdays=tuple(sorted(weekdays)))
    if repeat.count is None:
        until = draw(st.none() | st.integers(0, 3000))
        repeat = replace(repeat, until=first + timedelta(days=until) if until is not None else None)
    return repeat, first


@given(series())
def test_a_rule_that_was_written_is_read_as_the_same(each: tuple[Repeat, date]) -> None:
    repeat, first = each
    assert parse_repeat(repeat.rule, first) == repeat


@given(series())
def test_days_are_those_of_another_calculator(each: tuple[Repeat, date]) -> None:
    """python-dateutil leaves out a first day that does not fit the rule; RFC 5545 counts it."""
    repeat, first = each
    start = datetime.combine(first, time())
    fits = not repeat.weekdays or first.weekday() in repeat.weekdays
    rule = rrulestr(repeat.rule, dtstart=start)
    if not fits and repeat.count is not None:
        rule = rule.replace(count=repeat.count - 1)
    told = [moment.date() for moment in islice(rule, 80)]
    assert list(islice(repeat.days(first), 80)) == (told if fits else [first, *told])[:80]


@given(repeats, firsts)
def test_days_begin_with_the_first_and_rise(repeat: Repeat, first: date) -> None:
    days = list(islice(repeat.days(first), 80))
    assert days[0] == first
    assert all(a < b for a, b in pairwise(days))
    if repeat.count is not None:
        assert len(days) == repeat.count


def test_an_endless_rule_ends_somewhere() -> None:
    assert len(list(Repeat(Every.DAY).days(TUESDAY))) == MOST
