"""Choosing a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from flet.controls.base_control import BaseControl
from flet.messaging.protocol import configure_encode_object_for_msgpack, decode_ext_from_msgpack
from hypothesis import given
from hypothesis import strategies as st

from aya_companion.ui.kit.days import day_of
from tests.ui.window import call, open_window

ZONES = (
    "Europe/Madrid",
    "America/New_York",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Pacific/Honolulu",
    "Pacific/Pago_Pago",
    "Africa/Cairo",
    "America/Santiago",
    "UTC",
)
DAYS = st.dates(date(2020, 1, 1), date(2036, 12, 31))


def tapped(day: date, zone: str) -> datetime:
    """What the client sends for a day tapped in this zone: its midnight, in UTC."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


@given(DAYS, st.sampled_from(ZONES))
def test_the_day_that_was_tapped_is_the_day_that_is_kept(day: date, zone: str) -> None:
    """Wherever they are, as long as browser and process are set to the same zone."""
    assert day_of(tapped(day, zone), ZoneInfo(zone)) == day


@given(DAYS, st.sampled_from(ZONES[:5]), st.sampled_from(("UTC", "America/New_York")))
def test_a_browser_set_to_another_zone_picks_the_same_day(
    day: date, zone: str, process: str
) -> None:
    """The served app's process can be set to UTC while the browser knows where they are."""
    assert day_of(tapped(day, zone), ZoneInfo(process)) == day


@pytest.mark.parametrize("sent", ["2026-03-19T23:00:00.000Z", "2026-03-19T23:00:00.000+00:00"])
def test_a_day_picked_in_madrid_is_not_saved_one_day_early(sent: str) -> None:
    window = open_window(full=True).go("/visits/thursday/edit").tap("Thursday, March 12, 2026")
    picker = window.host.dialogs[-1]
    value = decode_ext_from_msgpack(1, sent.encode())  # type: ignore[no-untyped-call]
    call(picker.on_change, SimpleNamespace(control=SimpleNamespace(value=value)))
    window.tap("Save")
    visit = window.do.visits.get("thursday")
    assert visit is not None
    assert visit.day == date(2026, 3, 20)


def test_the_calendar_opens_on_the_day_itself_in_every_zone() -> None:
    """A day goes to the client as a day: a moment would be another day in another zone."""
    window = open_window(full=True).go("/visits/thursday/edit").tap("Thursday, March 12, 2026")
    picker = window.host.dialogs[-1]
    encode = configure_encode_object_for_msgpack(BaseControl)  # type: ignore[no-untyped-call]
    sent = [encode(each).data for each in (picker.value, picker.first_date, picker.last_date)]
    assert sent == [b"2026-03-12", b"2021-01-01", b"2036-12-31"]
