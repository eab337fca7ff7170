"""Which of the app's fonts stand in for those that the browser's engine looks for on its own.

For a letter that no loaded font has, the engine asks the app's server for a Noto font by the name
of its script. Flet's client brings none of them, and the engine asks again and again until it gets
one. People write in scripts that no chosen language announced, so it gets the app's font of that
script.
"""

from __future__ import annotations

from aya_companion.i18n.fonts import FAMILIES


def _fonts(*names: str) -> tuple[str, ...]:
    return tuple(FAMILIES[f"{name} 400"] for name in names)


STAND_INS: dict[str, tuple[str, ...]] = {
    # Asked for what our Latin fonts lack, which is Devanagari above all: the engine's has it.
    "notosans": _fonts("Noto Sans Devanagari"),
    "notosansarabic": _fonts("Noto Sans Arabic"),
    "notosansdevanagari": _fonts("Noto Sans Devanagari"),
    # Any of these may be asked for a sign that only another one of ours has.
    "notosanssc": _fonts("Noto Sans SC", "Noto Sans TC", "Noto Sans JP", "Noto Sans KR"),
    "notosanstc": _fonts("Noto Sans TC", "Noto Sans SC", "Noto Sans JP", "Noto Sans KR"),
    "notosanshk": _fonts("Noto Sans TC", "Noto Sans SC", "Noto Sans JP", "Noto Sans KR"),
    "notosansjp": _fonts("Noto Sans JP", "Noto Sans TC", "Noto Sans SC", "Noto Sans KR"),
    "notosanskr": _fonts("Noto Sans KR", "Noto Sans TC", "Noto Sans SC", "Noto Sans JP"),
    "notosanssymbols": _fonts("Noto Sans Symbols"),
    "notosanssymbols2": _fonts("Noto Sans Symbols"),
    "notosansmath": _fonts("Noto Sans Symbols"),
    "notocoloremoji": _fonts("Noto Emoji"),
}
"""The addresses under ``assets/`` for each family of the engine, in the order they are given in."""
