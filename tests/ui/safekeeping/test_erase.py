"""Erasing: nothing goes before a word was typed, and then everything does."""

from __future__ import annotations

import errno

import pytest

from aya_companion.domain.settings import Settings
from tests.fakes.companion import OWN_WORDS, catalogs, fill
from tests.fakes.disks import FaultyDisk, MemoryDisk
from tests.ui.safety import Phone, full_phone, own_words_on
from tests.ui.test_no_words_lost import quickly
from tests.ui.window import Window


def asked(window: Window, typed: str) -> Window:
    """Ask for everything to be erased, and type a word."""
    t = window.model.companion.catalogs.translator(window.model.settings.language or "en")
    window.go("/more/backup").tap(t("Erase everything"))
    label = t('Type "{word}" to go on', word=t.within("typed to confirm", "erase"))
    return window.type(label, typed).tap(t("Erase it all now"))


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_typed_word_of_each_language_erases_everything(language: str) -> None:
    phone = full_phone(Settings(language=language, started=True))
    word = catalogs().translator(language).within("typed to confirm", "erase")
    asked(phone.window, f" {word.upper()} ")
    held = b"".join(phone.disk.blobs.values())  # type: ignore[attr-defined]
    assert [words for words in OWN_WORDS if words.encode() in held] == []
    assert phone.start().do.questions.all() == []
    assert own_words_on(phone.window) == []
    assert phone.window.model.settings == Settings()


def test_the_word_counts_before_it_was_drawn() -> None:
    """Who types and taps quickly is not told to type it again."""
    phone = full_phone()
    phone.window.go("/more/backup").tap("Erase everything")
    quickly(phone.window, 'Type "erase" to go on', "erase", "Erase it all now")
    assert phone.start().do.questions.all() == []


def test_another_word_erases_nothing() -> None:
    phone = full_phone()
    asked(phone.window, "delete")
    assert "Nothing was erased." in str(phone.window.sight.field('Type "erase" to go on').error)
    assert len(phone.start().do.questions.all()) == 5


def test_it_can_be_left_with_everything_kept() -> None:
    """Before the word is typed there is a way back, and a backup is offered."""
    phone = full_phone()
    window = phone.window.go("/more/backup").tap("Erase everything")
    assert "Nothing is erased before you type the word" in window.sight.words
    window.sight.named("Save a backup first")
    window.type('Type "erase" to go on', "erase").tap("No, keep everything")
    assert "Erase it all now" not in window.sight.words
    window.tap("Erase everything")
    assert window.sight.field('Type "erase" to go on').value == ""
    assert len(phone.start().do.questions.all()) == 5


def test_afterwards_the_app_starts_as_on_the_first_day() -> None:
    phone = full_phone()
    other = Window(phone.window.model.companion).go("/visits/questions")
    asked(phone.window, "erase")
    assert own_words_on(phone.window) == []
    assert own_words_on(other) == []
    assert phone.window.model.route == "/"
    assert phone.window.model.trail == []


def test_an_erasing_that_stopped_in_the_middle_says_so_and_goes_on() -> None:
    """Nothing is shown of what is still there, and it is gone before anything new is saved."""
    disk = FaultyDisk(MemoryDisk(), 10**9, fault=lambda: OSError(errno.EIO, "gone"))
    phone = Phone(disk, Settings(language="en", started=True))
    fill(phone.window.model.companion)
    phone.window.go("/more/backup").tap("Erase everything")
    phone.window.type('Type "erase" to go on', "erase")
    disk.at, disk.forever = disk.count + 3, True
    phone.window.tap("Erase it all now")
    assert own_words_on(phone.window) == []
    assert "Not everything is erased yet" in phone.window.sight.words
    phone.window.tap("Try again")
    assert "Not everything is erased yet" in phone.window.sight.words
    disk.forever = False
    phone.window.tap("Try again")
    assert "Not everything is erased yet" not in phone.window.sight.words
    assert disk.disk.blobs == {}  # type: ignore[attr-defined]
