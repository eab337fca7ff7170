"""Which of the app's fonts stand in for those that the engine would look for on its own."""

from __future__ import annotations

from collections.abc import Collection

LAST_RESORT = "assets/fonts/roboto.woff2"
"""Given for a script that the app has no font for: it ends the asking."""

_STAND_INS = {
    # Asked for what our Latin fonts lack, which is Devanagari above all: the engine's has it.
    "notosans": ("NotoSansDevanagari",),
    "notosansarabic": ("NotoSansArabic",),
    "notosansdevanagari": ("NotoSansDevanagari",),
    # Any of these may be asked for a sign that only another one of ours has.
    "notosanssc": ("NotoSansSC", "NotoSansTC", "NotoSansJP", "NotoSansKR"),
    "notosanstc": ("NotoSansTC", "NotoSansSC", "NotoSansJP", "NotoSansKR"),
    "notosanshk": ("NotoSansTC", "NotoSansSC", "NotoSansJP", "NotoSansKR"),
    "notosansjp": ("NotoSansJP", "NotoSansTC", "NotoSansSC", "NotoSansKR"),
    "notosanskr": ("NotoSansKR", "NotoSansTC", "NotoSansSC", "NotoSansJP"),
    "notosanssymbols": ("NotoSansSymbols",),
    "notosanssymbols2": ("NotoSansSymbols",),
    "notosansmath": ("NotoSansSymbols",),
    "notocoloremoji": ("NotoEmoji",),
}
"""The app's fonts for each family of the engine, in the order in which they are given."""


def stand_ins(addresses: Collection[str]) -> dict[str, list[str]]:
    """The addresses of the app's fonts for each family of the engine, of those that are there."""
    return {
        family: [a for a in (f"fonts/{font}-400.woff2" for font in fonts) if a in addresses]
        for family, fonts in _STAND_INS.items()
    }
