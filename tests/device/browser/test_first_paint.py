"""The numbers that can be dialled before the app is up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aya_companion.device.browser.first_paint import first_numbers
from aya_companion.domain.care_team import Contact, EmergencyCard
from tests.fakes.companion import catalogs

T = catalogs().translator("en")


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [
        ("+44 (0)20 7946 0958", "+442079460958"),
        ("555 1234 ext 5", "5551234"),
        ("٦٠٠ ١٢٣ ٤٥٦", "600123456"),
        ("ask at the desk", ""),
    ],
)
def test_they_dial_as_the_card_itself_does(typed: str, dialled: str) -> None:
    card = EmergencyCard(contacts=(Contact("Ward 5", typed),))
    assert first_numbers(card, T) == (("Ward 5", typed, dialled),)


def test_the_emergency_services_come_first() -> None:
    card = EmergencyCard(emergency_number="112", contacts=(Contact("Ward 5", "600 000 001"),))
    assert [name for name, _, _ in first_numbers(card, T)] == ["Emergency services", "Ward 5"]


def test_a_card_kept_behind_the_lock_gives_none() -> None:
    card = EmergencyCard(contacts=(Contact("Ward 5", "600 000 001"),))
    assert first_numbers(replace(card, shown_when_locked=False), T) == ()
