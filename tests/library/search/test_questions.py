"""What people type at three in the morning is answered among the first three results."""

from __future__ import annotations

from pathlib import Path

import pytest

from aya_companion.library.shelf import Shelf
from tools.search_quality import SETS, misses, misses_document, pages_found, read_questions

CONTENT = Path(__file__).resolve().parents[3] / "content"
HEAD = ("| typed | expected | found |", "| --- | --- | --- |")
LEAST = {
    ("questions", "en"): 0.92,
    ("questions", "es"): 0.93,
    ("questions_by_others", "en"): 0.94,
    ("questions_by_others", "es"): 0.94,
}
"""For each set and language, a little less than the share measured last: it must not fall."""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """The real library."""
    return Shelf.from_folder(CONTENT)


@pytest.mark.parametrize("name", SETS)
def test_a_set_has_at_least_150_questions_and_none_twice(name: str) -> None:
    questions = [(question.language, question.text) for question in read_questions(name)]
    assert len(questions) >= 150
    assert len(set(questions)) == len(questions)


@pytest.mark.parametrize("name", SETS)
def test_every_question_leads_to_pages_of_the_library(shelf: Shelf, name: str) -> None:
    for question in read_questions(name):
        assert set(question.pages) <= set(shelf.language_sources[question.language].page_ids), (
            question
        )


@pytest.mark.parametrize(("name", "language"), LEAST)
def test_the_share_answered_in_the_first_three_does_not_fall(
    shelf: Shelf, name: str, language: str
) -> None:
    asked = [question for question in read_questions(name) if question.language == language]
    lost = misses(asked, lambda text, lang: pages_found(shelf.search(text, lang)))
    assert 1 - len(lost) / len(asked) >= LEAST[name, language], [
        miss.question.text for miss in lost
    ]


def test_the_list_of_misses_has_what_was_typed_what_was_expected_and_what_came() -> None:
    questions = [question for name in SETS for question in read_questions(name)]
    rows = misses_document(lambda _text, _language: ("zebra", "lion", "ant", "bee")).splitlines()
    for question in questions:
        assert f"| {question.text} | {', '.join(question.pages)} | zebra, lion, ant |" in rows


def test_what_is_answered_is_on_no_list_of_misses() -> None:
    answers = {
        (question.text, question.language): question.pages
        for name in SETS
        for question in read_questions(name)
    }
    rows = misses_document(lambda text, lang: answers[text, lang][:1]).splitlines()
    assert [row for row in rows if row.startswith("|") and row not in HEAD] == []


def test_every_page_of_the_library_is_found_by_its_title(shelf: Shelf) -> None:
    for language in shelf.languages:
        for page_id in shelf.language_sources[language].page_ids:
            page = shelf.page(page_id, language)
            found = pages_found(shelf.search(page.title, language))
            assert page.id in found[:3], (language, page.id, found)


@pytest.mark.parametrize(
    ("typed", "language", "box"),
    [
        ("i want to die", "en", "crisis"),
        ("thinking about suicide", "en", "crisis"),
        ("i cant breathe", "en", "emergency"),
        ("chest pain", "en", "emergency"),
        ("temp 100.4 at 2am", "en", "team"),
        ("no quiero vivir", "es", "crisis"),
        ("me quiero morir", "es", "crisis"),
        ("no puedo respirar", "es", "emergency"),
        ("tengo fiebre", "es", "team"),
        ("escalofrios", "es", "team"),
        ("اريد ان اموت", "ar", "crisis"),
        ("لا استطيع التنفس", "ar", "emergency"),
        ("عندي حُمّى", "ar", "team"),
    ],
)
def test_danger_puts_its_box_on_top(shelf: Shelf, typed: str, language: str, box: str) -> None:
    assert box in shelf.search(typed, language).boxes
