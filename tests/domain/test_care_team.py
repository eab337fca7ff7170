"""Temperatures and telephone numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aya_companion.domain.care_team import (
    CallLevel,
    Contact,
    EmergencyCard,
    Temperature,
    TemperatureUnit,
    dialable,
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


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [
        ("112", "112"),
        ("+34 600 000 001", "+34600000001"),
        ("(555) 010-9999", "5550109999"),
        ("+٣٤ ٦٠٠", "+34600"),
        ("\uff0b34 600", "+34600"),
        ("*31#600", "*31#600"),
        ("600 000 001 ext. 7", "600000001"),
        ("600 000 001, or 600 000 002", "600000001"),
        ("Ward: +44 (0)20 7946 0000", "+442079460000"),
        ("(+34) 600", "+34600"),
        ("030/1234", "0301234"),
        ("+49 30 / 1234", "+49301234"),
        ("600 111 222 / 600 333 444", "600111222"),
        ("+34 600 111 222/3", "+34600111222"),
        ("555 1234 ext 5", "5551234"),
        ("", ""),
        ("ask at the desk", ""),
        ("room 7", ""),
        ("1-800-4-CANCER", "18004226237"),
        ("1-800-GO-FEDEX", "18004633339"),
        ("0800-HELP", "08004357"),
        ("061 URGENCIAS", "061"),
        ("600 000 001 EXT 7", "600000001"),
        ("600-000-001-EXT7", "600000001"),
        ("600000001x7", "600000001"),
        ("112 / 911", "112"),
        ("112/911", "112"),
        ("112 or 911", "112"),
        ("112, 911", "112"),
        ("112 & 911", "112"),
        ("112 | 911", "112"),
        ("600 111 222 / 600 333 444", "600111222"),
        ("600 111 222/600 333 444", "600111222"),
        ("0611 222 333 / 0611 333 444", "0611222333"),
        ("030 / 123456", "030123456"),
        ("+49 30/1234567", "+49301234567"),
        ("600 111 222 600 333 444", ""),
    ],
)
def test_a_number_dials_as_it_was_meant(typed: str, dialled: str) -> None:
    assert dialable(typed) == dialled


@given(st.text())
def test_a_dialled_number_holds_nothing_but_what_a_telephone_has(typed: str) -> None:
    number = dialable(typed)
    assert set(number.removeprefix("+")) <= set("0123456789*#")
    assert dialable(number) == number


def test_numbers_stand_under_the_level_they_were_given_for() -> None:
    night = Contact("Night ward", "1", level=CallLevel.TEAM)
    clinic = Contact("Clinic", "2", level=CallLevel.TODAY)
    card = EmergencyCard(contacts=(clinic, night))
    assert card.contacts_for(CallLevel.TEAM) == (night,)
    assert card.contacts_for(CallLevel.TODAY) == (clinic,)
    assert card.contacts_for(CallLevel.EMERGENCY) == ()
