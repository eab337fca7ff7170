"""The real content folder: nothing in it is to be mended."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tools.check_content import findings_in
from tools.content_checks.library import ContentLibrary
from tools.content_checks.statements import explained

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def library() -> ContentLibrary:
    """The content folder, as on the day its latest page was written.

    Not today: a page that comes due for review is for the checker to say, not a reason for the
    tests of an unchanged project to begin failing.
    """
    shelf = ContentLibrary(CONTENT, date.min).shelf
    latest = max(page.written for page in shelf.pages("en"))
    return ContentLibrary(CONTENT, latest)


def test_there_is_nothing_to_mend(library: ContentLibrary) -> None:
    assert [str(finding) for finding in findings_in(library)] == []


def test_every_statement_of_the_article_is_explained(library: ContentLibrary) -> None:
    pages = explained(library)
    assert len(pages) == 40
    assert all(pages.values())


def test_every_page_is_there_in_every_language(library: ContentLibrary) -> None:
    wanted = {page for section in library.shelf.catalog.sections for page in section.pages}
    for language in library.shelf.languages:
        assert set(library.shelf.language_sources[language].page_ids) == wanted


def test_the_limits_are_those_that_readers_were_promised(library: ContentLibrary) -> None:
    """Whoever moves one moves it here too, and says why."""
    assert library.limits == {
        "sentence_words": 12,
        "paragraph_sentences": 3,
        "list_items": 7,
        "page_words": [400, 900],
        "short_words": 240,
        "meaning_words": 25,
        "key_points": [3, 5],
        "questions": [4, 8],
        "checks": 3,
        "source_days": 366,
    }
    measures = {
        language: {key: value for key, value in settings.items() if key != "names"}
        for language, settings in library.readability.items()
        if language != "limits"
    }
    assert measures == {
        "en": {
            "measure": "flesch_kincaid_grade",
            "at_most": 6.0,
            "call_line": "If you are unsure, call.",
        },
        "es": {
            "measure": "szigriszt_pazos",
            "at_least": 65.0,
            "call_line": "Si tienes dudas, llama.",
        },
        "ar": {"call_line": "عند الشك، اتصلوا."},
    }


def test_at_most_forty_names_count_as_short_words(library: ContentLibrary) -> None:
    for language in library.shelf.languages:
        assert len(library.readability[language]["names"]) <= 40


MEDICINES = [
    "asparaginase",
    "pegaspargase",
    "calaspargase",
    "erwinia",
    "vincristine",
    "methotrexate",
    "mercaptopurine",
    "blinatumomab",
    "inotuzumab",
    "imatinib",
    "dasatinib",
    "ponatinib",
    "nelarabine",
    "cytarabine",
    "cyclophosphamide",
    "thioguanine",
    "prednisone",
    "dexamethasone",
    "daunorubicin",
    "doxorubicin",
    "dexrazoxane",
    "leucovorin",
]
PHASES = [
    "induction",
    "consolidation",
    "interim-maintenance",
    "delayed-intensification",
    "maintenance",
]


@pytest.mark.parametrize("word", [*MEDICINES, *PHASES, "ph-like", "amh", "cns", "tpmt-nudt15"])
def test_words_of_the_ward_have_a_meaning_and_a_way_to_say_them(
    library: ContentLibrary, word: str
) -> None:
    """In Spanish most read as they are written."""
    assert library.shelf.language_sources["en"].terms[word].say
    assert word in library.shelf.language_sources["es"].terms
