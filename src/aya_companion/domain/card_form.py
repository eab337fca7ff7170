"""What is typed into the form of the emergency card, and what of it can be kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import EmergencyCard
from aya_companion.domain.number_reading import Candidate, read

NUMBERS = ("emergency_number", "crisis_number")
WORDS = ("name", "diagnosis", "allergies", "notes")


def typed_of(card: EmergencyCard) -> dict[str, str]:
    """What stands in the fields at first, by the names of the card's own."""
    numbers = {field: getattr(card, field).text for field in NUMBERS}
    return numbers | {field: getattr(card, field) for field in WORDS}


def kept_of(
    typed: Mapping[str, str], before: EmergencyCard, chosen: Mapping[str, Candidate]
) -> tuple[dict[str, Any], frozenset[str]]:
    """What can go on the card in place of what was there ``before``, trimmed.

    And the fields that cannot: there is nothing to dial in them, or several numbers, none of which
    was ``chosen``. A number that nobody touched stays as it is.
    """
    kept: dict[str, Any] = {field: typed[field].strip() for field in typed if field in WORDS}
    wrong = set()
    for field in NUMBERS:
        mine: CardNumber = getattr(before, field)
        if typed[field].strip() == mine.text and field not in chosen:
            continue
        number = number_in(typed[field], chosen.get(field))
        if number is None:
            wrong.add(field)
        else:
            kept[field] = number
    return kept, frozenset(wrong)


def number_in(typed: str, chosen: Candidate | None) -> CardNumber | None:
    """The number that was typed or, of several, ``chosen``; None while it is not certain."""
    if chosen in read(typed).candidates and chosen is not None:
        return CardNumber(chosen.label, chosen.number)
    number = CardNumber.of(typed)
    return number if number.number or not number else None
