"""Sheets as a browser prints them: on one page, and every word can be read back from the PDF."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdf
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import (
    Contact,
    EmergencyCard,
    LineType,
    Temperature,
    TemperatureUnit,
)
from aya_companion.domain.notes import Note, NoteKind
from aya_companion.domain.past_visits import PastVisit
from aya_companion.paper.emergency_card import paper_card
from aya_companion.paper.look_back import look_back
from aya_companion.paper.visit_sheet import Phrase, Printed, Sheet, visit_sheet
from tests.paper.sheets import NOW, question, side, visit

CHROMIUM = Path("/usr/bin/chromium")
WORDS = {
    "en": "What was my result, by which test, and how low can that test see?",
    "es": "¿Cuál fue mi resultado, con qué prueba, y cuánto puede ver esa prueba?",
    "ar": "ما نتيجة فحصي وبأي اختبار؟",
}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser that reaches nothing."""
    if not CHROMIUM.exists():
        pytest.skip("no Chromium here")
    with sync_playwright() as play:
        opened = play.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"],
        )
        yield opened
        opened.close()


def printed(browser: Browser, html: str, paper: str) -> list[str]:
    """The words of each page that comes out of the printer."""
    page = browser.new_page()
    page.set_content(html)
    pdf = page.pdf(format=paper)
    page.close()
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    # Joined Arabic letters come back as the signs they were drawn with.
    return [unicodedata.normalize("NFKC", " ".join(p.extract_text().split())) for p in pages]


def sheet(codes: tuple[str, ...], count: int, *, large: bool = False) -> str:
    """A sheet with so many questions from a page, half of them with a star."""
    questions = [
        question(f"q{n}", WORDS["en"], source="x", starred=n < 3, position=n) for n in range(count)
    ]
    made = Sheet(visit(), questions, large=large)
    return visit_sheet(
        made,
        [side(code) for code in codes],
        lambda t: t("Clinic visit"),
        lambda _q, code: Phrase(WORDS[code], code),
        date(2026, 3, 10),
    ).html


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("codes", [("en", "es"), ("ar", "en"), ("es", "ar"), ("ar",)])
def test_seven_questions_in_two_languages_are_one_page(
    browser: Browser, codes: tuple[str, ...], paper: str
) -> None:
    (words,) = printed(browser, sheet(codes, 7), paper)
    for code in codes:
        if code == "ar":
            assert all(word in words or word[::-1] in words for word in ("نتيجة", "فحصي"))
        else:
            assert words.count(WORDS[code].split(",")[0]) == 7


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_three_questions_in_large_print_are_one_page(browser: Browser, paper: str) -> None:
    assert len(printed(browser, sheet(("en", "es"), 3, large=True), paper)) == 1


NOTE = "On Tuesday my feet tingled all day and I slept badly, with a headache in the morning."


def full(codes: tuple[str, ...], count: int, more: int, *, large: bool, words: str) -> Printed:
    """A sheet with so many questions, and so many notes and things to bring."""

    def note(number: int, kind: NoteKind) -> Note:
        return Note(
            id=f"{kind}{number}",
            created_at=NOW,
            updated_at=NOW,
            day=date(2026, 3, 9),
            text=NOTE,
            kind=kind,
        )

    made = Sheet(
        visit(place="Day clinic, second floor"),
        [question(f"q{n}", words, starred=n < 3, position=n) for n in range(count)],
        [note(n, NoteKind.SINCE_LAST_TIME) for n in range(more)],
        [note(n, NoteKind.BRING) for n in range(more)],
        "Zuzana Person",
        large,
    )
    sides = [side(code) for code in codes]
    return visit_sheet(
        made, sides, lambda t: t("Clinic visit"), lambda _q, _c: None, date(2026, 3, 10)
    )


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("codes", [("en",), ("es", "ar"), ("ar", "en")])
@pytest.mark.parametrize(
    "words", [WORDS["en"], "我的检查结果是什么？是用哪种检测方法？" * 3], ids=["en", "zh"]
)
def test_what_is_said_to_fit_is_one_page(
    browser: Browser, codes: tuple[str, ...], large: bool, words: str
) -> None:
    """However many questions, notes and things to bring: the largest sheet that is said to fit."""
    for more in (0, 4):
        sheets = [full(codes, count, more, large=large, words=words) for count in range(1, 14)]
        largest = [each for each in sheets if each.is_one_page]
        assert not sheets[-1].is_one_page
        if largest:
            for paper in ("A4", "Letter"):
                assert len(printed(browser, largest[-1].html, paper)) == 1


