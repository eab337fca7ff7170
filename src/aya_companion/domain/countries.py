"""Emergency and crisis numbers by country, to choose from; nothing is ever guessed.

They come from general knowledge, not from an official list, and are to be verified at each release
(``docs/intended-purpose.md``). The person confirms or changes theirs, and what they typed always wins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import EmergencyCard


@dataclass(frozen=True)
class Country:
    """``code`` is ISO 3166; ``crisis`` is a line for people with thoughts of suicide, "" where none
    is known here."""

    code: str
    emergency: str
    crisis: str = ""


COUNTRIES: tuple[Country, ...] = (
    Country("AR", "911", "135"),
    Country("AT", "112", "142"),
    Country("AU", "000", "13 11 14"),
    Country("BE", "112", "1813"),
    Country("BR", "192", "188"),
    Country("CA", "911", "988"),
    Country("CH", "144", "143"),
    Country("CL", "131", "*4141"),
    Country("CO", "123", "106"),
    Country("DE", "112", "0800 111 0 111"),
    Country("DZ", "14", ""),
    Country("EG", "123", ""),
    Country("ES", "112", "024"),
    Country("FR", "112", "3114"),
    Country("GB", "999", "116 123"),
    Country("IE", "112", "116 123"),
    Country("IN", "112", "14416"),
    Country("IQ", "122", ""),
    Country("IT", "112", ""),
    Country("JO", "911", ""),
    Country("LB", "140", "1564"),
    Country("MA", "150", ""),
    Country("MX", "911", "800 911 2000"),
    Country("NL", "112", "113"),
    Country("NZ", "111", "1737"),
    Country("PE", "106", "113"),
    Country("PL", "112", "116 123"),
    Country("PT", "112", "1411"),
    Country("SA", "997", "920033360"),
    Country("SE", "112", "90101"),
    Country("SY", "110", ""),
    Country("TN", "190", ""),
    Country("TR", "112", ""),
    Country("US", "911", "988"),
)
"""Countries in the order of their codes."""

BY_CODE = {country.code: country for country in COUNTRIES}
"""The same, by code."""


def with_country(card: EmergencyCard, code: str) -> EmergencyCard:
    """The card with this country chosen, "" for none.

    A number is filled in where none stands, or where the one of the country before does. What they
    typed stays, also where nothing is known for the new country; so do all numbers when they choose
    none.
    """
    new = BY_CODE.get(code)
    if new is None:
        return replace(card, country="")
    old = BY_CODE.get(card.country, Country("", ""))
    emergency, crisis = card.emergency_number, card.crisis_number
    return replace(
        card,
        country=code,
        emergency_number=_unless_typed(emergency, old.emergency, new.emergency),
        crisis_number=_unless_typed(crisis, old.crisis, new.crisis),
    )


def _unless_typed(mine: CardNumber, old: str, new: str) -> CardNumber:
    """The number of the new country where the person has none of their own."""
    is_listed = old and mine.reading == CardNumber.of(old).reading
    return CardNumber.of(new) if is_listed or not mine else mine
