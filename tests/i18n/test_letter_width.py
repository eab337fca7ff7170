"""The widths that room is planned with are those of the fonts that the app brings."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from fontTools.ttLib import TTFont

from aya_companion.i18n.letter_width import WIDE_WORD, width_of

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"


@cache
def font(name: str) -> Any:
    return TTFont(FONTS / f"{name}.woff2")


@cache
def joined_forms(name: str) -> dict[str, list[str]]:
    """The form that a letter has between two others, where a script has such."""
    if "GSUB" not in font(name):
        return {}
    table = font(name)["GSUB"].table
    places = [
        place
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "medi"
        for place in record.Feature.LookupListIndex
    ]
    forms: dict[str, list[str]] = {}
    for place in places:
        for subtable in table.LookupList.Lookup[place].SubTable:
            mapping = getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
            forms |= {k: v if isinstance(v, list) else [v] for k, v in mapping.items()}
    return forms


def measured(words: str, name: str) -> float:
    """The width of words as the font has it, in sizes of the text."""
    names, widths = font(name).getBestCmap(), font(name)["hmtx"]
    glyphs = [
        glyph
        for sign in words
        if unicodedata.category(sign) != "Mn"
        for glyph in joined_forms(name).get(names[ord(sign)], [names[ord(sign)]])
    ]
    total: int = sum(widths[glyph][0] for glyph in glyphs)
    return total / int(font(name)["head"].unitsPerEm)


def sample(code: str, name: str) -> str:
    """Words of a language: the names that it has for others, as far as its font has the letters."""
    has = font(name).getBestCmap()
    names = (str(each) for each in Locale(code).languages.values())
    return " ".join(each for each in names if all(ord(sign) in has for sign in each))


@pytest.mark.parametrize("weight", [400, 700])
@pytest.mark.parametrize(
    ("code", "family"),
    [
        ("en", "Figtree"),
        ("es", "Figtree"),
        ("ar", "NotoSansArabic"),
        ("hi", "NotoSansDevanagari"),
        ("zh", "NotoSansSC"),
        ("ja", "NotoSansJP"),
    ],
)
def test_the_average_letter_is_that_of_the_font(code: str, family: str, weight: int) -> None:
    words = sample(code, f"{family}-{weight}")
    assert len(words) > 500
    assert width_of(words) == pytest.approx(measured(words, f"{family}-{weight}"), rel=0.12)


@pytest.mark.parametrize("code", ["en", "es"])
def test_a_word_is_not_wider_than_planned(code: str) -> None:
    for word in set(sample(code, "Figtree-700").split()):
        if len(word) > 9:  # a shorter one has room anyway
            assert measured(word, "Figtree-700") <= WIDE_WORD * width_of(word), word


def test_marks_on_letters_take_no_room() -> None:
    assert width_of("سَلَام") == width_of("سلام")
