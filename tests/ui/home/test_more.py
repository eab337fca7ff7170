"""Settings, the map, words, saved pages, search, about."""

from __future__ import annotations

from dataclasses import replace

import flet as ft
import pytest

from aya_companion.domain.settings import Appearance, Depth, Readiness, Role, Settings
from aya_companion.domain.treatment_map import Stop
from aya_companion.ui.theme import DARK
from tests.fakes.companion import make_companion
from tests.fakes.disks import MemoryDisk
from tests.ui.window import STARTED, Window, open_window


def test_a_language_changes_everything_at_once() -> None:
    window = open_window().go("/more/settings").tap("Español")
    t = window.model.companion.catalogs.translator("es")
    assert window.sight.titles == [t("Settings")]


@pytest.mark.parametrize(
    ("choice", "field", "value"),
    [
        ("100%", "text_size", 1.0),
        ("125%", "text_size", 1.25),
        ("150%", "text_size", 1.5),
        ("200%", "text_size", 2.0),
        ("Español", "language", "es"),
        ("Light", "appearance", Appearance.LIGHT),
        ("Dark", "appearance", Appearance.DARK),
        ("Short, one or two minutes", "depth", Depth.SHORT),
        ("I am a nurse or I teach", "role", Role.NURSE),
    ],
)
def test_a_setting_is_remembered_at_the_next_start(choice: str, field: str, value: object) -> None:
    disk = MemoryDisk()
    window = Window(make_companion(disk, Settings(language="en", started=True, text_size=1.25)))
    window.go("/more/settings").tap(choice)
    assert getattr(make_companion(disk).store.settings.get(), field) == value


def test_a_saved_page_is_remembered_at_the_next_start() -> None:
    disk = MemoryDisk()
    Window(make_companion(disk, STARTED)).go("/learn/mrd").tap("Save this page")
    window = Window(make_companion(disk)).go("/more/saved")
    assert "MRD: looking for the last leukemia cells" in window.sight.words
    window.go("/learn/mrd").tap("Saved. Tap to remove.")
    assert "Nothing saved yet" in Window(make_companion(disk)).go("/more/saved").sight.words


def test_text_is_twice_as_large_at_200_percent() -> None:
    def largest_body(scale: float) -> float:
        settings = Settings(language="en", started=True, text_size=scale)
        texts = open_window(settings).go("/more/about").sight.of(ft.Text)
        return float(min(text.style.size for text in texts if text.style and text.style.size))

    assert largest_body(2.0) == 2 * largest_body(1.0)


def test_dark_is_dark() -> None:
    settings = Settings(language="en", started=True, appearance=Appearance.DARK)
    window = open_window(settings).go("/more/about")
    assert DARK.background in {getattr(n.control, "bgcolor", None) for n in window.sight.nodes}


def test_a_second_language_chosen_as_the_first_is_no_second_one_any_more() -> None:
    """There is nothing left to show beside it, on the card neither."""
    window = open_window(Settings(language="en", second_language="es", started=True))
    window.go("/more/settings").tap("Español")
    assert window.model.settings.second_language == ""
    assert "ES | ES" not in window.go("/call").sight.words


def test_the_second_language_is_never_the_first() -> None:
    words = open_window().go("/more/settings").sight.words
    assert words.count("English") == 1
    assert words.count("Español") == 2


def test_choices_about_sensitive_parts_can_be_forgotten() -> None:
    settings = replace(STARTED, readiness=(("dying", Readiness.NOT_NOW),))
    window = open_window(settings).go("/more/settings").tap("Ask me again each time")
    assert window.model.settings.readiness == ()
    assert "Sensitive parts" not in window.sight.words


def test_a_place_on_the_map_is_hers_alone_to_choose() -> None:
    window = open_window(full=True).go("/more/map").tap("Maintenance")
    assert window.model.settings.stop is None
    window.tap("I am here now")
    assert window.model.settings.stop is Stop.MAINTENANCE
    window.go("/more/map").tap("Don't show where I am")
    assert window.model.settings.stop is None


def test_the_map_says_that_the_teams_own_is_right() -> None:
    assert "theirs is the right one" in open_window().go("/more/map").sight.words


def test_words_are_found_while_typing() -> None:
    window = open_window().go("/learn/words").type("Find a word", "remis")
    assert "remission" in window.sight.words
    assert "allergy" not in window.sight.words
    assert "No such word here" in window.type("Find a word", "qwzx").sight.words


def test_a_word_shows_the_pages_that_use_it() -> None:
    words = open_window().go("/learn/words/mrd").sight.words
    assert "Pages that use this word" in words
    assert "MRD: looking for the last leukemia cells" in words


def test_an_unknown_word_opens_a_helpful_screen() -> None:
    assert open_window().go("/learn/words/no-such-word").sight.titles == ["Nothing here"]


def test_every_page_of_the_library_is_on_learn() -> None:
    window = open_window().go("/learn")
    for page in window.model.companion.shelf.pages("en"):
        window.sight.named(page.title)


def test_searching_finds_a_page() -> None:
    window = open_window().go("/learn").type("What do you want to know?", "fever")
    assert "Fever" in window.sight.words


def test_searching_for_nothing_that_exists_says_what_to_do() -> None:
    window = open_window().go("/learn").type("What do you want to know?", "qwzxqwzx")
    assert "Nothing found" in window.sight.words
    window.sight.named("Write it down as a question")


def test_saved_pages_say_how_to_save_one() -> None:
    assert "Nothing saved yet" in open_window().go("/more/saved").sight.words


def test_about_says_what_the_app_never_does() -> None:
    words = open_window().go("/more/about").sight.words
    assert "not medical advice" in words.replace("\n", " ")
    assert "It never says that a symptom can wait." in words


@pytest.mark.parametrize("address", ["/no/such/place", "/learn/a/b/c", "//", "/visits/x/y/z"])
def test_an_unknown_address_opens_a_helpful_screen(address: str) -> None:
    window = open_window().go(address)
    assert window.sight.titles in (["Nothing here"], ["Good morning"])
    if window.sight.titles == ["Nothing here"]:
        assert "Nothing of yours is lost." in window.sight.words
        assert window.tap("Go to Today").model.route == "/"


def test_back_leads_to_where_someone_came_from() -> None:
    window = open_window().go("/more").tap("Words")
    assert window.model.route == "/learn/words"
    assert window.tap("Back").model.route == "/more"


def test_back_from_a_deep_link_leads_to_what_lies_behind() -> None:
    assert open_window().go("/learn/mrd").tap("Back").model.route == "/learn"
