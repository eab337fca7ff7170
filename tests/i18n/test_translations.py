"""The catalogs of the app are complete, and the tool that says so can see what is wrong."""

from __future__ import annotations

import ast
import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from aya_companion.i18n.locales import FOLDER
from tools import translations

SAVED = "Saved {when}"
READY = ("{count} question for {who}", "{count} questions for {who}")
HEADER = (
    'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n'
    'Content-Type: text/plain; charset=utf-8\\n"\n'
)


def test_the_catalogs_of_the_app_are_complete_and_right() -> None:
    assert translations.check(translations.extract()) == []


def test_the_template_is_that_of_the_code() -> None:
    pot = (FOLDER / "messages.pot").read_bytes()
    assert pot == translations.written(translations.extract()), (
        "Run: python -m tools.translations extract"
    )


@pytest.fixture
def template() -> Catalog:
    catalog = Catalog()
    catalog.add(SAVED)
    catalog.add(READY)
    return catalog


def catalog_file(folder: Path, saved: str, one: str, many: str) -> Path:
    """A folder with English and German, German saying this."""
    for code in ("en", "de"):
        (folder / code).mkdir()
        (folder / code / "locale.toml").write_text(
            'name = "x"\ndirection = "ltr"\nfonts = ["Figtree"]\n', encoding="utf-8"
        )
    file = folder / "de" / "messages.po"
    file.write_text(
        f'{HEADER}\nmsgid "{SAVED}"\nmsgstr "{saved}"\n\nmsgid "{READY[0]}"\n'
        f'msgid_plural "{READY[1]}"\nmsgstr[0] "{one}"\nmsgstr[1] "{many}"\n',
        encoding="utf-8",
    )
    return file


GOOD = ("Gespeichert {when}", "eine Frage an {who}", "{count} Fragen an {who}")


def test_a_good_catalog_has_no_findings(tmp_path: Path, template: Catalog) -> None:
    catalog_file(tmp_path, *GOOD)
    assert translations.check(template, tmp_path) == []


@pytest.mark.parametrize(
    ("saved", "one", "many", "finding"),
    [
        ("", *GOOD[1:], "not translated"),
        (GOOD[0], GOOD[1], "", "not translated"),
        ("Gespeichert", *GOOD[1:], "has the places"),
        ("Gespeichert {wann}", *GOOD[1:], "has the places"),
        ("Gespeichert {when} {0}", *GOOD[1:], "broken braces"),
        ("Gespeichert {when", *GOOD[1:], "broken braces"),
        ("Gespeichert {when} %s", *GOOD[1:], "another format"),
        (" Gespeichert {when}", *GOOD[1:], "space"),
        (GOOD[0], "eine Frage", GOOD[2], "has the places"),
    ],
)
def test_a_wrong_translation_is_found(
    tmp_path: Path, template: Catalog, saved: str, one: str, many: str, finding: str
) -> None:
    catalog_file(tmp_path, saved, one, many)
    findings = translations.check(template, tmp_path)
    assert len(findings) == 1
    assert finding in findings[0]
    assert "de/messages.po" in findings[0]


def test_a_missing_string_is_found_and_update_brings_it_in(
    tmp_path: Path, template: Catalog
) -> None:
    file = catalog_file(tmp_path, *GOOD)
    template.add("Write a question", context="a button")
    assert "missing" in translations.check(template, tmp_path)[0]
    translations.update(template, tmp_path)
    assert "Gespeichert {when}" in file.read_text(encoding="utf-8")
    assert "not translated" in translations.check(template, tmp_path)[0]


def test_plural_forms_of_another_language_are_found(tmp_path: Path, template: Catalog) -> None:
    file = catalog_file(tmp_path, *GOOD)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("nplurals=2", "nplurals=3"), encoding="utf-8")
    assert any("plural forms" in finding for finding in translations.check(template, tmp_path))


@pytest.mark.parametrize(
    ("code", "forms", "right"),
    [
        ("es", "nplurals=2; plural=(n != 1)", True),
        ("es", "nplurals=3; plural=(n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2)", True),
        ("es", "nplurals=2; plural=(n > 1)", False),
        ("fr", "nplurals=2; plural=(n > 1)", True),
        ("ar", "nplurals=2; plural=(n != 1)", False),
        ("ja", "nplurals=1; plural=0", True),
        ("ja", "nplurals=2; plural=(n != 1)", False),
    ],
)
def test_a_plural_rule_is_held_against_the_languages_own(
    code: str, forms: str, right: bool
) -> None:
    header = f'msgid ""\nmsgstr "Plural-Forms: {forms};\\n"\n'
    catalog = read_po(io.BytesIO(header.encode()), locale=code)
    assert translations.has_the_plurals_of(catalog, code) is right


def test_a_file_that_is_no_catalog_is_named(tmp_path: Path, template: Catalog) -> None:
    catalog_file(tmp_path, *GOOD).write_text('msgid "half"\nmsgstr halb\n', encoding="utf-8")
    assert "not a gettext file (line 2" in translations.check(template, tmp_path)[0]


def test_strings_are_found_in_every_kind_of_call(tmp_path: Path) -> None:
    code = tmp_path / "src" / "app"
    code.mkdir(parents=True)
    (code / "screen.py").write_text(
        "# Translators: a button\nt('Save')\nt.many('{count} day', '{count} days', 2)\n"
        "self.t.within('phone', 'Call', who=x)\n",
        encoding="utf-8",
    )
    catalog = translations.extract(code)
    assert catalog["Save"].auto_comments == ["a button"]
    assert catalog[("{count} day", "{count} days")] is not None
    assert catalog.get("Call", "phone") is not None
    assert len(catalog) == 3


def test_the_same_strings_make_the_same_file(template: Catalog) -> None:
    assert translations.written(template) == translations.written(template)
    assert b"Date" not in translations.written(template)


@pytest.mark.parametrize("module", sorted(translations.CODE.rglob("*.py")), ids=lambda p: p.name)
def test_every_translator_is_called_t(module: Path) -> None:
    """Strings are found by the name of what is called; under another name they would be lost."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.arg) and node.annotation is not None:
            kind = ast.unparse(node.annotation).strip("\"'")
            assert kind != "Translator" or node.arg == "t", f"line {node.lineno}: {node.arg}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Call):
            assert not ast.unparse(node.func.func).endswith(".translator"), f"line {node.lineno}"
        if isinstance(node, ast.Assign) and ast.unparse(node.value).partition("(")[0].endswith(
            ".translator"
        ):
            names = [ast.unparse(target).split(".")[-1] for target in node.targets]
            assert names == ["t"], f"line {node.lineno}: {names}"
