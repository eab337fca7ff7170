"""The emergency card on paper, and its code, read as a phone's camera reads it."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import (
    Contact,
    EmergencyCard,
    LineType,
    Temperature,
    TemperatureUnit,
)
from aya_companion.i18n.catalogs import Translator
from aya_companion.paper.emergency_card import (
    card_facts,
    fever_words,
    lock_screen_facts,
    paper_card,
    qr_lines,
)
from aya_companion.paper.qr import MAX_VERSION, all_fit, qr_code, qr_rows
from tests.amounts import examples
from tests.paper.sheets import Read, side

CARD = EmergencyCard(
    country="ES",
    emergency_number=CardNumber.of("112"),
    contacts=(Contact("Leukemia ward", CardNumber.of("+34 600 000 001"), "day and night"),),
    fever=Temperature(Decimal("37.8"), TemperatureUnit.CELSIUS),
    allergies="Penicillin",
    line=LineType.PORT,
    name="Zuzana Person",
)


def line_name(_t: Translator, line: LineType) -> str:
    """A kind of line, the same in every language."""
    return f"<{line.value}>"


def scanned(lines: list[str]) -> str:
    """What a camera reads from the code of these lines."""
    picture = io.BytesIO()
    qr_code(lines).save(picture, kind="png", scale=4)
    (found,) = zxingcpp.read_barcodes(Image.open(picture))
    text: str = found.text
    return text


@pytest.mark.parametrize("code", ["en", "es", "ar"])
def test_the_code_says_the_essentials_in_plain_text(code: str) -> None:
    text = scanned(qr_lines(CARD, side(code), line_name))
    for words in ("+34 600 000 001", "112", "Penicillin", "Zuzana Person", "<port>"):
        assert words in text
    assert fever_words(CARD, side(code)) in text


def test_the_squares_drawn_on_the_screen_are_the_same_code() -> None:
    rows = qr_rows(qr_lines(CARD, side("en"), line_name))
    picture = Image.new("1", (len(rows), len(rows)), 1)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            picture.putpixel((x, y), 0 if dark else 1)
    (found,) = zxingcpp.read_barcodes(picture.convert("L").resize((600, 600), 0))
    assert "+34 600 000 001" in found.text


@settings(max_examples=examples(0.6), deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=400)))
def test_a_code_is_never_finer_than_a_phone_reads(lines: list[str]) -> None:
    code = qr_code(["Fever is an emergency", *lines])
    assert int(code.version) <= MAX_VERSION


def test_what_does_not_fit_falls_off_the_end() -> None:
    """The most important lines come first, so that they are never the ones lost."""
    text = scanned(["Call 112", "Ward: +34 600 000 001", "x" * 3000])
    assert text == "Call 112\nWard: +34 600 000 001"


def test_what_to_say_is_not_what_falls_off() -> None:
    """A long note costs the end of the card, not "antibiotics fast"."""
    long = replace(CARD, notes="x" * 3000)
    lines = qr_lines(long, side("en"), line_name)
    text = scanned(lines)
    assert "antibiotics fast" in text
    assert "Penicillin" in text
    assert not all_fit(lines)
    assert all_fit(qr_lines(CARD, side("ar"), line_name))


def test_a_lock_screen_has_room_for_what_matters_first() -> None:
    """Many numbers of the team do not push out the fever number, the emergency number, allergies."""
    many = tuple(Contact(f"Ward {n}", CardNumber.of(f"+34 600 000 00{n}")) for n in range(1, 6))
    facts = lock_screen_facts(replace(CARD, contacts=many, notes="Long"), side("en"), line_name)
    words = [fact.words for fact in facts]
    assert len(facts) <= 6
    assert many[0].phone.text in words
    assert many[1].phone.text not in words
    assert {"112", "Penicillin", fever_words(CARD, side("en"))} <= set(words)


def test_an_empty_card_gives_the_general_rule_and_no_empty_lines() -> None:
    facts = card_facts(EmergencyCard(), side("en"), line_name)
    assert [fact.label for fact in facts] == ["Call my team at"]
    assert "38.0" in facts[0].words


def test_both_languages_are_on_paper_with_the_number_left_to_right() -> None:
    html = paper_card(CARD, [side("es"), side("ar")], line_name)
    read = Read(html)
    assert read.text.count("+34 600 000 001") == 2
    assert '<section class="panel" lang="ar" dir="rtl">' in html
    assert '<span class="number">+34 600 000 001</span>' in html


def test_what_was_typed_is_escaped() -> None:
    html = paper_card(EmergencyCard(allergies="<img src=x>"), [side("en")], line_name)
    assert "<img" not in html


def test_a_number_on_paper_has_the_digits_that_are_dialled_and_the_words_beside_it() -> None:
    ward = Contact("Ward 5", CardNumber("24h: (555) 123-4567 ext 3"), "at night")
    facts = card_facts(replace(CARD, contacts=(ward,)), side("en"), line_name)
    number = next(fact for fact in facts if "Ward 5" in fact.label)
    assert number.label == "My team: Ward 5, at night, 24h"
    assert (number.words, number.number) == ("555 123 4567 ext.\u00a03", True)


def test_as_long_as_nobody_has_answered_paper_has_all_of_the_words_and_each_number() -> None:
    card = EmergencyCard(emergency_number=CardNumber("112 / 911"))
    facts = card_facts(card, side("en"), line_name)
    said = [(fact.words, fact.number) for fact in facts if fact.label == "Emergency services"]
    assert said == [("112 / 911", False), ("112", True), ("911", True)]
