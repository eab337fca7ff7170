"""Temperatures, and the numbers of a level."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import (
    CallLevel,
    Contact,
    EmergencyCard,
    Temperature,
    TemperatureUnit,
)
from aya_companion.domain.errors import InvalidRecordError

C, F = TemperatureUnit.CELSIUS, TemperatureUnit.FAHRENHEIT


@pytest.mark.parametrize(
    ("celsius", "fahrenheit"), [("37.0", "98.6"), ("38.0", "100.4"), ("38.3", "100.9")]
)
def test_both_units_show_the_same_temperature(celsius: str, fahrenheit: str) -> None:
    assert Temperature(Decimal(celsius), C).fahrenheit == Decimal(fahrenheit)
    assert Temperature(Decimal(fahrenheit), F).celsius == Decimal(celsius)


@pytest.mark.parametrize(
    ("value", "unit", "usual"),
    [
        ("36.9", C, False),
        ("37.0", C, True),
        ("39.0", C, True),
        ("39.1", C, False),
        ("98.5", F, False),
        ("98.6", F, True),
        ("102.2", F, True),
        ("102.4", F, False),
    ],
)
def test_the_usual_numbers_are_those_from_37_to_39(
    value: str, unit: TemperatureUnit, usual: bool
) -> None:
    assert Temperature(Decimal(value), unit).is_usual_threshold is usual


@pytest.mark.parametrize(
    ("value", "unit"),
    [("100.4", C), ("38", F), ("0", C), ("-38", C), ("29.9", C), ("45.1", C), ("383", C)],
)
def test_a_number_in_the_wrong_unit_is_refused(value: str, unit: TemperatureUnit) -> None:
    with pytest.raises(InvalidRecordError):
        Temperature(Decimal(value), unit)


@given(st.decimals("30", "45", places=1))
def test_what_was_typed_is_what_is_kept(value: Decimal) -> None:
    temperature = Temperature(value, C)
    assert (temperature.value, temperature.celsius) == (value, value)


@given(st.decimals("86.0", "113.0", places=1))
def test_turning_it_to_celsius_and_back_moves_it_by_less_than_a_tenth(value: Decimal) -> None:
    once = Temperature(value, F)
    back = Temperature(once.celsius, C).fahrenheit
    assert abs(back - value) <= Decimal("0.1")


def test_numbers_stand_under_the_level_they_were_given_for() -> None:
    night = Contact("Night ward", CardNumber.of("1"), level=CallLevel.TEAM)
    clinic = Contact("Clinic", CardNumber.of("2"), level=CallLevel.TODAY)
    card = EmergencyCard(contacts=(clinic, night))
    assert card.contacts_for(CallLevel.TEAM) == (night,)
    assert card.contacts_for(CallLevel.TODAY) == (clinic,)
    assert card.contacts_for(CallLevel.EMERGENCY) == ()
