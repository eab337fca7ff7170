"""Questions: open, asked, answered, starred, in order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.questions import STARS, Question, can_star, in_order
from tests.fakes.companion import NOW, question

questions = st.lists(
    st.builds(
        lambda name, starred, asked, answer, visit_id, position: question(
            name,
            "Why?",
            starred=starred,
            asked_at=NOW if asked else None,
            answer=answer,
            visit_id=visit_id,
            position=position,
        ),
        st.uuids().map(str),
        st.booleans(),
        st.booleans(),
        st.sampled_from(["", " ", "Because."]),
        st.sampled_from([None, "v1", "v2"]),
        st.integers(0, 5),
    ),
    unique_by=lambda q: q.id,
)


@pytest.mark.parametrize("nothing", ["", " ", "\u00a0", "\n\t"])
def test_there_is_no_question_without_words(nothing: str) -> None:
    with pytest.raises(InvalidRecordError):
        question("q", nothing)


def test_an_answer_of_spaces_is_none() -> None:
    assert not question("q", "Why?", answer="  ").is_answered


@given(questions)
def test_an_answered_question_is_not_open(some: list[Question]) -> None:
    assert not any(q.is_open and (q.is_answered or q.asked_at) for q in some)


@given(questions)
def test_order_keeps_everything_and_puts_stars_first(some: list[Question]) -> None:
    ordered = in_order(some)
    assert sorted(q.id for q in ordered) == sorted(q.id for q in some)
    stars = [q.starred for q in ordered]
    assert stars == sorted(stars, reverse=True)
    assert ordered == in_order(reversed(some))


@given(questions)
def test_there_are_never_more_stars_than_fit_into_a_visit(some: list[Question]) -> None:
    """Starring whatever can be starred never leads to a fourth star on one visit's open list."""
    kept = [replace(q, starred=False) for q in some]
    for n, each in enumerate(kept):
        if can_star(each, kept):
            kept[n] = replace(each, starred=True)
    for visit_id in (None, "v1", "v2"):
        starred = [q for q in kept if q.starred and q.is_open and q.visit_id == visit_id]
        assert len(starred) <= STARS


def test_asked_questions_leave_room_for_others() -> None:
    asked = [question(str(n), "Why?", starred=True, asked_at=NOW) for n in range(5)]
    assert can_star(question("new", "Why?"), asked)
