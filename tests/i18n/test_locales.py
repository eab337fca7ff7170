"""Languages are folders: what a folder says is what the app offers."""

from __future__ import annotations

from pathlib import Path

import pytest

from aya_companion.i18n.errors import LanguageFileError, UnknownLanguageError
from aya_companion.i18n.locales import LOCALES, PSEUDO, closest, locale_of, offered, read_locales

GOOD = 'name = "Deutsch"\ndirection = "ltr"\nfonts = ["Figtree"]\n'
ENGLISH = 'name = "English"\ndirection = "ltr"\nfonts = ["Figtree"]\n'


def add(folder: Path, code: str, text: str) -> Path:
    file = folder / code / "locale.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_new_folder_is_a_new_language(tmp_path: Path) -> None:
    add(tmp_path, "en", ENGLISH)
    add(tmp_path, "de", GOOD)
    locales = read_locales(tmp_path)
    assert list(locales) == ["en", "de"]
    assert locales["de"].name == "Deutsch"
    assert locales["de"].fallback == "en"
    assert locales["en"].fallback == ""


def test_the_pseudo_language_is_not_offered_to_people() -> None:
    assert PSEUDO in LOCALES
    assert PSEUDO not in [locale.code for locale in offered()]
    assert offered()[0].code == "en"


def test_arabic_is_written_from_right_to_left() -> None:
    assert locale_of("ar").rtl
    assert not locale_of("es").rtl


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name = ", r"line 1: The file cannot be read"),
        (GOOD.replace("Deutsch", " "), r"line 1 \(name\): This is empty"),
        (GOOD.replace("ltr", "left"), r"line 2 \(direction\): 'left' is not known\. Use: ltr, rtl"),
        (GOOD.replace('["Figtree"]', "[]"), r"line 3 \(fonts\): There are 0 of them"),
        (GOOD + 'colour = "red"\n', r"line 4 \(colour\): The key 'colour' is not known here"),
        (GOOD + 'fallback = "xx"\n', r"line 4 \(fallback\): \"xx\" is not a language here"),
    ],
)
def test_a_wrong_file_is_named_with_its_problem(tmp_path: Path, text: str, problem: str) -> None:
    add(tmp_path, "en", ENGLISH)
    file = add(tmp_path, "de", text)
    with pytest.raises(LanguageFileError, match=problem) as error:
        read_locales(tmp_path)
    assert error.value.path == file


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UnknownLanguageError, match="xx"):
        locale_of("xx")


@pytest.mark.parametrize(
    ("tag", "code"),
    [("es-MX", "es"), ("ar", "ar"), ("est", "en"), ("xx-YY", "en"), ("C", "en"), ("", "en")],
)
def test_the_language_of_a_device_is_found_among_those_offered(tag: str, code: str) -> None:
    assert closest(tag) == code
