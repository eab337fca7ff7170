"""What choices in the form of an appointment make of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aya_companion.domain.recurrence import Repeat
from aya_companion.domain.visit_choices import (
    KEEP,
    MOST,
    OFFERED,
    way_of,
    with_count,
    with_reminder,
    with_way,
)
from tests.fakes.companion import THURSDAY, visit

pytestmark = pytest.mark.pure

ONCE = visit("thursday", THURSDAY)
WEEKLY = replace(ONCE, repeat="FREQ=WEEKLY;COUNT=3", exceptions=(THURSDAY,))
FROM_THE_HOSPITAL = replace(ONCE, repeat="FREQ=DAILY;INTERVAL=5")


@pytest.mark.parametrize("way", OFFERED, ids=lambda way: way.rule)
def test_a_way_that_was_chosen_is_the_one_that_is_shown(way: Repeat) -> None:
    assert way_of(with_way(ONCE, way.rule)) == way.rule


def test_it_happens_four_times_at_first_and_then_as_often_as_before() -> None:
    first = with_way(ONCE, "FREQ=WEEKLY").repeats
    later = with_way(WEEKLY, "FREQ=DAILY").repeats
    assert first is not None and first.count == 4
    assert later is not None and later.count == 3


def test_another_way_begins_without_days_left_out() -> None:
    assert with_way(WEEKLY, "FREQ=DAILY").exceptions == ()
    assert with_way(WEEKLY, "").exceptions == ()


def test_once_is_once() -> None:
    assert way_of(ONCE) == ""
    assert with_way(WEEKLY, "").repeats is None


def test_what_a_calendar_brought_can_be_kept() -> None:
    assert way_of(FROM_THE_HOSPITAL) == KEEP
    assert with_way(FROM_THE_HOSPITAL, KEEP) is FROM_THE_HOSPITAL


@pytest.mark.parametrize(
    ("typed", "count"),
    [("5", 5), ("٥", 5), (" 6 times", 6), ("0", 1), ("9999", MOST), ("", None), ("many", None)],
)
def test_how_often_is_read_in_digits_of_any_script(typed: str, count: int | None) -> None:
    repeats = with_count(WEEKLY, typed).repeats
    assert repeats is not None
    assert repeats.count == count


def test_what_does_not_repeat_has_no_count() -> None:
    assert with_count(ONCE, "5") is ONCE


def test_a_reminder_is_chosen_and_taken_away() -> None:
    assert with_reminder(ONCE, "60").reminder_minutes == 60
    assert with_reminder(with_reminder(ONCE, "60"), "").reminder_minutes is None
