"""What is typed into the form of the emergency card, and what of it can be kept."""

from __future__ import annotations

from collections.abc import Mapping

from aya_companion.domain.care_team import EmergencyCard, dialable

NUMBERS = ("emergency_number", "crisis_number")
WORDS = ("name", "diagnosis", "allergies", "notes")


def typed_of(card: EmergencyCard) -> dict[str, str]:
    """What stands in the fields at first, by the names of the card's own."""
    return {field: getattr(card, field) for field in (*NUMBERS, *WORDS)}


def kept_of(typed: Mapping[str, str]) -> tuple[dict[str, str], frozenset[str]]:
    """What can go on the card, trimmed, and the numbers that cannot: there is nothing to dial."""
    trimmed = {field: words.strip() for field, words in typed.items()}
    wrong = frozenset(f for f in NUMBERS if trimmed[f] and not dialable(trimmed[f]))
    return {field: words for field, words in trimmed.items() if field not in wrong}, wrong
