"""Text of one direction inside an interface of the other."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from aya_companion.domain.settings import Settings
from aya_companion.i18n.bidi import RLM, isolated, left_to_right
from aya_companion.i18n.formats import Formats
from aya_companion.ui.context import make_ui
from tests.ui.window import open_window

ARABIC = Settings(language="ar", second_language="en", started=True)


def test_the_question_mark_of_an_english_title_stands_behind_it() -> None:
    assert left_to_right("What is ALL?") in open_window(ARABIC).go("/learn").sight.words


def test_the_name_of_an_appointment_keeps_its_order() -> None:
    words = open_window(ARABIC, full=True).go("/visits").sight.words
    assert isolated("Marrow check") in words
    assert isolated("Dr. Ortiz") in words


def test_the_card_in_a_second_language_keeps_the_order_of_that_language() -> None:
    words = open_window(ARABIC).go("/call").tap("عرض English").sight.words
    assert left_to_right("The worst headache ever") in words
    assert left_to_right("38.0°C (100.4°F) or higher, even once") in words


def test_a_phone_number_that_was_typed_is_not_turned_around() -> None:
    window = open_window(ARABIC)
    ui = make_ui(window.model, window.do)
    assert ui.own("+34 555 0134") == isolated("+34 555 0134")


def test_in_arabic_the_degree_sign_stands_behind_its_number() -> None:
    assert Formats("ar", ZoneInfo("UTC")).temperature(38, "C").startswith(f"38.0{RLM}°")
