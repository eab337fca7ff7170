"""Prepare: what is offered for a visit, how it is ordered; notes; who does what; the map."""

from __future__ import annotations

from datetime import date

from aya_companion.domain.notes import NoteKind
from aya_companion.domain.questions import in_order
from aya_companion.domain.tasks import TaskKind
from aya_companion.domain.treatment_map import Stop
from tests.fakes.running import finish, saved
from tests.state.conftest import State


def test_questions_of_the_pack_that_fit_the_visit_are_offered_first(filled: State) -> None:
    finish(filled.model.change_settings(stop=Stop.MAINTENANCE))
    visit = filled.do.visits.get("thursday")
    assert visit is not None
    offered = filled.do.prepare.suggestions(visit, "en")
    assert offered[0].id == "maintenance-days"
    assert visit.kind.value in offered[0].visits


def test_a_question_on_the_list_is_not_offered_again(filled: State) -> None:
    finish(filled.model.change_settings(stop=Stop.MAINTENANCE))
    visit = filled.do.visits.get("thursday")
    assert visit is not None
    first = filled.do.prepare.suggestions(visit, "en")[0]
    taken = saved(filled.do.prepare.take(first, visit))
    assert (taken.source, taken.visit_id) == (first.id, "thursday")
    assert first.id not in [q.id for q in filled.do.prepare.suggestions(visit, "en")]


def test_a_question_that_was_answered_is_offered_last(filled: State) -> None:
    finish(filled.model.change_settings(stop=Stop.MAINTENANCE))
    visit = filled.do.visits.get("thursday")
    assert visit is not None
    before = filled.do.prepare.suggestions(visit, "en")
    taken = finish(filled.do.prepare.take(before[0], visit))
    assert taken is not None
    finish(filled.do.questions.answer(taken, "Daily"))
    after = filled.do.prepare.suggestions(visit, "en")
    assert [q.id for q in after] == [q.id for q in [*before[1:], before[0]]]


def test_without_a_place_on_the_map_the_kind_of_visit_decides(filled: State) -> None:
    visit = filled.do.visits.get("unknown-hour")
    assert visit is not None
    offered = filled.do.prepare.suggestions(visit, "en")
    assert offered
    assert all("test" in question.visits for question in offered)


def test_a_question_moves_up_but_never_above_a_star(filled: State) -> None:
    one = saved(filled.do.questions.add("One?", visit_id="thursday"))
    two = saved(filled.do.questions.add("Two?", visit_id="thursday"))

    def listed() -> list[str]:
        return [q.text for q in in_order(filled.do.questions.of_visit("thursday"))]

    finish(filled.do.prepare.move(two, True))
    texts = listed()
    assert texts.index("Two?") < texts.index("One?")
    for _ in range(5):
        current = next(q for q in filled.do.questions.all() if q.id == one.id)
        finish(filled.do.prepare.move(current, True))
    assert listed()[0] == "Is my hair coming back?"
    assert filled.restarted().do.questions.of_visit("thursday") == filled.do.questions.of_visit(
        "thursday"
    )


def test_notes_keep_their_day_and_survive_a_restart(filled: State) -> None:
    note = finish(filled.do.notes.add(NoteKind.SINCE_LAST_TIME, "  Slept badly ", "thursday"))
    assert note is not None
    again = filled.restarted().do.notes.of_visit(NoteKind.SINCE_LAST_TIME, "thursday")
    assert [(n.text, n.day) for n in again] == [("Slept badly", date(2026, 3, 10))]


def test_an_empty_note_is_none(filled: State) -> None:
    assert finish(filled.do.notes.add(NoteKind.BRING, "  ", "thursday")) is None


def test_a_deleted_visit_takes_its_notes_along_and_undo_brings_all_back(filled: State) -> None:
    finish(filled.do.notes.add(NoteKind.BRING, "Pill box", "thursday"))
    visit = filled.do.visits.get("thursday")
    assert visit is not None
    removed = saved(filled.do.visits.delete(visit))
    assert filled.do.notes.of_visit(NoteKind.BRING, "thursday") == []
    finish(filled.do.visits.restore(removed))
    assert [n.text for n in filled.do.notes.of_visit(NoteKind.BRING, "thursday")] == ["Pill box"]
    assert len(filled.do.questions.of_visit("thursday")) == 2


def test_the_usual_tasks_are_always_there_and_say_since_when(state: State) -> None:
    kinds = [task.kind for task in state.do.tasks.all()]
    assert kinds == [kind for kind in TaskKind if kind is not TaskKind.OTHER]
    driving = next(t for t in state.do.tasks.all() if t.kind is TaskKind.DRIVING)
    finish(state.do.tasks.take_over(driving, " Ana "))
    again = [t for t in state.restarted().do.tasks.all() if t.kind is TaskKind.DRIVING]
    assert [(t.who, t.since) for t in again] == [("Ana", date(2026, 3, 10))]
    finish(state.do.tasks.take_over(again[0], ""))
    assert state.do.tasks.names() == []


def test_a_date_on_the_map_is_hers_to_set_and_to_forget(state: State) -> None:
    finish(state.do.map.set_date(Stop.MAINTENANCE, date(2026, 4, 1)))
    assert state.restarted().do.map.began(Stop.MAINTENANCE) == date(2026, 4, 1)
    assert state.model.settings.stop is None
    finish(state.do.map.set_date(Stop.MAINTENANCE, None))
    assert state.do.map.began(Stop.MAINTENANCE) is None
