"""Which languages there are: one folder each in ``locales/``, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from aya_companion.i18n.errors import LanguageFileError, UnknownLanguageError

FOLDER = Path(__file__).resolve().parents[3] / "locales"
"""Where the languages of the app stand, in the source tree and in every packed form of it."""

PSEUDO = "qps"
"""The language in which each string is its own key; for tests, never offered to people."""

SOURCE = "en"
"""The language that all text is first written in, and the last one to fall back to."""

Direction = Literal["ltr", "rtl"]
_KEYS = {"name", "direction", "fonts", "fallback", "formats", "hidden"}


@dataclass(frozen=True)
class Locale:
    """One language that the app can speak.

    ``code`` is a BCP 47 tag and the name of its folder, ``name`` is written in the language
    itself. ``fonts`` are family names, the first for its text and the rest for what that one
    lacks. ``fallback`` is asked for what is not translated ("" for none), ``formats`` is the
    language whose dates and numbers are used.
    """

    code: str
    name: str
    direction: Direction
    fonts: tuple[str, ...]
    fallback: str
    formats: str
    hidden: bool = False

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.direction == "rtl"


def read_locales(folder: Path) -> dict[str, Locale]:
    """All languages of a folder by code, English first. Raises LanguageFileError."""
    files = sorted(folder.glob("*/locale.toml"), key=lambda file: _order(file.parent.name))
    locales = {file.parent.name: _read(file) for file in files}
    for code, locale in locales.items():
        if locale.fallback and locale.fallback not in locales:
            raise LanguageFileError(
                folder / code / "locale.toml",
                f'fallback "{locale.fallback}" is not a language here',
                f"Use one of: {', '.join(locales)}",
            )
    return locales


def locale_of(code: str) -> Locale:
    """The language of a code. Raises UnknownLanguageError."""
    try:
        return LOCALES[code]
    except KeyError:
        raise UnknownLanguageError(code) from None


def offered() -> list[Locale]:
    """The languages that a person can choose from, in the order in which they are shown."""
    return [locale for locale in LOCALES.values() if not locale.hidden]


def closest(tag: str) -> str:
    """The code of the offered language that a tag such as ``es-MX`` names, else English."""
    codes = (locale.code for locale in offered())
    return next((code for code in codes if tag == code or tag.startswith(f"{code}-")), SOURCE)


def _order(code: str) -> tuple[bool, str]:
    return (code != SOURCE, code)


def _read(file: Path) -> Locale:
    code = file.parent.name
    try:
        data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LanguageFileError(file, f"is not TOML ({error})", "Correct that line") from None
    if unknown := set(data) - _KEYS:
        raise LanguageFileError(
            file, f"has unknown keys: {', '.join(sorted(unknown))}", f"Allowed: {sorted(_KEYS)}"
        )
    if not isinstance(data.get("name"), str) or not data["name"].strip():
        raise LanguageFileError(file, "has no name", "Write the language's own name for itself")
    if data.get("direction") not in ("ltr", "rtl"):
        raise LanguageFileError(file, "has no direction", 'Write direction = "ltr" or "rtl"')
    fonts = data.get("fonts")
    if not isinstance(fonts, list) or not fonts or not all(isinstance(f, str) for f in fonts):
        raise LanguageFileError(file, "names no fonts", 'Write for example fonts = ["Figtree"]')
    return Locale(
        code=code,
        name=data["name"],
        direction=data["direction"],
        fonts=tuple(fonts),
        fallback=str(data.get("fallback", "" if code == SOURCE else SOURCE)),
        formats=str(data.get("formats", code)),
        hidden=bool(data.get("hidden", False)),
    )


LOCALES: dict[str, Locale] = read_locales(FOLDER)
"""The languages of the app."""
