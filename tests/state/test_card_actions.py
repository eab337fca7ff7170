"""The emergency card."""

from __future__ import annotations

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import Contact, EmergencyCard
from aya_companion.domain.countries import with_country
from tests.fakes.running import finish
from tests.state.conftest import State


def test_a_country_brings_its_numbers(state: State) -> None:
    finish(state.do.card.choose_country("ES"))
    card = state.restarted().do.card.get()
    assert (card.country, card.emergency_number.text) == ("ES", "112")


def test_no_country_leaves_numbers_alone(filled: State) -> None:
    finish(filled.do.card.choose_country(""))
    card = filled.do.card.get()
    numbers = (card.emergency_number.text, card.crisis_number.text)
    assert (card.country, *numbers) == ("", "112", "024")


def test_a_change_leaves_the_rest_as_it_was(filled: State) -> None:
    before = filled.do.card.get()
    assert finish(filled.do.card.change(allergies="Latex"))
    after = filled.restarted().do.card.get()
    assert after.allergies == "Latex"
    assert (after.fever, after.contacts, after.line) == (before.fever, before.contacts, before.line)


def test_a_countrys_number_makes_room_for_the_next_ones_as_an_older_version_wrote_it_too() -> None:
    older = EmergencyCard(country="SA", crisis_number=CardNumber("920033360"))
    assert with_country(older, "ES").crisis_number == CardNumber.of("024")


def test_words_in_place_of_a_number_stay_with_every_country() -> None:
    older = EmergencyCard(country="IT", crisis_number=CardNumber("ask the ward"))
    assert with_country(older, "ES").crisis_number == CardNumber("ask the ward")


def test_several_numbers_take_the_place_of_one_entry_and_give_it_back(filled: State) -> None:
    actions = filled.do.card
    night, day = actions.get().contacts
    one, two = (Contact("Night", CardNumber.of(number)) for number in ("600 1", "600 2"))
    finish(actions.exchange([night], [one, two]))
    assert filled.restarted().do.card.get().contacts == (one, two, day)
    finish(actions.exchange([one, two], [night]))
    assert actions.get().contacts == (night, day)
