"""What a newer calendar file changes of an appointment, and what of theirs it leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from aya_companion.calendar.updates import as_said, with_updates, without_days
from aya_companion.domain.visits import Appointment
from tests.calendar.visits import appointment

WEEKLY = "FREQ=WEEKLY;COUNT=6"
FIRST, SECOND, THIRD = date(2026, 10, 20), date(2026, 10, 27), date(2026, 11, 3)


def copy(**changes: Any) -> Appointment:
    """The hospital's copy, as it is read from a file."""
    visit = appointment("theirs", uid="h@h", place="Blue building", **changes)
    return replace(visit, received=as_said(visit))


def test_the_same_copy_again_changes_nothing_however_often_she_edited() -> None:
    mine = replace(copy(), at=time(11, 0), place="Red house", sequence=7)
    assert with_updates(mine, copy()) is mine


def test_a_newer_copy_counts_though_she_edited_more_often() -> None:
    mine = replace(copy(), note="Bring the folder", place="Red house", sequence=7)
    news = with_updates(mine, copy(sequence=1, at=time(14, 0)))
    assert (news.at, news.place, news.note) == (time(14, 0), "Red house", "Bring the folder")
    assert news.sequence == 8


def test_a_copy_that_changed_counts_though_its_sequence_did_not() -> None:
    """Many hospitals never raise it."""
    mine = replace(copy(), place="Red house", sequence=1)
    assert with_updates(mine, copy(at=time(14, 0))).at == time(14, 0)


def test_an_older_copy_changes_nothing() -> None:
    mine = copy(sequence=3)
    assert with_updates(mine, copy(sequence=2, at=time(14, 0))) is mine


def test_a_change_taken_back_is_one_too() -> None:
    """Nine, ten, and nine again, though they had put ten themselves."""
    mine = replace(copy(), at=time(10, 0), sequence=1)
    mine = with_updates(mine, copy(sequence=1, at=time(10, 0)))
    assert with_updates(mine, copy(sequence=2)).at == time(9, 0)


def test_day_and_hour_come_together() -> None:
    """Their own day with the hospital's new hour would be a time that nobody named."""
    mine = replace(copy(), day=THIRD, sequence=1)
    news = with_updates(mine, copy(sequence=1, at=time(14, 0)))
    assert (news.day, news.at) == (FIRST, time(14, 0))


def test_her_own_name_stays_and_theirs_is_followed() -> None:
    other = copy(sequence=1, title="Day hospital")
    assert with_updates(copy(), other).title == "Day hospital"
    assert with_updates(replace(copy(), title="My big day"), other).title == "My big day"


def test_days_she_left_out_stay_out_and_theirs_follow_the_hospital() -> None:
    mine = copy(repeat=WEEKLY, exceptions=(SECOND,))
    mine = replace(mine, exceptions=(THIRD, SECOND), sequence=1)
    news = with_updates(mine, copy(sequence=1, repeat=WEEKLY, exceptions=(date(2026, 11, 10),)))
    assert news.exceptions == (THIRD, date(2026, 11, 10))


def test_her_own_visit_read_back_is_no_news() -> None:
    """From an older copy of the file that they made themselves."""
    mine = appointment("v", at=time(11, 0), sequence=2)
    theirs = replace(appointment("other", title="Appointment", sequence=1), uid="v@aya-companion")
    assert with_updates(mine, theirs) is mine
    assert with_updates(mine, replace(theirs, sequence=2, at=time(11, 0))) is mine


def test_a_visit_known_only_by_its_day_is_the_same_in_every_zone() -> None:
    mine = copy(at=None)
    assert with_updates(mine, replace(copy(at=None), zone="Asia/Tokyo")) is mine


def test_days_taken_out_by_the_hospital_leave_the_series_once() -> None:
    mine = copy(repeat=WEEKLY)
    news = without_days(mine, {SECOND})
    assert SECOND not in list(news.days())
    assert news.received is not None
    assert news.received.exceptions == (SECOND,)
    assert without_days(news, {SECOND}) is news
