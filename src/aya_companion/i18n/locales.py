"""Which languages there are: one folder each in ``locales/``, read once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from aya_companion.domain.toml_file import (
    NOT_UTF8,
    Key,
    a_text,
    any_text,
    line_of,
    names,
    one_of,
    read_keys,
    yes_or_no,
)
from aya_companion.i18n.errors import LanguageFileError, UnknownLanguageError

FOLDER = Path(__file__).resolve().parents[3] / "locales"
"""Where the languages of the app stand, in the source tree and in every packed form of it."""

PSEUDO = "qps"
"""The language in which each string is its own key; for tests, never offered to people."""

SOURCE = "en"
"""The language that all text is first written in, and the last one to fall back to."""

Direction = Literal["ltr", "rtl"]
KEYS = {
    "name": Key(a_text),
    "direction": Key(one_of({"ltr", "rtl"})),
    "fonts": Key(names(least=1)),
    "fallback": Key(any_text, required=False),
    "formats": Key(a_text, required=False),
    "hidden": Key(yes_or_no, required=False),
}
"""What a locale.toml has."""


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
    for file in files:
        fallback = locales[file.parent.name].fallback
        if fallback and fallback not in locales:
            line = line_of(file.read_text(encoding="utf-8"), "fallback")
            raise LanguageFileError(
                file,
                f'line {line} (fallback): "{fallback}" is not a language here',
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
        values, faults = read_keys(file.read_text(encoding="utf-8"), KEYS)
    except UnicodeDecodeError:
        values, faults = {}, (NOT_UTF8,)
    for fault in faults:
        where = f"line {fault.line}" + (f" ({fault.key})" if fault.key else "")
        raise LanguageFileError(file, f"{where}: {fault.problem[:-1]}", fault.what_to_do)
    defaults = {"fallback": "" if code == SOURCE else SOURCE, "formats": code}
    return Locale(code=code, **defaults | values | {"fonts": tuple(values["fonts"])})


LOCALES: dict[str, Locale] = read_locales(FOLDER)
"""The languages of the app."""
