"""Looking back: searched without case and accents, printed with questions and answers."""

from __future__ import annotations

from datetime import date

from aya_companion.domain.past_visits import PastVisit
from aya_companion.domain.visits import Appointment
from aya_companion.paper.look_back import look_back, search
from tests.paper.sheets import Read, question, side, visit

MARROW = PastVisit(
    visit(title="Marrow", place="Blue building"),
    (
        question("a", "¿Cuándo está el resultado de la médula?", answer="El lunes"),
        question("b", "Who calls me?"),
    ),
)
LOOSE = PastVisit(None, (question("c", "Is coffee fine?", visit_id=None, answer="Yes"),))


def name(past: Appointment) -> str:
    """The visit's own title."""
    return past.title


def test_a_word_is_found_in_questions_and_answers_without_accents() -> None:
    assert search([MARROW, LOOSE], "medula", name)[0].questions == MARROW.questions[:1]
    assert search([MARROW, LOOSE], "LUNES", name)[0].questions == MARROW.questions[:1]


def test_a_visit_found_by_its_place_is_whole() -> None:
    assert search([MARROW, LOOSE], "blue", name) == [MARROW]


def test_without_words_everything_is_there() -> None:
    assert search([MARROW, LOOSE], "  ", name) == [MARROW, LOOSE]


def test_on_paper_stand_questions_and_what_they_said() -> None:
    html = look_back([MARROW, LOOSE], side("en"), lambda _t, v: v.title, date(2026, 3, 10))
    text = Read(html).text
    assert "Thursday, March 12, 2026" in text
    assert "El lunes" in text
    assert "No answer written down" in text
    assert "Asked outside a visit" in text
