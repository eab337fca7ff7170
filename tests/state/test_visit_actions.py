"""Appointments are saved before they are shown, and their questions outlive them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.fakes.companion import THURSDAY
from tests.fakes.running import finish, saved
from tests.state.conftest import State


def test_a_new_appointment_is_in_the_devices_zone_without_a_time_and_not_kept_yet(
    state: State,
) -> None:
    visit = state.do.visits.new(THURSDAY)
    assert (visit.day, visit.at, visit.zone) == (THURSDAY, None, "Europe/Madrid")
    assert state.do.visits.get(visit.id) is None


def test_a_kept_one_is_there_after_a_restart(state: State) -> None:
    visit = state.do.visits.new(THURSDAY)
    assert finish(state.do.visits.put(replace(visit, title=" Marrow check ")))
    assert [v.title for v in state.restarted().do.visits.upcoming()] == ["Marrow check"]


def test_coming_ones_begin_with_the_soonest_and_past_ones_with_the_latest(filled: State) -> None:
    older = replace(filled.do.visits.new(date(2026, 1, 5)), title="January")
    finish(filled.do.visits.put(older))
    assert [v.id for v in filled.do.visits.upcoming()] == ["thursday", "unknown-hour", "far"]
    assert [v.day for v in filled.do.visits.past()] == [date(2026, 2, 3), date(2026, 1, 5)]


def test_deleting_an_appointment_keeps_its_questions_waiting(filled: State) -> None:
    visit = filled.do.visits.get("thursday")
    assert visit is not None
    finish(filled.do.visits.delete(visit))
    again = filled.restarted()
    assert again.do.visits.get("thursday") is None
    assert {"attached", "private"} <= {q.id for q in again.do.questions.of_visit(None)}


def test_undoing_attaches_them_again(filled: State) -> None:
    visit = filled.do.visits.get("thursday")
    assert visit is not None
    finish(filled.do.visits.restore(saved(filled.do.visits.delete(visit))))
    again = filled.restarted()
    assert again.do.visits.get("thursday") is not None
    assert {q.id for q in again.do.questions.of_visit("thursday")} == {"attached", "private"}


def test_a_question_deleted_in_between_does_not_come_back(filled: State) -> None:
    visit = filled.do.visits.get("thursday")
    assert visit is not None
    removed = saved(filled.do.visits.delete(visit))
    private = next(q for q in filled.do.questions.all() if q.id == "private")
    finish(filled.do.questions.delete(private))
    finish(filled.do.visits.restore(removed))
    assert {q.id for q in filled.do.questions.of_visit("thursday")} == {"attached"}
