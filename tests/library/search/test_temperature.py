"""A temperature typed into the search brings up the box for calling the team."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aya_companion.library.search.temperature import name_temperatures, names_temperature

pytestmark = pytest.mark.pure

UNITS = {"weeks", "mg"}
TEMPERATURES = [
    "38.2 what do i do",
    "39,2",
    "temp 36.4",
    "100.8 f",
    "٣٨٫٤",
    "۳۸٫۴",
    "38.25",
    "38'5",
    "38´5",
    "38·5",
    "38º",
    "38ºC",
    "tengo 40º",
    "37°",
    "38c",
    "36 C",
    "103f",
    "99 F",
    "38℃",
    "104",
    "thermometer 104",
    "41",
    "٤١",
    "temp38.5",
    "39 since 2 weeks",
]


@pytest.mark.parametrize("typed", TEMPERATURES)
def test_a_temperature_is_noticed_whatever_it_is(typed: str) -> None:
    """High or low is not judged: the team's own number decides."""
    assert names_temperature(typed, UNITS)


@pytest.mark.parametrize("typed", TEMPERATURES)
def test_a_temperature_is_looked_up_as_the_word_for_it(typed: str) -> None:
    """No page holds every number."""
    named = name_temperatures(typed, "fever", UNITS)
    assert "fever" in named.split()
    assert not names_temperature(named, UNITS)


@pytest.mark.parametrize(
    "typed",
    [
        "39 weeks pregnant",
        "40 mg",
        "0.01",
        "10.000",
        "138.2",
        "40,000",
        "40 000",
        "40%",
        "10403",
        "$40",
        "day 37",
        "100 people",
        "",
    ],
)
def test_other_numbers_are_not_taken_for_one(typed: str) -> None:
    """An MRD figure, a count of platelets, a price or a week of pregnancy is no temperature."""
    assert not names_temperature(typed, UNITS)


@given(st.text())
def test_words_without_a_temperature_stay_as_they_are(typed: str) -> None:
    """Nothing else of what was typed is changed."""
    if not names_temperature(typed, UNITS):
        assert name_temperatures(typed, "fever", UNITS) == typed


@given(st.integers(330, 439), st.sampled_from(".,٫،·'’"))
def test_every_tenth_a_thermometer_shows_is_a_temperature(tenths: int, point: str) -> None:
    """With every sign that keyboards give for the point."""
    assert names_temperature(f"{tenths // 10}{point}{tenths % 10}")
