"""The emergency card."""

from __future__ import annotations

from tests.fakes.running import finish
from tests.state.conftest import State


def test_a_country_brings_its_numbers(state: State) -> None:
    finish(state.do.card.choose_country("ES"))
    card = state.restarted().do.card.get()
    assert (card.country, card.emergency_number) == ("ES", "112")


def test_no_country_leaves_numbers_alone(filled: State) -> None:
    finish(filled.do.card.choose_country(""))
    card = filled.do.card.get()
    assert (card.country, card.emergency_number, card.crisis_number) == ("", "112", "024")


def test_a_change_leaves_the_rest_as_it_was(filled: State) -> None:
    before = filled.do.card.get()
    assert finish(filled.do.card.change(allergies="Latex"))
    after = filled.restarted().do.card.get()
    assert after.allergies == "Latex"
    assert (after.fever, after.contacts, after.line) == (before.fever, before.contacts, before.line)
