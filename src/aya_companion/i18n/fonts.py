"""Which fonts a language is set in: the browser has none of its own, so the app brings them."""

from __future__ import annotations

from typing import Literal

from aya_companion.i18n.locales import locale_of

Weight = Literal[400, 600, 700]

_FILES: dict[str, tuple[Weight, ...]] = {
    "Figtree": (400, 600, 700),
    "Noto Sans": (400, 600, 700),
    "Noto Sans Arabic": (400, 600, 700),
    "Noto Sans Devanagari": (400, 600, 700),
    "Noto Sans SC": (400, 700),
    "Noto Sans TC": (400, 700),
    "Noto Sans JP": (400, 700),
    "Noto Sans KR": (400, 700),
    "Noto Sans Symbols": (400,),
    "Noto Emoji": (400,),
}
"""Each font and the weights it comes in."""

SIGNS: tuple[str, ...] = ("Noto Sans Symbols",)
"""Fonts for signs that no language's own font has to have, such as ✓ → ≥.

Emoji are not among them: the app writes none, their font is half a megabyte, and the browser's
engine asks for it when a person types one.
"""


def _family(font: str, weight: int) -> str:
    return f"{font} {weight}"


FAMILIES: dict[str, str] = {
    _family(font, weight): f"fonts/{font.replace(' ', '')}-{weight}.woff2"
    for font, weights in _FILES.items()
    for weight in weights
}
"""The file of each family, as an address under ``assets/``.

Flet takes one file for a family name and would thicken its letters by itself for bold text. So
each weight is a family: ``Figtree 400``, ``Figtree 600``, ``Figtree 700``. A plain ``Noto Sans``
would also hide the one of that name that the browser engine fetches for other scripts.
"""


def font_for(code: str, weight: Weight = 400) -> str:
    """The family that a language's text is set in. Raises UnknownLanguageError."""
    return _nearest(locale_of(code).fonts[0], weight)


def fallbacks_for(code: str, weight: Weight = 400) -> list[str]:
    """The families for what ``font_for`` lacks, in the order in which they are asked.

    Raises UnknownLanguageError.
    """
    return [_nearest(font, weight) for font in (*locale_of(code).fonts[1:], *SIGNS)]


def families_for(*codes: str) -> dict[str, str]:
    """What has to be loaded before text in these languages is shown, in every weight.

    The answer fits ``page.fonts``; "" stands for no language. Raises UnknownLanguageError.
    """
    wanted = [font for code in codes if code for font in locale_of(code).fonts] + list(SIGNS)
    return {
        _family(font, weight): FAMILIES[_family(font, weight)]
        for font in dict.fromkeys(wanted)
        for weight in _FILES[font]
    }


def _nearest(font: str, weight: int) -> str:
    """The family of a font in the weight, or in the next heavier one that there is."""
    weights = _FILES[font]
    return _family(font, next((w for w in weights if w >= weight), weights[-1]))
