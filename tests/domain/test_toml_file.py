"""Every kind of TOML file tells each fault by line and key, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from aya_companion.domain import toml_file
from aya_companion.domain.toml_file import Key, Keys
from aya_companion.i18n import locales
from aya_companion.i18n.errors import LanguageFileError
from aya_companion.library import glossary, packs, sections, sources, statements
from aya_companion.library.errors import PageError
from aya_companion.library.files import front_matter
from aya_companion.library.files.folder import FolderSource, read_catalog
from aya_companion.library.search import common_words, danger

FRONT = {**front_matter.COMMON, **front_matter.TRANSLATION}


class Kind(NamedTuple):
    """A kind of file: its place, what stands before its keys, its keys, and who reads it."""

    place: str
    head: str
    keys: Keys
    read: Callable[[Path], object]
    end: str = ""


def _first(problems: tuple[PageError, ...]) -> None:
    for problem in problems:
        raise problem


def of_a_language(folder: Path) -> None:
    """Reads a language of the content folder."""
    _first(FolderSource(folder, "es").problems)


def of_all_languages(folder: Path) -> None:
    """Reads what is the same in every language."""
    problems = read_catalog(folder).problems
    _first(tuple(each for each in problems if (folder.parent / each.path).exists()))


KINDS = {
    kind.place: kind
    for kind in (
        Kind("es/topics/mrd.md", "+++\n", {**FRONT, **front_matter.PAGE}, of_a_language, "+++\n"),
        Kind("es/packs/mrd.md", "+++\n", {**FRONT, **packs.PACK}, of_a_language, "+++\n"),
        Kind("es/glossary.toml", "[mrd]\n", glossary.KEYS, of_a_language),
        Kind("es/section-names.toml", "", {"start": Key(toml_file.a_text)}, of_a_language),
        Kind("es/danger.toml", "", danger.KEYS, of_a_language),
        Kind("es/common-words.toml", "", common_words.KEYS, of_a_language),
        Kind("sections.toml", "[[section]]\n", sections.SECTION, of_all_languages),
        Kind("sources.toml", "[S22]\n", sources.KEYS, of_all_languages),
        Kind("statements.toml", "[FL-5]\n", statements.KEYS, of_all_languages),
        Kind("en/locale.toml", "", locales.KEYS, locales.read_locales),
    )
}
"""A new kind of file gets all of these tests by a line here."""

VALUES: tuple[tuple[object, str], ...] = (
    ("", '""'),
    ("mrd", '"mrd"'),
    (date(2026, 11, 22), "2026-11-22"),
    (2026, "2026"),
    ([], "[]"),
    (["a", "b", "c"], '["a", "b", "c"]'),
    ("ltr", '"ltr"'),
    ("induction", '"induction"'),
    ("not yet checked by a clinician", '"not yet checked by a clinician"'),
    ("machine, not yet checked", '"machine, not yet checked"'),
    (False, "false"),
)
"""Values and how they are written; each key takes the first that it accepts."""


def right(key: Key) -> str:
    """A value that the key accepts, as it is written."""
    return next(written for value, written in VALUES if key.check(value) is None)


def wrong(key: Key) -> str:
    """A value of a type that the key does not accept, as it is written."""
    return next(w for value, w in VALUES if isinstance(value, int) and key.check(value))


def write(folder: Path, kind: Kind, changes: dict[str, str | None]) -> Path:
    """A file of this kind, all right but for the changes; None takes a key out."""
    values = {**{name: right(key) for name, key in kind.keys.items()}, **changes}
    lines = [f"{name} = {value}\n" for name, value in values.items() if value is not None]
    file = folder / kind.place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(kind.head + "".join(lines) + kind.end, encoding="utf-8")
    return file


def told(kind: Kind, folder: Path) -> tuple[str, int, str | None]:
    """The file, line and key that the reader names for what it finds wrong; it says what to do."""
    with pytest.raises((PageError, LanguageFileError)) as caught:
        kind.read(folder)
    message = str(caught.value)
    named = re.match(r"(\S+?): ?(?:line )?(\d+)(?: \((\S+)\))?: \S.*\. \S", message)
    assert named, message
    place = named[1].removeprefix(f"{folder}/").removeprefix(f"{folder.name}/")
    return place, int(named[2]), named[3]


def each_key(wanted: Callable[[Key], bool] = lambda key: True) -> list[Any]:
    """Every key of every kind, or those that are wanted."""
    return [
        pytest.param(kind, name, id=f"{kind.place}-{name}")
        for kind in KINDS.values()
        for name, key in kind.keys.items()
        if wanted(key)
    ]


def named(kind: Kind, key: str) -> str:
    """The key as a message names it: that of a table with the table's name."""
    table = re.match(r"\[+([^\]]+)", kind.head)
    return f"{table[1]}.{key}" if table else key


