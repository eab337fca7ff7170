"""Which of the app's fonts stand in for those that the engine would look for on its own."""

from __future__ import annotations

from collections.abc import Collection

from aya_companion.device.flet.stand_ins import STAND_INS

LAST_RESORT = "assets/fonts/roboto.woff2"
"""Given for a script that the app has no font for: it ends the asking."""


def stand_ins(addresses: Collection[str]) -> dict[str, list[str]]:
    """The addresses of the app's fonts for each family of the engine, of those that are there."""
    return {
        family: [font for font in fonts if font in addresses] for family, fonts in STAND_INS.items()
    }
