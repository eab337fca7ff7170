"""The visit sheet: what stands on it, in which language, and what does not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aya_companion.domain.notes import Note, NoteKind
from aya_companion.domain.questions import Question
from aya_companion.paper.visit_sheet import Phrase, Sheet, visit_sheet
from tests.paper.sheets import NOW, Read, question, side, visit

LIBRARY = {
    "en": "What was my MRD result?",
    "es": "¿Cuál fue mi resultado de EMR?",
    "ar": "ما نتيجة فحصي؟",
}
FROM_A_PAGE = question("a", LIBRARY["en"], source="mrd-result")
TYPED = question("b", "Can I go to the wedding?", starred=True)


def phrase(asked: Question, code: str) -> Phrase | None:
    """The small library above."""
    if asked.source is None:
        return None
    return Phrase(LIBRARY.get(code, LIBRARY["en"]), code if code in LIBRARY else "en")


def sheet(*codes: str, large: bool = False, **parts: object) -> str:
    """The sheet with both questions."""
    fields = {"questions": (FROM_A_PAGE, TYPED)} | parts
    made = Sheet(visit(), large=large, **fields)  # type: ignore[arg-type]
    title = "Clinic"
    sides = [side(code) for code in codes]
    return visit_sheet(made, sides, lambda _t: title, phrase, date(2026, 3, 10)).html


def test_a_pages_question_stands_in_both_languages() -> None:
    read = Read(sheet("es", "en"))
    assert LIBRARY["es"] in read.in_language("es")
    assert LIBRARY["en"] in read.in_language("en")


def test_what_was_typed_stands_once_and_is_marked() -> None:
    read = Read(sheet("en", "es"))
    assert read.text.count(TYPED.text) == 1
    assert TYPED.text not in read.in_language("en") + read.in_language("es")
    assert "In my own words" in read.text
    assert side("es").t("In the patient's own words, not translated. See beside.") in read.text


def test_a_question_without_a_translation_says_so() -> None:
    read = Read(sheet("en", "qps"))
    assert "Not yet in this language" in read.in_language("qps")


def test_starred_questions_come_first() -> None:
    text = Read(sheet("en")).text
    assert text.index(TYPED.text) < text.index(LIBRARY["en"])


def test_in_one_language_nothing_speaks_of_another() -> None:
    assert "own words" not in Read(sheet("en")).text


@pytest.mark.parametrize(
    ("codes", "directions"), [(("ar", "en"), ("rtl", "ltr")), (("en", "ar"), ("ltr", "rtl"))]
)
def test_each_side_has_its_language_and_direction(
    codes: tuple[str, str], directions: tuple[str, str]
) -> None:
    html = sheet(*codes)
    assert f'<html lang="{codes[0]}" dir="{directions[0]}">' in html
    assert f'<p class="words" lang="{codes[1]}" dir="{directions[1]}">' in html


def test_an_answer_that_is_there_takes_the_place_of_lines() -> None:
    answered = question("c", "And now?", answer="In March")
    html = sheet("en", questions=(answered,))
    assert "In March" in Read(html).text
    assert 'class="answer"' not in html


def test_notes_and_things_to_bring_are_on_it() -> None:
    def note(text: str, kind: NoteKind) -> Note:
        day = date(2026, 3, 9)
        return Note(id=text, created_at=NOW, updated_at=NOW, text=text, day=day, kind=kind)

    since = note("Slept badly", NoteKind.SINCE_LAST_TIME)
    html = sheet("en", notes=(since,), bring=(note("Pill box", NoteKind.BRING),))
    assert "Slept badly" in Read(html).text
    assert "Pill box" in Read(html).text


def test_the_name_is_only_there_when_given() -> None:
    assert "Name:" not in Read(sheet("en")).text
    assert "Name: \u2068Zuzana\u2069" in Read(sheet("en", name="Zuzana")).text


def test_what_was_typed_keeps_its_direction_in_the_head() -> None:
    """An Arabic place in an English line does not turn the line around."""
    place = "العيادة النهارية"
    made = Sheet(visit(place=place), questions=())
    html = visit_sheet(made, [side("en")], lambda _t: "عيادة", phrase, date(2026, 3, 10)).html
    assert f"<bdi>{place}</bdi>" in html
    assert "<h1><bdi>عيادة</bdi></h1>" in html


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_whatever_was_typed_is_text_and_nothing_else(typed: str) -> None:
    """Tags, quotes and signs of any script come out as they went in; no tag is made of them."""
    plain = Read(sheet("en")).tags
    html = sheet("en", questions=(question("x", typed),), name=typed)
    read = Read(html)
    assert read.tags <= plain | {"br"}
    assert "<script" not in html


def test_it_needs_nothing_from_outside() -> None:
    html = sheet("en", "ar")
    assert not any(sign in html for sign in ("http:", "https:", "src=", "@import", "url("))
    assert "default-src 'none'" in html
