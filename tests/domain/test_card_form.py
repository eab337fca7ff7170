"""What is typed into the form of the emergency card, and what of it can be kept."""

from __future__ import annotations

import pytest

from aya_companion.domain.card_form import kept_of, typed_of
from aya_companion.domain.care_team import EmergencyCard

pytestmark = pytest.mark.pure

CARD = EmergencyCard(emergency_number="112", name="Zuzana", allergies="Penicillin")


def test_at_first_it_holds_what_stands_on_the_card() -> None:
    typed = typed_of(CARD)
    assert (typed["emergency_number"], typed["name"], typed["notes"]) == ("112", "Zuzana", "")


def test_what_was_not_touched_is_kept_as_it_is() -> None:
    kept, wrong = kept_of(typed_of(CARD))
    assert kept == typed_of(CARD)
    assert not wrong


def test_space_around_words_is_not_kept() -> None:
    assert kept_of({**typed_of(CARD), "name": " Zuzana P. "})[0]["name"] == "Zuzana P."


def test_what_cannot_be_dialled_is_named_and_not_kept() -> None:
    kept, wrong = kept_of({**typed_of(CARD), "crisis_number": "ask the ward"})
    assert wrong == {"crisis_number"}
    assert "crisis_number" not in kept
    assert kept["emergency_number"] == "112"


def test_an_empty_number_is_no_mistake() -> None:
    kept, wrong = kept_of({**typed_of(CARD), "emergency_number": " "})
    assert kept["emergency_number"] == ""
    assert not wrong
