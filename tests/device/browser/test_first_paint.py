"""The numbers that can be dialled before the app is up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aya_companion.device.browser.first_paint import first_numbers
from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import Contact, EmergencyCard
from tests.fakes.companion import catalogs

T = catalogs().translator("en")


@pytest.mark.parametrize(
    ("typed", "shown", "dialled"),
    [
        ("+44 (0)20 7946 0958", "+44 20 7946 0958", "+442079460958"),
        ("555 1234 ext 5", "555 1234 ext.\u00a05", "5551234,5"),
        ("٦٠٠ ١٢٣ ٤٥٦", "600 123 456", "600123456"),
        ("ask at the desk", "ask at the desk", ""),
    ],
)
def test_they_dial_what_they_show(typed: str, shown: str, dialled: str) -> None:
    for phone in (CardNumber.of(typed), CardNumber(typed)):
        card = EmergencyCard(contacts=(Contact("Ward 5", phone),))
        assert first_numbers(card, T) == (("Ward 5", shown, dialled),)


def test_the_words_beside_a_number_stand_with_its_name() -> None:
    card = EmergencyCard(contacts=(Contact("Ward 5", CardNumber("24h: 600 123 456")),))
    assert first_numbers(card, T) == (("Ward 5 · 24h", "600 123 456", "600123456"),)


def test_as_long_as_nobody_has_answered_all_of_the_words_and_each_number_are_there() -> None:
    card = EmergencyCard(emergency_number=CardNumber("112 / 911"))
    assert first_numbers(card, T) == (
        ("Emergency services", "112 / 911", ""),
        ("Emergency services", "112", "112"),
        ("Emergency services", "911", "911"),
    )


def test_the_emergency_services_come_first() -> None:
    card = EmergencyCard(
        emergency_number=CardNumber.of("112"),
        contacts=(Contact("Ward 5", CardNumber.of("600 000 001")),),
    )
    assert [name for name, _, _ in first_numbers(card, T)] == ["Emergency services", "Ward 5"]


def test_a_card_kept_behind_the_lock_gives_none() -> None:
    card = EmergencyCard(contacts=(Contact("Ward 5", CardNumber.of("600 000 001")),))
    assert first_numbers(replace(card, shown_when_locked=False), T) == ()
