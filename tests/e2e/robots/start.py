"""The first start."""

from __future__ import annotations

from aya_companion.i18n.locales import locale_of
from tests.e2e.robots.screen import Screen
from tests.e2e.robots.today import Today


class Start(Screen):
    """Three steps, each of which can be skipped."""

    def choose_language(self, code: str) -> Start:
        """Tap a language in its own name; from then on the app speaks it."""
        self.tap(locale_of(code).name)
        self.in_language(code)
        return self.has_title(self.t("Who are you?"))

    def i_have_all(self) -> Start:
        """Say who I am."""
        return self.tap(self.t("I have ALL"))

    def i_am_at(self, place: str) -> Today:
        """Say where I am."""
        return self.tap(self.t(place)).become(Today)

    def skip(self) -> Start:
        """Leave a question out."""
        return self.tap(self.t("Skip"))