def test_a_few_questions_have_the_whole_page_for_answers(browser: Browser) -> None:
    """Three questions leave no half empty sheet."""
    page = browser.new_page(viewport={"width": 700, "height": 950})
    page.set_content(sheet(("en",), 3))
    page.emulate_media(media="print")
    heights = page.evaluate(
        "[...document.querySelectorAll('.answer')].map((e) => e.getBoundingClientRect().height)"
    )
    page.close()
    assert len(heights) == 3
    assert min(heights) > 100


CARD = EmergencyCard(
    country="ES",
    emergency_number=CardNumber.of("112"),
    contacts=(
        Contact("Leukemia ward", CardNumber.of("+34 600 000 001"), "day and night"),
        Contact("Dr. Ortiz", CardNumber.of("+34 600 000 002"), "weekdays"),
    ),
    fever=Temperature(Decimal("37.8"), TemperatureUnit.CELSIUS),
    allergies="Penicillin",
    line=LineType.PORT,
    name="Zuzana Person",
    diagnosis="B-cell ALL, consolidation",
)


@pytest.mark.parametrize("codes", [("en",), ("es", "ar"), ("ar", "en"), ("en", "es")])
def test_the_wallet_card_is_as_large_as_a_bank_card_and_its_code_is_read(
    browser: Browser, codes: tuple[str, ...]
) -> None:
    """86 by 54 millimetres once it is folded, on one page, the code read from what is printed."""
    html = paper_card(CARD, [side(code) for code in codes], lambda t, _line: t("Port"))
    assert len(printed(browser, html, "A4")) == 1
    page = browser.new_page(viewport={"width": 760, "height": 1000}, device_scale_factor=2)
    page.set_content(html)
    page.emulate_media(media="print")
    boxes = page.evaluate(
        "[...document.querySelectorAll('.panel')].map((e) => e.getBoundingClientRect())"
        ".map((box) => [box.width, box.height])"
    )
    shot = page.locator(".back .code").first.screenshot()
    page.close()
    pixel = 25.4 / 96
    assert {(round(w * pixel), round(h * pixel)) for w, h in boxes} == {(86, 54)}
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(shot)))
    assert "+34 600 000 001" in found.text
    assert "112" in found.text


def test_the_look_back_is_printed_whole(browser: Browser) -> None:
    """Every question and answer of every visit, over as many pages as it takes."""
    visits = [
        PastVisit(
            visit(),
            tuple(
                question(f"{n}-{m}", f"Question {n}-{m}?", answer=f"Answer {n}-{m}.")
                for m in range(6)
            ),
        )
        for n in range(20)
    ]
    html = look_back(visits, side("en"), lambda t, _v: t("Clinic visit"), date(2026, 3, 10))
    pages = printed(browser, html, "Letter")
    words = " ".join(pages)
    assert len(pages) > 1
    assert all(f"Answer {n}-{m}." in words for n in range(20) for m in range(6))


def test_what_does_not_fit_goes_on_another_page_and_nothing_is_lost(browser: Browser) -> None:
    pages = printed(browser, sheet(("en",), 30), "A4")
    assert len(pages) > 1
    assert " ".join(pages).count(WORDS["en"].split(",")[0]) == 30
