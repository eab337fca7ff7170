"""Days, times and numbers are written as readers of a language expect them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from aya_companion.i18n.catalogs import Catalogs
from aya_companion.i18n.formats import Formats
from aya_companion.i18n.locales import LOCALES

DAY = date(2026, 11, 26)
MADRID = ZoneInfo("Europe/Madrid")


def plain(text: str) -> str:
    """The text with every kind of space as a plain one."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("code", "full", "weekday_date", "weekday"),
    [
        ("en", "Thursday, November 26, 2026", "Thursday, November 26", "Thu"),
        ("es", "jueves, 26 de noviembre de 2026", "jueves, 26 de noviembre", "jue"),
        ("ar", "الخميس، 26 نوفمبر 2026", "الخميس، 26 نوفمبر", "الخميس"),
        ("qps", "Thursday, November 26, 2026", "Thursday, November 26", "Thu"),
    ],
)
def test_days(code: str, full: str, weekday_date: str, weekday: str) -> None:
    formats = Formats(code, MADRID)
    assert formats.full_date(DAY) == full
    assert formats.weekday_date(DAY) == weekday_date
    assert formats.weekday(DAY) == weekday
    assert formats.day_number(DAY) == "26"


def test_shorter_days() -> None:
    formats = Formats("en", MADRID)
    assert formats.medium_date(DAY) == "Nov 26, 2026"
    assert formats.short_date(DAY) == "11/26/26"
    assert formats.short_weekday_date(DAY) == "Thu, Nov 26"
    assert formats.month(DAY) == "November 2026"


def test_a_moment_is_shown_on_the_clocks_of_the_zone() -> None:
    moment = datetime(2026, 11, 26, 20, 5, tzinfo=UTC)
    assert Formats("es", MADRID).time(moment) == "21:05"
    assert plain(Formats("en", ZoneInfo("Asia/Tokyo")).time(moment)) == "5:05 AM"
    assert Formats("en", ZoneInfo("Asia/Tokyo")).day_number(moment) == "27"
    assert Formats("es", MADRID).date_time(moment) == "jueves, 26 de noviembre, 21:05"


def test_the_clocks_follow_summer_time() -> None:
    formats = Formats("es", MADRID)
    assert formats.time(datetime(2026, 10, 25, 0, 30, tzinfo=UTC)) == "2:30"
    assert formats.time(datetime(2026, 10, 25, 1, 30, tzinfo=UTC)) == "2:30"


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        Formats("en", MADRID).time(datetime(2026, 11, 26, 9, 0))


@pytest.mark.parametrize(
    ("code", "day", "expected"),
    [
        ("en", 26, "Today"),
        ("en", 27, "Tomorrow"),
        ("en", 25, "Yesterday"),
        ("en", 30, "in 4 days"),
        ("en", 22, "4 days ago"),
        ("es", 30, "dentro de 4 días"),
        ("ar", 30, "خلال 4 أيام"),
    ],
)
def test_days_from_today(code: str, day: int, expected: str, tmp_path: Path) -> None:
    t = Catalogs(tmp_path).translator(code)
    assert Formats(code, MADRID).relative_day(date(2026, 11, day), DAY, t) == expected


def test_weeks_away_are_counted_in_days(tmp_path: Path) -> None:
    t = Catalogs(tmp_path).translator("en")
    assert Formats("en", MADRID).relative_day(date(2027, 11, 26), DAY, t) == "in 365 days"


def test_numbers_and_temperatures() -> None:
    assert Formats("en", MADRID).number(10000) == "10,000"
    assert Formats("es", MADRID).number(10000.5) == "10.000,5"
    assert Formats("en", MADRID).percent(1.5) == "150%"
    assert plain(Formats("en", MADRID).temperature(38, "C")) == "38.0°C"
    assert plain(Formats("es", MADRID).temperature(38.3, "C")) == "38,3 °C"
    assert plain(Formats("en", MADRID).temperature(100.9, "F")) == "100.9°F"


def test_lists() -> None:
    assert Formats("en", MADRID).list_of(["a", "b", "c"]) == "a, b, and c"
    assert Formats("es", MADRID).list_of(["a", "b", "c"]) == "a, b y c"
    assert Formats("en", MADRID).list_of(["a", "b"], "or") == "a or b"
    assert Formats("en", MADRID).list_of([]) == ""


@pytest.mark.parametrize("code", list(LOCALES))
def test_every_language_writes_every_format(code: str, tmp_path: Path) -> None:
    formats, t = Formats(code, MADRID), Catalogs(tmp_path).translator(code)
    moment = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
    assert all(
        [
            formats.full_date(moment),
            formats.medium_date(moment),
            formats.short_date(moment),
            formats.weekday_date(moment),
            formats.short_weekday_date(moment),
            formats.month(moment),
            formats.weekday(moment),
            formats.date_time(moment),
            formats.relative_day(moment, DAY, t),
            formats.temperature(38.3, "C"),
        ]
    )
