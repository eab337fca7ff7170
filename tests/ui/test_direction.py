"""Text of one direction inside an interface of the other."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from aya_companion.domain.settings import Settings
from aya_companion.i18n.formats import RLM, Formats
from aya_companion.ui.context import make_ui
from aya_companion.ui.own_words import FSI, own
from aya_companion.ui.text import LRI, PDI
from tests.ui.window import open_window

ARABIC = Settings(language="ar", second_language="en", started=True)


def test_the_question_mark_of_an_english_title_stands_behind_it() -> None:
    assert f"{LRI}What is ALL?{PDI}" in open_window(ARABIC).go("/learn").sight.words


def test_the_name_of_an_appointment_keeps_its_order() -> None:
    words = open_window(ARABIC, full=True).go("/visits").sight.words
    assert f"{FSI}Marrow check{PDI}" in words
    assert f"{FSI}Dr. Ortiz{PDI}" in words


def test_the_card_in_a_second_language_keeps_the_order_of_that_language() -> None:
    words = open_window(ARABIC).go("/call").tap("عرض English").sight.words
    assert f"{LRI}The worst headache ever{PDI}" in words
    assert f"{LRI}38.0°C (100.4°F) or higher, even once{PDI}" in words


def test_a_phone_number_that_was_typed_is_not_turned_around() -> None:
    window = open_window(ARABIC)
    ui = make_ui(window.model, window.do)
    assert own(ui, "+34 555 0134") == f"{FSI}+34 555 0134{PDI}"


def test_in_arabic_the_degree_sign_stands_behind_its_number() -> None:
    assert Formats("ar", ZoneInfo("UTC")).temperature(38, "C").startswith(f"38.0{RLM}°")
