"""What the interface says, and what it says when a catalog lacks it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from aya_companion.i18n.catalogs import Catalogs, read_catalog
from aya_companion.i18n.errors import LanguageFileError, UnknownLanguageError

SPANISH = """
msgid ""
msgstr "Plural-Forms: nplurals=3; plural=(n != 1);\\nContent-Type: text/plain; charset=utf-8\\n"

msgid "Write a question"
msgstr "Escribe una pregunta"

msgid "Saved {when}"
msgstr "Guardado {when}"

msgid "Sent to {who}"
msgstr "Enviado a {quien}"

msgid "{count} question ready"
msgid_plural "{count} questions ready"
msgstr[0] "{count} pregunta lista"
msgstr[1] "{count} preguntas listas"
msgstr[2] "{count} preguntas listas"

msgctxt "the phone icon"
msgid "Call"
msgstr "Llamar"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "es").mkdir()
    (tmp_path / "es" / "messages.po").write_text(SPANISH, encoding="utf-8")
    return tmp_path


def test_text_comes_in_the_language(folder: Path) -> None:
    t = Catalogs(folder).translator("es")
    assert t("Write a question") == "Escribe una pregunta"
    assert t("Saved {when}", when="hoy") == "Guardado hoy"
    assert t.within("the phone icon", "Call") == "Llamar"


def test_numbers_choose_the_form_and_are_written_as_in_the_language(folder: Path) -> None:
    t = Catalogs(folder).translator("es")
    assert t.many("{count} question ready", "{count} questions ready", 1) == "1 pregunta lista"
    assert (
        t.many("{count} question ready", "{count} questions ready", 12000)
        == "12.000 preguntas listas"
    )


def test_english_needs_no_catalog(folder: Path) -> None:
    t = Catalogs(folder).translator("en")
    assert t("Saved {when}", when="now") == "Saved now"
    assert t.many("{count} day", "{count} days", 1) == "1 day"
    assert t.many("{count} day", "{count} days", 2000) == "2,000 days"
    assert t.within("the phone icon", "Call") == "Call"


def test_what_is_not_translated_comes_in_english(folder: Path) -> None:
    t = Catalogs(folder).translator("es")
    assert t("A new string") == "A new string"
    assert t.many("{count} new", "{count} news", 2) == "2 news"
    assert t.within("somewhere else", "Call") == "Call"


def test_a_translation_with_a_wrong_place_comes_in_english(folder: Path) -> None:
    t = Catalogs(folder).translator("es")
    assert t("Sent to {who}", who="Ana") == "Sent to Ana"


def test_braces_in_what_a_person_wrote_are_left_alone(folder: Path) -> None:
    t = Catalogs(folder).translator("es")
    assert t("Saved {when}", when="{x} {0} %s") == "Guardado {x} {0} %s"


def test_the_pseudo_language_shows_each_string_as_its_own_key(folder: Path) -> None:
    t = Catalogs(folder).translator("qps")
    assert t("Write a question") == "⟦Write a question⟧"
    assert t("Saved {when}", when="now") == "⟦Saved now⟧"
    assert t.many("{count} day", "{count} days", 3) == "⟦3 days⟧"
    assert t.within("the phone icon", "Call") == "⟦Call⟧"


def test_a_broken_catalog_leaves_the_language_in_english_and_is_named(folder: Path) -> None:
    file = folder / "es" / "messages.po"
    file.write_text('msgid "Write a question"\n<<<<<<< ours', encoding="utf-8")
    catalogs = Catalogs(folder)
    assert catalogs.translator("es")("Write a question") == "Write a question"
    assert catalogs.problems["es"].path == file


def test_a_language_without_a_folder_is_an_error(folder: Path) -> None:
    with pytest.raises(UnknownLanguageError):
        Catalogs(folder).translator("xx")


def compiled(folder: Path, translation: str) -> Path:
    file = folder / "es" / "messages.mo"
    with (folder / "es" / "messages.po").open("rb") as stream:
        catalog = read_po(stream, locale="es")
    catalog["Write a question"].string = translation
    with file.open("wb") as stream:
        write_mo(stream, catalog)
    return file


def test_a_compiled_catalog_is_used_unless_the_text_is_newer(folder: Path) -> None:
    file, text = compiled(folder, "compilado"), folder / "es" / "messages.po"
    os.utime(text, (1_000, 1_000))
    os.utime(file, (1_000, 1_000))
    assert read_catalog(folder / "es").gettext("Write a question") == "compilado"
    os.utime(text, (2_000, 2_000))
    assert read_catalog(folder / "es").gettext("Write a question") == "Escribe una pregunta"


def test_a_broken_compiled_catalog_is_named(folder: Path) -> None:
    file = folder / "es" / "messages.mo"
    file.write_bytes(b"not a catalog, not at all")
    with pytest.raises(LanguageFileError, match=r"messages\.mo"):
        read_catalog(folder / "es")
