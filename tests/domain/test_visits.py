"""Past and coming, across time zones and daylight saving."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.visits import Appointment, past, upcoming
from tests.fakes.companion import NOW, visit

ZONES = (
    "Europe/Madrid",
    "America/New_York",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Africa/Cairo",
    "UTC",
)

days = st.dates(date(2000, 1, 2), date(2099, 12, 30))
zones = st.sampled_from(ZONES)
hours = st.none() | st.times().map(lambda at: at.replace(microsecond=0))
moments = st.datetimes(datetime(2000, 1, 3), datetime(2099, 12, 30), timezones=st.just(UTC))
visits = st.builds(
    lambda record_id, day, at, zone: visit(record_id, day, at=at, zone=zone),
    st.uuids().map(str),
    days,
    hours,
    zones,
)


def at(day: date, hour: time | None, zone: str) -> Appointment:
    """An appointment at this time."""
    return visit("v", day, at=hour, zone=zone)


def test_a_past_visit_is_not_upcoming() -> None:
    assert not at(date(2026, 3, 9), time(9), "Europe/Madrid").is_upcoming(NOW)


def test_a_visit_that_begins_now_has_begun() -> None:
    now = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)  # nine in Madrid
    assert at(date(2026, 3, 10), time(9), "Europe/Madrid").has_begun(now)
    assert not at(date(2026, 3, 10), time(9), "Europe/Madrid").has_begun(now - timedelta(seconds=1))


def test_a_visit_that_has_begun_counts_until_the_end_of_its_day_there() -> None:
    """Waiting rooms run late."""
    visit = at(date(2026, 3, 10), time(9), "America/New_York")
    last = datetime(2026, 3, 10, 23, 59, 59, tzinfo=ZoneInfo("America/New_York"))
    assert visit.is_upcoming(last)  # already the eleventh in Madrid
    assert not visit.is_upcoming(last + timedelta(seconds=1))


def test_the_same_wall_clock_comes_later_in_the_west() -> None:
    madrid = at(date(2026, 3, 10), time(9), "Europe/Madrid")
    new_york = at(date(2026, 3, 10), time(9), "America/New_York")
    # In the weeks when only America has changed its clocks they are five hours apart, not six.
    assert new_york.starts_at - madrid.starts_at == timedelta(hours=5)


def test_a_visit_keeps_its_hour_when_the_clocks_change() -> None:
    winter = at(date(2026, 3, 28), time(10, 30), "Europe/Madrid")
    summer = at(date(2026, 3, 29), time(10, 30), "Europe/Madrid")
    assert winter.starts_at == datetime(2026, 3, 28, 9, 30, tzinfo=UTC)
    assert summer.starts_at == datetime(2026, 3, 29, 8, 30, tzinfo=UTC)


def test_an_hour_that_does_not_exist_is_read_with_the_offset_before_the_change() -> None:
    skipped = at(date(2026, 3, 29), time(2, 30), "Europe/Madrid")
    assert skipped.starts_at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_an_hour_that_happens_twice_is_its_first_time() -> None:
    doubled = at(date(2026, 10, 25), time(2, 30), "Europe/Madrid")
    assert doubled.starts_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_visit_without_an_hour_is_coming_until_its_day_ends_there() -> None:
    whole_day = at(date(2026, 3, 10), None, "America/New_York")
    last = datetime(2026, 3, 10, 23, 59, 59, tzinfo=ZoneInfo("America/New_York"))
    assert whole_day.is_upcoming(last)  # already the eleventh in Madrid
    assert not whole_day.is_upcoming(last + timedelta(seconds=1))


def test_the_day_is_that_of_the_place_not_of_the_device() -> None:
    in_apia = at(date(2026, 3, 11), None, "Pacific/Apia")
    noon_before = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)  # the eleventh in Apia
    assert in_apia.is_upcoming(noon_before)
    assert not in_apia.is_upcoming(noon_before + timedelta(days=1))


def test_one_of_a_series_on_its_own_has_the_same_id_on_every_phone() -> None:
    weekly = visit("v", date(2026, 3, 2), repeat="FREQ=WEEKLY;COUNT=4")
    own = weekly.own_id(date(2026, 3, 9))
    assert own == weekly.own_id(date(2026, 3, 9))
    assert own not in (weekly.id, weekly.own_id(date(2026, 3, 16)))


def test_a_series_has_reached_its_last_day_up_to_now_there() -> None:
    weekly = visit("v", date(2026, 3, 2), repeat="FREQ=WEEKLY", exceptions=(date(2026, 3, 9),))
    assert weekly.reached(NOW) == date(2026, 3, 9)
    assert weekly.reached(NOW - timedelta(days=9)) is None
    assert visit("v", date(2026, 3, 2)).reached(NOW) is None


@pytest.mark.parametrize("zone", ["", "Europe/Atlantis", "../etc/passwd", "Europe"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(InvalidRecordError):
        at(date(2026, 3, 10), time(9), zone)


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2201, 1, 1), date.min, date.max])
def test_a_day_out_of_reach_is_refused(day: date) -> None:
    with pytest.raises(InvalidRecordError):
        at(day, time(9), "UTC")


@given(st.lists(visits, unique_by=lambda v: v.id), moments)
def test_every_visit_is_either_coming_or_past(some: list[Appointment], now: datetime) -> None:
    coming, been = upcoming(some, now), past(some, now)
    assert sorted(v.id for v in coming + been) == sorted(v.id for v in some)


@given(st.lists(visits, unique_by=lambda v: v.id), moments)
def test_the_soonest_comes_first_and_the_latest_past_one(
    some: list[Appointment], now: datetime
) -> None:
    coming = [v.starts_at for v in upcoming(some, now)]
    been = [v.starts_at for v in past(some, now)]
    assert coming == sorted(coming)
    assert been == sorted(been, reverse=True)


@given(visits, moments, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_what_is_past_stays_past(some: Appointment, now: datetime, later: timedelta) -> None:
    if not some.is_upcoming(now):
        assert not some.is_upcoming(now + later)


@given(visits, moments, zones)
def test_it_does_not_matter_in_which_zone_one_asks(
    some: Appointment, now: datetime, zone: str
) -> None:
    assert some.is_upcoming(now) == some.is_upcoming(now.astimezone(ZoneInfo(zone)))


@given(visits)
def test_the_start_reads_back_as_its_wall_clock(some: Appointment) -> None:
    """Except in the hour that daylight saving skips, which is then read an hour later."""
    local = some.starts_at.astimezone(ZoneInfo(some.zone)).replace(tzinfo=None)
    wanted = datetime.combine(some.day, some.at or time())
    assert timedelta(0) <= local - wanted <= timedelta(hours=24)
    if (
        some.starts_at.astimezone(ZoneInfo(some.zone)).utcoffset()
        == datetime.combine(some.day, some.at or time(), ZoneInfo(some.zone)).utcoffset()
    ):
        assert local == wanted
