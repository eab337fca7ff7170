"""Pages, words, sections and sources are found by name and language, from source or prepared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aya_companion.library.errors import (
    PageNotFoundError,
    PreparedLibraryError,
    SourceNotFoundError,
    TermNotFoundError,
)
from aya_companion.library.files.prepared import FORMAT, write_prepared
from aya_companion.library.page import Page
from aya_companion.library.shelf import Shelf, open_shelf
from tests.library.pages import page_text


def _prepared(content: Path) -> Shelf:
    source = Shelf.from_folder(content)
    write_prepared(source.catalog, source.language_sources, content.parent / "prepared")
    return Shelf.from_prepared(content.parent / "prepared")


@pytest.fixture(params=[Shelf.from_folder, _prepared], ids=["folder", "prepared"])
def shelf(request: pytest.FixtureRequest, content: Path) -> Shelf:
    """The same small library, read in both ways."""
    make: Callable[[Path], Shelf] = request.param
    return make(content)


def ids(pages: tuple[Page, ...]) -> list[str]:
    return [page.id for page in pages]


@pytest.mark.pure
def test_languages_are_those_with_pages(shelf: Shelf) -> None:
    assert shelf.languages == ("en", "es")


@pytest.mark.pure
def test_a_page_is_given_in_the_language_asked_for(shelf: Shelf) -> None:
    assert shelf.page("mrd", "es").language == "es"


@pytest.mark.pure
def test_a_page_without_translation_is_given_in_english_and_says_so(shelf: Shelf) -> None:
    assert shelf.page("car-t", "es").language == "en"
    assert shelf.page("mrd", "ar").language == "en"


@pytest.mark.pure
@pytest.mark.parametrize("page_id", ["missing", "broken", "../mrd", ""])
def test_a_page_that_is_not_there_or_broken_is_a_named_error(shelf: Shelf, page_id: str) -> None:
    assert not shelf.has(page_id)
    with pytest.raises(PageNotFoundError):
        shelf.page(page_id, "en")


@pytest.mark.pure
def test_pages_come_in_the_order_of_the_sections_and_the_rest_behind(shelf: Shelf) -> None:
    assert ids(shelf.pages("es")) == ["car-t", "mrd", "aside"]


@pytest.mark.pure
def test_sections_hold_the_pages_that_exist_and_empty_ones_are_left_out(shelf: Shelf) -> None:
    assert [(s.id, s.name, s.pages) for s in shelf.sections("es")] == [
        ("start", "Start here", ("car-t",)),
        ("tests", "Pruebas", ("mrd",)),
    ]


@pytest.mark.pure
def test_a_place_on_the_map_has_its_pages_the_most_fitting_first(shelf: Shelf) -> None:
    assert ids(shelf.for_stop("induction", "en")) == ["mrd", "car-t"]
    assert ids(shelf.for_stop("relapse", "en")) == []


@pytest.mark.pure
def test_words_are_given_in_the_language_or_in_english(shelf: Shelf) -> None:
    assert (shelf.term("mrd", "es").term, shelf.term("mrd", "es").language) == ("EMR", "es")
    assert shelf.term("bone-marrow", "es").language == "en"
    with pytest.raises(TermNotFoundError):
        shelf.term("blast", "en")


@pytest.mark.pure
def test_words_are_sorted_without_regard_to_case_and_accents(shelf: Shelf) -> None:
    assert [term.term for term in shelf.terms("es")] == ["bone marrow", "EMR"]


@pytest.mark.pure
def test_the_words_on_a_page_stand_in_order_of_first_use(shelf: Shelf) -> None:
    words = shelf.terms_on(shelf.page("mrd", "es"))
    assert [(term.id, term.language) for term in words] == [("mrd", "es"), ("bone-marrow", "en")]
    assert ids(shelf.pages_using("bone-marrow", "en")) == ["mrd"]


@pytest.mark.pure
def test_a_question_is_found_by_its_name_in_each_language(shelf: Shelf) -> None:
    english, spanish = shelf.question("mrd-result", "en"), shelf.question("mrd-result", "es")
    assert english and english.text == "What was it?"
    assert spanish and spanish.text == "¿Cuál fue?"
    assert shelf.page_of_question("mrd-result") == "mrd"


@pytest.mark.pure
@pytest.mark.parametrize("name", ["mrd-gone", "mrd", "", "nothing-at-all"])
def test_a_question_no_page_has_is_none(shelf: Shelf, name: str) -> None:
    assert shelf.question(name, "en") is None
    assert shelf.page_of_question(name) is None


@pytest.mark.pure
def test_sources_and_statements_are_found(shelf: Shelf) -> None:
    assert shelf.source("S22").year == 2020
    assert [statement.id for statement in shelf.statements] == ["FL-5"]
    with pytest.raises(SourceNotFoundError):
        shelf.source("S99")


@pytest.mark.pure
def test_what_is_broken_is_named_and_stops_nothing(content: Path) -> None:
    (content / "es/glossary.toml").write_text('[mrd]\nterm = "EMR"\n', encoding="utf-8")
    (content / "sources.toml").write_text("[S22", encoding="utf-8")
    (content / "es/topics/mrd.md").write_bytes(b"+++\n\xff")
    shelf = Shelf.from_folder(content)
    assert [(p.path, p.line, p.key) for p in shelf.problems] == [
        ("content/sources.toml", 1, None),
        ("content/en/topics/broken.md", 16, None),
        ("content/es/topics/mrd.md", 1, None),
        ("content/es/glossary.toml", 1, "mrd.meaning"),
    ]
    assert shelf.page("mrd", "es").language == "en"
    assert shelf.term("mrd", "es").language == "en"


@pytest.mark.pure
@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ('id = "empty"', 'name = "empty"', 6, "section.name"),
        ('pages = ["mrd", "broken"]', "pages = [1]", 11, "section.pages"),
        ('[[section]]\nid = "start"', 'title = "x"\n[[section]]\nid = "start"', 1, "title"),
        ('pages = ["missing"]', 'pages = ["missing"]\n[other]', 8, "other"),
    ],
)
def test_what_is_no_section_is_named_with_its_line(
    content: Path, old: str, new: str, line: int, key: str
) -> None:
    """The sections around it are still there."""
    file = content / "sections.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    shelf = Shelf.from_folder(content)
    found = [(p.line, p.key) for p in shelf.problems if p.path == "content/sections.toml"]
    assert found == [(line, key)]
    assert shelf.sections("en")


@pytest.mark.pure
def test_a_page_that_is_broken_is_told_from_one_that_never_was(content: Path) -> None:
    shelf = Shelf.from_folder(content)
    assert shelf.find("broken", "en") is None
    problem = shelf.problem_of("broken", "es")
    assert problem is not None
    assert problem.path == "content/en/topics/broken.md"
    assert shelf.problem_of("nowhere", "en") is None
    assert shelf.problem_of("missing", "en") is None


@pytest.mark.pure
def test_prepared_pages_are_the_same_as_those_from_source(content: Path) -> None:
    source, prepared = Shelf.from_folder(content), _prepared(content)
    for language in source.languages:
        assert prepared.pages(language) == source.pages(language)
        assert prepared.sections(language) == source.sections(language)
        assert prepared.terms(language) == source.terms(language)
    assert prepared.sources == source.sources
    assert prepared.statements == source.statements


@pytest.mark.pure
def test_preparing_twice_gives_the_same_bytes(content: Path, tmp_path: Path) -> None:
    shelf = Shelf.from_folder(content)
    first = write_prepared(shelf.catalog, shelf.language_sources, tmp_path / "a")
    second = write_prepared(shelf.catalog, shelf.language_sources, tmp_path / "b")
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


@pytest.mark.pure
@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[]",
        "{",
        '{"format": 0}',
        f'{{"format": {FORMAT}, "pages": 1}}',
        f'{{"format": {FORMAT}, "pages": {{"mrd": {{"id": "mrd"}}}}, '
        '"terms": {}, "section_names": {}, "packs": {}}',
    ],
)
def test_damaged_prepared_files_are_a_named_error(content: Path, damage: str) -> None:
    _prepared(content)
    folder = content.parent / "prepared"
    (folder / "en.json").write_text(damage, encoding="utf-8")
    with pytest.raises(PreparedLibraryError):
        Shelf.from_prepared(folder).page("mrd", "en")
    (folder / "library.json").write_text(damage, encoding="utf-8")
    with pytest.raises(PreparedLibraryError):
        Shelf.from_prepared(folder)


@pytest.mark.pure
def test_the_shelf_is_opened_from_prepared_files_only_when_they_are_there(content: Path) -> None:
    folder = content.parent / "prepared"
    assert open_shelf(content, folder).has("mrd")
    _prepared(content)
    (content / "en/topics/mrd.md").write_text(page_text("New."), encoding="utf-8")
    assert open_shelf(content, folder).page("mrd", "en").words > 1
    assert open_shelf(content, None).page("mrd", "en").words == 1


@pytest.mark.pure
def test_a_language_without_pages_is_not_offered_but_its_names_are_used(shelf: Shelf) -> None:
    assert "ar" not in shelf.languages
    assert [section.name for section in shelf.sections("ar")] == ["Start here", "x"]


@pytest.mark.pure
def test_a_word_is_found_without_its_accents_and_by_its_meaning(shelf: Shelf) -> None:
    assert [term.id for term in shelf.terms_with(" BÓNE m ", "en")] == ["bone-marrow"]
    assert [term.id for term in shelf.terms_with("too small", "es")] == ["mrd"]
    assert shelf.terms_with("xyzzy", "en") == ()
    assert shelf.terms_with("", "en") == shelf.terms("en")
