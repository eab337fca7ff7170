"""Every screen in every look: where it is found, and in which language, width and text size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from aya_companion.domain.settings import Readiness, Role, Settings
from aya_companion.domain.treatment_map import Stop
from aya_companion.i18n.locales import LOCALES
from aya_companion.ui.root import SCREENS
from aya_companion.ui.routes import PATTERNS
from tests.ui.sight import Sight
from tests.ui.window import open_window

PARAMETERS = {
    ":note": "follow-up",
    ":topic": "mrd",
    ":anchor": "ask1",
    ":language": "en",
    ":number": "1",
    ":term": "mrd",
    ":visit": "thursday",
    ":day": "2026-03-12",
    ":question": "answered",
    ":pack": "induction",
    ":stop": "induction",
}
"""What stands in an address in the place of each parameter."""


def address_of(pattern: str) -> str:
    """An address that fits a pattern of the app's addresses."""
    return "/".join(
        PARAMETERS[part] if part.startswith(":") else part for part in pattern.split("/")
    )


ADDRESSES = {address_of(pattern): screen for pattern, screen, *_ in PATTERNS} | {
    "/nowhere": "lost",
    "/learn/fever": "topic",
    "/learn/induction": "topic",
    "/visits/far": "visit",
    "/visits/february": "visit",
    "/visits/february/edit": "visit_edit",
    "/visits/far/edit": "visit_edit",
    "/visits/far/move/2026-07-08": "visit_move",
}
"""Addresses that show every screen, some of them with more than one thing on it."""

DRAWN = sorted(address for address, screen in ADDRESSES.items() if screen in SCREENS)


@dataclass(frozen=True)
class Look:
    """How someone has set up the app, on a screen of what width, with or without own records."""

    language: str
    width: float = 390
    scale: float = 1.0
    full: bool = True

    def __str__(self) -> str:
        kept = "" if self.full else "-empty"
        return f"{self.language}-{self.width:.0f}px-{self.scale * 100:.0f}%{kept}"

    @property
    def settings(self) -> Settings:
        """A person with a second language and a place on the map; or one who skipped all."""
        if not self.full:
            return Settings(language=self.language, text_size=self.scale, started=True)
        return Settings(
            language=self.language,
            second_language={"en": "es", "qps": ""}.get(self.language, "en"),
            text_size=self.scale,
            started=True,
            stop=Stop.INDUCTION,
            role=Role.NURSE,
            readiness=(("numbers", Readiness.NOT_NOW),),
            saved_pages=("fever", "mrd"),
        )


LOOKS = [
    Look(language, width, scale)
    for language in ("en", "es", "ar", "qps")
    for width in (320.0, 1280.0)
    for scale in (1.0, 2.0)
] + [Look(language, full=False) for language in ("en", "ar", "qps")]


@cache
def seen(address: str, look: Look) -> Sight:
    """The screen at an address in a look."""
    window = open_window(look.settings, width=look.width, full=look.full)
    return window.go(address).sight


assert {look.language for look in LOOKS} <= set(LOCALES)
