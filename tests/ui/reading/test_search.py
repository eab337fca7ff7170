"""Search on the Learn screen: what was found, boxes for danger, and what to do with no answer."""

from __future__ import annotations

from datetime import timedelta

import flet as ft
import pytest

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.settings import Settings
from aya_companion.library.page import Heading, plain
from aya_companion.library.search.text import stem
from tests.fakes.companion import shelf
from tests.fakes.running import finish
from tests.ui.safety import PASSPHRASE, full_phone
from tests.ui.window import Window, open_window

FIELD = "What do you want to know?"


def searching(words: str, **settings: object) -> Window:
    """A window on Learn with these words typed."""
    chosen = Settings(**{"language": "en", "started": True, **settings})  # type: ignore[arg-type]
    labels = {"en": FIELD, "es": "¿Qué quieres saber?"}
    return open_window(chosen).go("/learn").type(labels[chosen.language], words)


def test_a_slip_still_finds_the_page_and_opens_it_at_the_heading() -> None:
    page = shelf().page("mrd", "en")
    first = next(plain(block.content) for block in page.blocks if isinstance(block, Heading))
    window = searching(f"{first} residul").tap(f"{page.title} {first}")
    assert window.host.visited[-1] == "/learn/mrd/s1"
    assert first in window.sight.words


def test_the_sections_come_back_when_nothing_is_typed() -> None:
    window = searching("fever")
    assert "All words" not in window.sight.words
    assert "All words" in window.type(FIELD, "").sight.words


def test_with_no_answer_the_words_become_a_question() -> None:
    window = searching("xyzzy plugh")
    assert "Nothing found" in window.sight.words
    window.tap("Write it down as a question")
    assert window.host.visited[-1] == "/visits/questions/new"
    assert window.sight.field("What do you want to ask?").value == "xyzzy plugh"


def test_what_was_typed_never_stands_in_an_address() -> None:
    window = searching("my secret words").tap("Write it down as a question")
    assert not any("secret" in address for address in window.host.visited)


def test_words_are_carried_to_one_question_only() -> None:
    window = searching("xyzzy").tap("Write it down as a question")
    window.sight.field("What do you want to ask?")
    assert window.model.draft == ""


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("i cant breathe", "Call emergency services now"),
        ("fever 38.5", "Call my team now"),
        ("constipated", "Tell my team today"),
    ],
)
def test_danger_words_put_the_box_of_their_level_on_top(typed: str, level: str) -> None:
    words = searching(typed).sight.words
    assert words.index(level) < words.index("answer")
    assert "If you are unsure, call." in words


def test_a_call_box_opens_the_emergency_card() -> None:
    window = searching("chest pain").tap("Open my emergency card")
    assert window.host.visited[-1] == "/call"


def test_despair_puts_crisis_help_first_with_the_number_of_the_card() -> None:
    window = open_window()
    finish(window.do.card.change(crisis_number=CardNumber.of("024")))
    words = window.go("/learn").type(FIELD, "i want to die").sight.words
    assert words.index("Dark thoughts") < words.index("answer")
    assert "024" in words


def test_english_answers_are_said_to_be_in_english() -> None:
    words = searching("bone marrow biopsy", language="es").sight.words
    assert "en inglés" in words
    assert "en inglés" not in searching("fiebre", language="es").sight.words


def test_an_english_answer_opens_the_english_page() -> None:
    """What answered may not stand in the translation; the way back to it is one tap."""
    window = searching("flush my port bone marrow biopsy", language="es")
    asked = shelf().search("flush my port bone marrow biopsy", "es").in_english
    found = next(result for result in asked if result.page)
    page = shelf().page(found.page, "en")
    window.tap(next(node.name for node in window.sight.tappable if found.title in node.name))
    assert window.host.visited[-1].startswith(f"/learn/{page.id}/in/en")
    assert page.title in window.sight.titles
    assert "Lees esta página en English." in window.sight.words
    window.tap("Leerla en tu idioma")
    assert shelf().page(page.id, "es").title in window.sight.titles


@pytest.mark.parametrize("typed", ["i want to die", "chest pain", "constipated"])
def test_a_box_is_said_by_a_screen_reader_when_it_comes_up(typed: str) -> None:
    """It comes while the field still has the focus: nobody would look for it."""
    said = [each.content for each in searching(typed).sight.of(ft.Semantics) if each.live_region]
    assert any(isinstance(content, ft.Container) for content in said)


def test_hiding_locking_and_erasing_forget_what_was_typed() -> None:
    """The words that were kept for quick typing are gone with the screen."""

    def typed_words() -> None:
        assert searching("unheard words").sight
        assert stem.cache_info().currsize > 0

    typed_words()
    finish(open_window().do.lock.hide())
    assert stem.cache_info().currsize == 0
    typed_words()
    finish(open_window().do.lock.erase())
    assert stem.cache_info().currsize == 0
    phone = full_phone()
    finish(phone.window.do.lock.set(PASSPHRASE, None))
    phone.window.model.companion.touch()
    typed_words()
    phone.later(timedelta(hours=2))
    assert phone.window.do.lock.is_locked
    assert stem.cache_info().currsize == 0
