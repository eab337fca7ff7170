"""Questions are saved before they are shown."""

from __future__ import annotations

import pytest

from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.questions import Question
from tests.fakes.running import finish, saved
from tests.state.conftest import State


def by_id(state: State, question_id: str) -> Question:
    """The question as it is now."""
    return next(q for q in state.do.questions.all() if q.id == question_id)


def test_a_question_from_a_page_is_there_after_a_restart(state: State) -> None:
    finish(state.do.questions.add("When is MRD checked?", "mrd-dates"))
    (question,) = state.restarted().do.questions.all()
    assert (question.text, question.source) == ("When is MRD checked?", "mrd-dates")


def test_it_is_found_by_its_name_on_the_page(state: State) -> None:
    added = saved(state.do.questions.add("When is MRD checked?", "mrd-dates"))
    assert state.do.questions.from_source("mrd-dates") == added
    assert state.do.questions.from_source("another") is None


def test_one_that_was_answered_can_be_taken_from_the_page_again(state: State) -> None:
    added = saved(state.do.questions.add("When is MRD checked?", "mrd-dates"))
    finish(state.do.questions.answer(added, "In May"))
    assert state.do.questions.from_source("mrd-dates") is None


@pytest.mark.parametrize("nothing", ["", "   ", "\n"])
def test_an_empty_question_is_refused(state: State, nothing: str) -> None:
    with pytest.raises(InvalidRecordError):
        finish(state.do.questions.add(nothing))
    assert state.do.questions.all() == []


def test_words_are_kept_as_typed_but_for_space_around_them(state: State) -> None:
    finish(state.do.questions.add("  ¿Por qué?  ما هذا\n"))
    assert state.restarted().do.questions.all()[0].text == "¿Por qué?  ما هذا"


def test_attaching_moves_it_from_the_waiting_ones_to_the_visit(filled: State) -> None:
    finish(filled.do.questions.change("waiting", visit_id="thursday"))
    assert by_id(filled, "waiting") not in filled.do.questions.of_visit(None)
    again = filled.restarted()
    assert by_id(again, "waiting") in again.do.questions.of_visit("thursday")


def test_three_stars_for_a_visit_and_no_more(filled: State) -> None:
    names = [saved(filled.do.questions.add(f"{n}?", visit_id="thursday")) for n in range(3)]
    starred = [finish(filled.do.questions.toggle_star(question)) for question in names]
    assert starred == [True, True, False]  # one had a star before
    assert sum(q.starred for q in filled.do.questions.of_visit("thursday")) == 3


def test_a_fourth_star_that_comes_with_a_waiting_question_goes_out(filled: State) -> None:
    for text in ("One?", "Two?", "Three?"):
        added = finish(filled.do.questions.add(text))
        assert added is not None
        finish(filled.do.questions.toggle_star(added))
    for question in filled.do.questions.of_visit(None):
        finish(filled.do.questions.change(question.id, visit_id="thursday"))
    starred = [q.id for q in filled.do.questions.of_visit("thursday") if q.starred]
    assert len(starred) == 3
    assert "attached" in starred


def test_a_star_taken_off_makes_room_for_another(filled: State) -> None:
    for n in range(2):
        added = saved(filled.do.questions.add(f"{n}?", visit_id="thursday"))
        finish(filled.do.questions.toggle_star(added))
    assert finish(filled.do.questions.toggle_star(by_id(filled, "attached")))
    assert finish(filled.do.questions.toggle_star(by_id(filled, "private")))


def test_the_stars_of_another_visit_do_not_count(filled: State) -> None:
    for n in range(3):
        added = saved(filled.do.questions.add(f"{n}?"))
        finish(filled.do.questions.toggle_star(added))
    assert finish(filled.do.questions.toggle_star(by_id(filled, "private")))


def test_marking_asked_keeps_when_and_can_be_taken_back(filled: State) -> None:
    finish(filled.do.questions.mark_asked(by_id(filled, "attached")))
    assert by_id(filled.restarted(), "attached").asked_at == filled.model.now()
    finish(filled.do.questions.mark_asked(by_id(filled, "attached")))
    assert by_id(filled.restarted(), "attached").is_open


def test_a_question_with_an_answer_has_been_asked(filled: State) -> None:
    finish(filled.do.questions.answer(by_id(filled, "waiting"), " Yes, outside. "))
    question = by_id(filled.restarted(), "waiting")
    assert (question.answer, question.is_answered, question.is_open) == (
        "Yes, outside.",
        True,
        False,
    )
    assert question.asked_at == filled.model.now()


def test_an_answer_taken_out_again_leaves_it_asked(filled: State) -> None:
    finish(filled.do.questions.answer(by_id(filled, "answered"), ""))
    question = by_id(filled, "answered")
    assert not question.is_answered
    assert not question.is_open


def test_a_deleted_question_stays_deleted_and_comes_back_with_undo(filled: State) -> None:
    question = by_id(filled, "attached")
    finish(filled.do.questions.delete(question))
    assert "attached" not in {q.id for q in filled.restarted().do.questions.all()}
    finish(filled.do.questions.restore(question))
    again = by_id(filled.restarted(), "attached")
    assert (again.text, again.visit_id, again.starred) == (
        question.text,
        question.visit_id,
        question.starred,
    )


def test_changing_one_that_is_gone_meanwhile_does_nothing(filled: State) -> None:
    before = filled.do.questions.all()
    finish(filled.do.questions.change("long-gone", text="x"))
    assert filled.do.questions.all() == before


def test_a_new_question_stands_behind_the_others(filled: State) -> None:
    added = saved(filled.do.questions.add("Last?"))
    assert all(q.position < added.position for q in filled.do.questions.all() if q.id != added.id)
