"""What people in danger type brings its box, in every language the app is set to; little else does."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from aya_companion.library.shelf import Shelf

HERE = Path(__file__).parent
MOST_FALSE_ALARMS = 15
"""Of the harmless inputs, as docs/search.md says; each is a box too many, which is the safer mistake."""


def table(name: str) -> dict[str, dict[str, list[str]]]:
    """One of the tables beside this file."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """The real library."""
    return Shelf.from_folder(HERE.parents[2] / "content")


@pytest.mark.parametrize(
    ("language", "box"),
    [(language, box) for language, boxes in table("danger.toml").items() for box in boxes],
)
def test_danger_brings_its_box(shelf: Shelf, language: str, box: str) -> None:
    """A sign in any of its wordings puts the box of its level among the boxes."""
    typed = table("danger.toml")[language][box]
    assert [each for each in typed if box not in shelf.search(each, language).boxes] == []


@pytest.mark.parametrize("language", ["en", "es", "ar", "fr", "qps"])
def test_danger_counts_whatever_the_language_of_the_app(shelf: Shelf, language: str) -> None:
    """Someone in danger does not change the settings first."""
    for words_of in ("en", "es", "ar"):
        for box, typed in table("danger.toml")[words_of].items():
            missed = [each for each in typed if box not in shelf.search(each, language).boxes]
            assert missed == [], (words_of, box)


def test_few_harmless_words_bring_a_box(shelf: Shelf) -> None:
    """False alarms are accepted and counted."""
    harmless = tomllib.loads((HERE / "harmless.toml").read_text(encoding="utf-8"))
    alarms = [
        (each, boxes)
        for language, typed in harmless.items()
        for each in typed
        if (boxes := shelf.search(each, language).boxes)
    ]
    assert len(alarms) <= MOST_FALSE_ALARMS, alarms


@pytest.mark.parametrize("typed", ["overdose", "sobredosis", "جرعة زائدة"])
def test_an_overdose_calls_emergency_services_and_crisis_help(shelf: Shelf, typed: str) -> None:
    """Nobody is asked whether it was meant."""
    assert {"crisis", "emergency"} <= set(shelf.search(typed, "en").boxes)


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("38.2 what do i do", "en"),
        ("38,4", "en"),
        ("39.5", "es"),
        ("38'5", "es"),
        ("38º", "es"),
        ("٣٨٫٥", "ar"),
        ("103f", "en"),
        ("104", "en"),
    ],
)
def test_a_temperature_leads_to_the_page_on_fever(shelf: Shelf, typed: str, language: str) -> None:
    """Below the box stands the answer; no page could hold every number."""
    answers = shelf.search(typed, language)
    assert "fever" in [result.page for result in (*answers.results, *answers.in_english)][:3]
