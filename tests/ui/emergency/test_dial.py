"""The buttons that dial: what is shown is what is dialled."""

from __future__ import annotations

from typing import Any

import flet as ft
import pytest

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.phone_number import PhoneNumber
from aya_companion.domain.settings import Settings
from aya_companion.ui.context import make_ui
from aya_companion.ui.emergency.dial import Draw, big_dial, dial, numbers_of
from tests.fakes.running import finish
from tests.ui.sight import Sight
from tests.ui.window import Window, drawing, open_window

NUMBER = PhoneNumber("555 0142", "3")


def drawn(*controls: ft.Control) -> Sight:
    """What stands on these controls."""
    return Sight(list(controls), lambda _component: [])


def buttons(window: Window, written: str, draw: Draw = dial) -> Sight:
    """The buttons of a number of the card."""
    ui = make_ui(window.model, window.do)
    with drawing():
        controls = numbers_of(
            ui, "Ward", CardNumber.of(written), "nights", ui.c.alarm, ui.c.on_alarm, draw
        )
        return drawn(*controls)


def addresses(sight: Sight) -> list[str]:
    """What the buttons dial."""
    actions: list[Any] = [getattr(node.control, "action", None) for node in sight.tappable]
    return [action.url for action in actions if action is not None]


@pytest.mark.parametrize("draw", [dial, big_dial])
def test_a_button_has_the_number_and_whose_it_is_and_dials_the_extension_too(draw: Draw) -> None:
    window = open_window()
    ui = make_ui(window.model, window.do)
    with drawing():
        sight = drawn(draw(ui, "Ward 5", NUMBER, "day and night", "#000000", "#FFFFFF"))
    assert addresses(sight) == ["tel:5550142,3"]
    for words in ("\u2066555 0142 ext.\u00a03\u2069", "Ward 5", "day and night"):
        assert words in sight.words


def test_in_the_largest_text_on_a_small_phone_the_icon_leaves_the_number_its_width() -> None:
    """Beside it even a short group would be cut."""
    window = open_window(Settings(language="en", started=True, text_size=2.0), width=320)
    ui = make_ui(window.model, window.do)
    with drawing():
        button: Any = big_dial(ui, "Ward 5", NUMBER, "", "#000000", "#FFFFFF")
    assert isinstance(button.content, ft.Column)


@pytest.mark.parametrize("draw", [dial, big_dial])
def test_a_certain_number_is_one_button_with_the_words_beside_it(draw: Draw) -> None:
    sight = buttons(open_window(), "24h: 912 345 678", draw)
    assert addresses(sight) == ["tel:912345678"]
    assert "Ward · 24h" in sight.words
    assert "Which one is right?" not in sight.words


def test_until_the_person_has_answered_each_number_is_a_button_under_all_of_the_words() -> None:
    sight = buttons(open_window(), "912 345 678 / 913 111 222")
    assert addresses(sight) == ["tel:912345678", "tel:913111222"]
    assert "912 345 678 / 913 111 222" in sight.words
    assert "Which one is right?" in sight.words


def test_the_question_is_not_asked_of_who_cannot_open_the_form() -> None:
    window = open_window()
    finish(window.do.lock.set("blue kettle river", None))
    finish(window.do.lock.hide())
    sight = buttons(window, "912 345 678 / 913 111 222")
    assert addresses(sight) == ["tel:912345678", "tel:913111222"]
    assert "Which one is right?" not in sight.words


def test_words_without_a_number_are_shown_and_are_no_button() -> None:
    sight = buttons(open_window(), "ask the nurse")
    assert addresses(sight) == []
    assert "ask the nurse" in sight.words


def test_in_arabic_each_of_the_persons_words_is_marked_once() -> None:
    """Marked twice they wrap as one, and their dots fall together."""
    window = open_window(Settings(language="ar", started=True))
    words = buttons(window, "24h: 912 345 678").words
    assert "\u2068Ward\u2069 · \u206824h\u2069 · \u2068nights\u2069" in words
