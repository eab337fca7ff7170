"""The screen that comes when the app itself fails."""

from __future__ import annotations

import platform

import flet as ft

from aya_companion import __version__
from tests.ui.safety import full_phone, own_words_on


def test_it_says_what_is_safe_and_holds_versions_and_settings_only() -> None:
    window = full_phone().window.go("/visits/thursday")
    window.model.problem = "ValueError"
    words = window.sight.words
    assert "Everything that was saved is safe." in words
    for fact in (__version__, ft.__version__, platform.python_version(), "ValueError", "text 1"):
        assert fact in words
    assert own_words_on(window) == []


def test_it_leads_back_to_today() -> None:
    window = full_phone().window.go("/visits/thursday")
    window.model.problem = "ValueError"
    window.tap("Go to Today")
    assert window.model.route == "/"
    assert window.sight.titles != ["That did not work"]