def line_of(file: Path, key: str) -> int:
    """The line of a key in a file."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(n for n, line in enumerate(lines, 1) if line.startswith(f"{key} ="))


@pytest.mark.parametrize(("kind", "key"), each_key())
def test_a_value_of_a_wrong_type_is_told(kind: Kind, key: str, tmp_path: Path) -> None:
    file = write(tmp_path, kind, {key: wrong(kind.keys[key])})
    assert told(kind, tmp_path) == (kind.place, line_of(file, key), named(kind, key))


@pytest.mark.parametrize(("kind", "key"), each_key())
def test_a_missing_key_is_told_unless_it_may_be_missing(
    kind: Kind, key: str, tmp_path: Path
) -> None:
    """Names are missing when nobody has given them yet."""
    write(tmp_path, kind, {key: None})
    if kind.keys[key].required and kind.place != "es/section-names.toml":
        place, line, told_key = told(kind, tmp_path)
        assert (place, line, told_key) == (kind.place, 1, named(kind, key))
    else:
        kind.read(tmp_path)


@pytest.mark.parametrize(("kind", "key"), each_key(lambda key: key.check(" ") is not None))
def test_an_empty_text_is_told_unless_it_may_be_empty(kind: Kind, key: str, tmp_path: Path) -> None:
    file = write(tmp_path, kind, {key: '" "'})
    assert told(kind, tmp_path) == (kind.place, line_of(file, key), named(kind, key))


@pytest.mark.parametrize(("kind", "key"), each_key(lambda key: key.check(["a"]) is None))
def test_an_empty_text_in_a_list_is_told(kind: Kind, key: str, tmp_path: Path) -> None:
    file = write(tmp_path, kind, {key: '["a", " "]'})
    assert told(kind, tmp_path) == (kind.place, line_of(file, key), named(kind, key))


@pytest.mark.parametrize("kind", [k for k in KINDS.values() if k.place != "es/section-names.toml"])
def test_an_unknown_key_is_told(kind: Kind, tmp_path: Path) -> None:
    file = write(tmp_path, kind, {"colour": '"red"'})
    assert told(kind, tmp_path) == (kind.place, line_of(file, "colour"), named(kind, "colour"))


@pytest.mark.parametrize("kind", KINDS.values())
def test_a_file_that_is_no_toml_is_told_with_the_line(kind: Kind, tmp_path: Path) -> None:
    file = write(tmp_path, kind, {"colour": "red"})
    assert told(kind, tmp_path) == (kind.place, line_of(file, "colour"), None)


@pytest.mark.parametrize("kind", KINDS.values())
def test_a_file_that_is_not_utf8_is_told(kind: Kind, tmp_path: Path) -> None:
    file = write(tmp_path, kind, {})
    file.write_bytes(file.read_bytes() + b"# \xff\n")
    assert told(kind, tmp_path) == (kind.place, 1, None)


@pytest.mark.parametrize("kind", [k for k in KINDS.values() if not k.end])
def test_a_file_without_faults_is_read_without_complaint(kind: Kind, tmp_path: Path) -> None:
    write(tmp_path, kind, {})
    kind.read(tmp_path)
