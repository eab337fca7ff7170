"""Addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aya_companion.ui.routes import PATTERNS, find, stack
from tests.ui.looks import ADDRESSES


@pytest.mark.parametrize(("address", "screen"), sorted(ADDRESSES.items()))
def test_an_address_leads_to_its_screen(address: str, screen: str) -> None:
    assert find(address).screen == screen


def test_words_of_an_address_are_handed_to_the_screen() -> None:
    assert find("/learn/mrd").params == {"topic": "mrd"}
    assert find("/visits/abc/edit").params == {"visit": "abc"}


def test_a_fixed_word_wins_over_a_name() -> None:
    """A page cannot hide the word list, nor a visit the form for a new one."""
    assert find("/learn/words").screen == "words"
    assert find("/visits/new").screen == "visit_edit"
    assert find("/visits/questions").screen == "questions"


@pytest.mark.parametrize("address", ["/learn/mrd/", "learn/mrd", "/learn/mrd?from=mail"])
def test_small_slips_in_an_address_are_forgiven(address: str) -> None:
    assert find(address).params == {"topic": "mrd"}


@given(st.text())
def test_every_address_leads_somewhere(address: str) -> None:
    route = find(address)
    assert route.screen in {screen for _, screen, *_ in PATTERNS} | {"lost"}
    assert stack(route)[0].parent is None


@given(st.from_regex(r"[a-z0-9-]{1,12}", fullmatch=True))
def test_behind_a_page_lies_the_library(name: str) -> None:
    if name != "words":
        assert [each.path for each in stack(find(f"/learn/{name}"))] == ["/learn", f"/learn/{name}"]
