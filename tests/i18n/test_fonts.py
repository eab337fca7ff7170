"""Every language has fonts, and the app has their files."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fontTools.ttLib import TTFont

from aya_companion.i18n.fonts import FAMILIES, fallbacks_for, families_for, font_for
from aya_companion.i18n.formats import Formats
from aya_companion.i18n.locales import FOLDER, LOCALES, offered

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "assets"
CONTENT = ROOT / "content"


def test_every_family_has_its_file_and_every_file_its_family() -> None:
    files = {f"fonts/{file.name}" for file in (ASSETS / "fonts").glob("*.woff2")}
    assert set(FAMILIES.values()) == files


@pytest.mark.parametrize("code", list(LOCALES))
@pytest.mark.parametrize("weight", [400, 600, 700])
def test_every_language_is_set_in_families_that_are_loaded_for_it(code: str, weight: int) -> None:
    assert weight in (400, 600, 700)
    families = [font_for(code, weight), *fallbacks_for(code, weight)]  # type: ignore[arg-type]
    assert set(families) <= set(families_for(code))


def test_each_weight_is_a_family_of_its_own() -> None:
    assert font_for("en") == "Figtree 400"
    assert font_for("en", 600) == "Figtree 600"
    assert font_for("ar", 700) == "Noto Sans Arabic 700"


def test_a_second_language_brings_its_fonts_and_none_brings_nothing() -> None:
    assert set(families_for("en", "ar")) == set(families_for("en")) | set(families_for("ar"))
    assert families_for("en", "") == families_for("en")


def test_signs_are_always_loaded() -> None:
    assert "Noto Sans Symbols 400" in families_for("ar")


def letters(family_file: str) -> set[str]:
    """The characters that a font file can draw."""
    return {chr(code) for code in TTFont(ASSETS / family_file).getBestCmap()}


@pytest.mark.parametrize("code", [locale.code for locale in offered()])
def test_every_character_that_the_app_shows_is_in_its_fonts(code: str) -> None:
    """One that is missing shows as a box, and sends the browser looking for a font."""
    shown = {char for file in texts_of(code) for char in file.read_text(encoding="utf-8")}
    formats = Formats(code, ZoneInfo("Asia/Tokyo"))
    moments = [datetime(2026, month, 1 + 2 * month, month, tzinfo=UTC) for month in range(1, 13)]
    for moment in moments:
        shown |= set(formats.date_time(moment) + formats.full_date(moment) + formats.month(moment))
        shown |= set(formats.short_date(moment) + formats.temperature(38.25, "F"))
    regular = {file for file in families_for(code).values() if file.endswith("-400.woff2")}
    lacking = shown - set().union(*map(letters, regular)) - {"\n", "\t"}
    assert lacking == set(), [f"U+{ord(char):04X} {char}" for char in sorted(lacking)]


def texts_of(code: str) -> list[Path]:
    """The pages and interface strings of a language, and the English that stands in for them."""
    folders = [CONTENT / code, CONTENT / "en"]
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [*files, *FOLDER.glob(f"{code}/messages.po"), FOLDER / "messages.pot"]


def test_every_name_of_a_language_is_in_its_first_font() -> None:
    """The first screen shows each language in its own name, whatever was chosen before."""
    for locale in offered():
        assert set(locale.name) <= letters(FAMILIES[font_for(locale.code)])
