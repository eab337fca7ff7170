"""What is typed into the form of the emergency card, and what of it can be kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from aya_companion.domain.card_form import kept_of, typed_of
from aya_companion.domain.card_number import NO_NUMBER, CardNumber
from aya_companion.domain.care_team import EmergencyCard
from aya_companion.domain.number_reading import Candidate, read
from aya_companion.domain.phone_number import PhoneNumber

pytestmark = pytest.mark.pure

CARD = EmergencyCard(emergency_number=CardNumber.of("112"), name="Zuzana", allergies="Penicillin")


def kept(
    changes: dict[str, str], chosen: dict[str, Candidate] | None = None
) -> tuple[dict[str, Any], frozenset[str]]:
    """What is kept of the card's own words and these."""
    return kept_of(typed_of(CARD) | changes, CARD, chosen or {})


def test_at_first_it_holds_what_stands_on_the_card() -> None:
    typed = typed_of(CARD)
    assert (typed["emergency_number"], typed["name"], typed["notes"]) == ("112", "Zuzana", "")


def test_what_was_not_touched_is_kept_as_it_is() -> None:
    kept, wrong = kept_of(typed_of(CARD), CARD, {})
    assert replace(CARD, **kept) == CARD
    assert not wrong


def test_space_around_words_is_not_kept() -> None:
    assert kept({"name": " Zuzana P. "})[0]["name"] == "Zuzana P."


def test_what_cannot_be_dialled_is_named_and_not_kept() -> None:
    changes, wrong = kept({"crisis_number": "ask the ward"})
    assert wrong == {"crisis_number"}
    assert "crisis_number" not in changes
    assert replace(CARD, **changes).emergency_number == CARD.emergency_number


def test_an_empty_number_is_no_mistake() -> None:
    changes, wrong = kept({"emergency_number": " "})
    assert changes["emergency_number"] == NO_NUMBER
    assert not wrong


def test_the_words_beside_a_number_are_kept_with_it() -> None:
    changes, _ = kept({"crisis_number": "Samaritans, day and night: +44 116 123"})
    assert changes["crisis_number"].words == "Samaritans, day and night"
    assert changes["crisis_number"].number == PhoneNumber("+44 116 123")


def test_of_several_numbers_none_is_kept_until_one_is_chosen() -> None:
    typed = {"emergency_number": "112 / 911"}
    assert kept(typed)[1] == {"emergency_number"}
    second = read("112 / 911").candidates[1]
    changes, wrong = kept(typed, {"emergency_number": second})
    assert changes["emergency_number"] == CardNumber("", PhoneNumber("911"))
    assert not wrong


def test_an_answer_to_another_text_is_none() -> None:
    before = read("112 / 911").candidates[1]
    _, wrong = kept({"emergency_number": "112 / 999"}, {"emergency_number": before})
    assert wrong == {"emergency_number"}


def test_a_number_with_words_beside_it_stays_as_it_is_at_each_save() -> None:
    card = replace(CARD, crisis_number=CardNumber.of("1 800 CALL NOW"))
    changes, wrong = kept_of(typed_of(card), card, {})
    assert replace(card, **changes) == card
    assert not wrong


def test_old_words_that_nobody_touched_stay_whole_and_hold_nothing_up() -> None:
    card = replace(CARD, crisis_number=CardNumber("116 123 or 024"))
    changes, wrong = kept_of(typed_of(card), card, {})
    assert replace(card, **changes).crisis_number == CardNumber("116 123 or 024")
    assert not wrong
