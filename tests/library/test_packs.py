"""Packs: read whole, in both ways, and every mistake names its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from aya_companion.domain.treatment_map import Stop
from aya_companion.library.errors import PageError, PageNotFoundError
from aya_companion.library.files.prepared import write_prepared
from aya_companion.library.packs import Pack, parse_pack
from aya_companion.library.page import ListBlock, SourceMark
from aya_companion.library.shelf import Shelf
from aya_companion.library.traversal import all_words

CONTENT = Path(__file__).resolve().parents[2] / "content"
SHELF = Shelf.from_folder(CONTENT)
PLACE = "content/en/packs/into-car-t.md"
TEXT = (CONTENT / "en/packs/into-car-t.md").read_text(encoding="utf-8")
PACKS = (
    "into-induction",
    "into-consolidation",
    "into-interim-maintenance",
    "into-delayed-intensification",
    "into-maintenance",
    "end-of-treatment",
    "into-blinatumomab",
    "into-car-t",
    "into-transplant",
    "after-relapse",
)


def points(pack: Pack) -> list[ListBlock]:
    """The lists of a pack."""
    call = next(block for block in pack.call.blocks if isinstance(block, ListBlock))
    return [pack.changes, pack.bring, call, pack.feel]


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("name", PACKS)
def test_every_pack_is_whole_in_every_language(name: str, language: str) -> None:
    pack, english = SHELF.pack(name, language), SHELF.pack(name, "en")
    assert pack.language == language
    assert all(SHELF.has(page) for page in pack.pages)
    assert all(SHELF.question(question, language) for question in pack.questions)
    assert [len(each.items) for each in points(pack)] == [len(e.items) for e in points(english)]
    assert (pack.pages, pack.questions, pack.stop) == (
        english.pages,
        english.questions,
        english.stop,
    )


@pytest.mark.parametrize("language", SHELF.languages)
def test_every_point_says_where_it_comes_from(language: str) -> None:
    for name in PACKS:
        for each in points(SHELF.pack(name, language)):
            for item in each.items:
                marks = [
                    part
                    for words in all_words(item.blocks)
                    for part in words
                    if isinstance(part, SourceMark)
                ]
                assert marks, f"{language} {name}"
                assert all(SHELF.source(mark.source) for mark in marks)


def test_a_pack_is_found_by_the_place_it_leads_to() -> None:
    pack = SHELF.pack_into(Stop.TRANSPLANT.value, "es")
    assert pack is not None
    assert (pack.id, pack.language) == ("into-transplant", "es")
    assert SHELF.pack_into(Stop.DIAGNOSIS.value, "es") is None


def test_a_language_without_packs_gets_the_english_one() -> None:
    assert SHELF.pack("into-car-t", "xx").language == "en"
    with pytest.raises(PageNotFoundError):
        SHELF.pack("into-space", "en")


def test_prepared_packs_are_the_same(tmp_path: Path) -> None:
    write_prepared(SHELF.catalog, SHELF.language_sources, tmp_path)
    prepared = Shelf.from_prepared(tmp_path)
    for language in SHELF.languages:
        for name in PACKS:
            assert prepared.pack(name, language) == SHELF.pack(name, language)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('stop = "car-t"', 'stop = "moon"', "stop"),
        ('id = "into-car-t"', 'id = "car-t"', "id"),
        ('review = "not', 'reviewed = "not', "review"),
        ("written = 2026-11-22", 'written = "today"', "written"),
        ('"car-t", "family", ', '"car-t", ', "pages"),
        ('title = "Going', 'title = ["Going', None),
        ("::: bring", "::: carry", None),
        ("::: call-now team", "::: call-now sometime", None),
        ("- A few days of chemo", "\nA few days of chemo", None),
    ],
)
def test_a_mistake_names_its_place(old: str, new: str, key: str | None) -> None:
    assert old in TEXT
    with pytest.raises(PageError) as caught:
        parse_pack(TEXT.replace(old, new, 1), PLACE)
    assert caught.value.path == PLACE
    if key is not None:
        assert key in str(caught.value)
    else:
        assert caught.value.line > 1


def test_a_broken_pack_is_named_and_the_others_open(tmp_path: Path) -> None:
    for name in ("into-car-t", "into-induction"):
        file = tmp_path / "en" / "packs" / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = (CONTENT / f"en/packs/{name}.md").read_text(encoding="utf-8")
        file.write_text(text.replace("::: feel", "::: fell") if "car" in name else text, "utf-8")
    (tmp_path / "en" / "topics").mkdir()
    shelf = Shelf.from_folder(tmp_path)
    assert shelf.pack("into-induction", "en").id == "into-induction"
    assert any("into-car-t.md" in str(problem) for problem in shelf.problems)
