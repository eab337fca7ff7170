"""The first start."""

from __future__ import annotations

import pytest

from aya_companion.domain.settings import Role, Settings
from aya_companion.domain.treatment_map import Stop
from aya_companion.i18n.locales import offered
from tests.ui.window import Window, open_window


@pytest.fixture
def window() -> Window:
    """The app as it is opened for the first time."""
    return open_window(Settings())


def test_each_language_is_offered_in_its_own_name(window: Window) -> None:
    for locale in offered():
        window.sight.named(locale.name)


@pytest.mark.parametrize("locale", offered(), ids=lambda locale: locale.code)
def test_the_language_speaks_from_the_next_step_on(window: Window, locale: object) -> None:
    code, name = locale.code, locale.name  # type: ignore[attr-defined]
    window.tap(name)
    t = window.model.companion.catalogs.translator(code)
    assert window.sight.titles == [t("Who are you?")]
    assert window.model.settings.language == code


def test_three_answers_and_the_app_is_open(window: Window) -> None:
    window.tap("English").tap("I have ALL").tap("Induction")
    settings = window.model.settings
    assert (settings.started, settings.role, settings.stop) == (True, Role.PATIENT, Stop.INDUCTION)
    assert "You are here" in window.sight.words


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_all_of_it_can_be_skipped(window: Window, language: str) -> None:
    """The device's language is taken then, and the word for it is in that language."""
    window.model.companion.language = language
    skip = window.model.companion.catalogs.translator(language)("Skip")
    window.tap(skip).tap(skip).tap(skip)
    settings = window.model.settings
    assert (settings.started, settings.role, settings.stop) == (True, Role.UNKNOWN, None)
    assert settings.language == language
    assert window.model.route == "/"


def test_there_is_a_way_back_to_each_step(window: Window) -> None:
    window.tap("English").tap("I have ALL").tap("Back one")
    assert window.sight.titles == ["Who are you?"]
    window.tap("Back one")
    assert window.sight.titles == ["AYA Companion"]
    window.tap("Español").tap("Tengo LLA")
    settings = window.model.settings
    assert (settings.language, settings.role) == ("es", Role.PATIENT)


def test_the_address_that_was_opened_is_shown_afterwards(window: Window) -> None:
    window.go("/learn/mrd").tap("English").tap("Skip").tap("Skip")
    assert window.sight.titles == ["MRD: looking for the last leukemia cells"]


def test_the_address_of_the_first_start_leads_to_today(window: Window) -> None:
    window.go("/start").tap("English").tap("Skip").tap("Skip")
    assert window.model.route == "/"


def test_nobody_gets_past_it_by_an_address(window: Window) -> None:
    assert window.go("/visits").sight.titles == ["AYA Companion"]


def test_the_emergency_card_is_there_at_once(window: Window) -> None:
    assert window.tap("Call").sight.titles == ["Call"]


def test_it_says_that_nothing_is_sent(window: Window) -> None:
    assert "nothing is sent anywhere" in window.tap("English").sight.words
