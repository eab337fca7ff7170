"""Visits that repeat: what was asked at one of them is looked back on with that one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from aya_companion.domain.notes import NoteKind
from aya_companion.domain.past_visits import PastVisit
from aya_companion.domain.questions import Question
from aya_companion.domain.restoring import Mode
from aya_companion.store.backup import export_plain, read
from aya_companion.store.merge import plan, restore
from aya_companion.ui.wording.visits import visit_title
from tests.fakes.companion import THURSDAY
from tests.fakes.disks import FaultyDisk, MemoryDisk
from tests.fakes.running import finish
from tests.state.conftest import State, open_state

NEXT = date(2026, 3, 19)


@pytest.fixture
def weekly(filled: State) -> State:
    """The person of ``filled``, whose visit on Thursday repeats each week, in its waiting room."""
    visit = filled.do.visits.get("thursday")
    assert visit is not None
    finish(filled.do.visits.put(replace(visit, repeat="FREQ=WEEKLY;COUNT=3")))
    finish(filled.do.notes.add(NoteKind.SINCE_LAST_TIME, "Slept badly", "thursday"))
    finish(filled.do.notes.add(NoteKind.BRING, "Pill box", "thursday"))
    at(filled, THURSDAY)
    return filled


def at(state: State, day: date) -> None:
    """Wind the clock to half to ten that day, in Madrid."""
    moment = datetime(day.year, day.month, day.day, 8, 31, tzinfo=UTC)
    state.companion.clock = lambda: moment


def question(state: State, question_id: str) -> Question:
    """A question as it is now."""
    return next(q for q in state.do.questions.all() if q.id == question_id)


def answer(state: State, question_id: str, text: str = "In two months") -> str:
    """Write down what they said. Returns the visit it stands with."""
    finish(state.do.questions.answer(question(state, question_id), text))
    return question(state, question_id).visit_id or ""


def looked_back(state: State) -> dict[date, PastVisit]:
    """What there is to look back on, by day."""
    return {past.visit.day: past for past in state.do.paper.visits_so_far() if past.visit}


def sheet(state: State) -> str:
    """The sheet of the series as it would be printed."""
    shown = state.do.visits.shown("thursday")
    assert shown is not None
    printed = state.do.paper.visit_sheet(
        shown, ["en"], visit_title, large=False, private=True, notes=True, name=False
    )
    return printed.html


def test_an_answer_is_found_in_look_back_the_same_day(weekly: State) -> None:
    answer(weekly, "attached")
    (found,) = weekly.do.paper.search("two months", lambda visit: visit.title)
    assert found.visit is not None
    assert found.visit.day == THURSDAY
    assert [n.text for n in looked_back(weekly)[THURSDAY].notes] == ["Slept badly"]


def test_the_next_one_begins_with_an_empty_list(weekly: State) -> None:
    answer(weekly, "attached")
    shown = weekly.do.visits.shown("thursday")
    assert shown is not None
    assert shown.day == NEXT
    html = sheet(weekly)
    for words in ("In two months", "Is my hair coming back?", "Slept badly", "Pill box"):
        assert words not in html
    assert weekly.do.questions.of_visit("thursday") == []


def test_the_rest_of_the_list_stays_with_the_one_of_today(weekly: State) -> None:
    own = answer(weekly, "attached")
    assert {q.id for q in weekly.do.questions.of_visit(own)} == {"attached", "private"}
    assert answer(weekly, "private") == own
    at(weekly, date(2026, 3, 13))
    assert [v.day for v in weekly.do.visits.past()] == [THURSDAY, date(2026, 2, 3)]


def test_what_was_left_for_later_waits_once_that_one_is_over(weekly: State) -> None:
    answer(weekly, "attached")
    assert [q.id for q in weekly.do.questions.waiting()] == ["waiting"]
    at(weekly, date(2026, 3, 13))
    assert {q.id for q in weekly.do.questions.waiting()} == {"waiting", "private"}


def test_an_answer_written_the_day_after_belongs_to_the_one_before(weekly: State) -> None:
    """What is already prepared for the next one stays with the next one."""
    at(weekly, date(2026, 3, 13))
    finish(weekly.do.notes.add(NoteKind.SINCE_LAST_TIME, "Slept well", "thursday"))
    own = answer(weekly, "attached")
    assert [q.id for q in weekly.do.questions.of_visit("thursday")] == ["private"]
    assert [n.text for n in looked_back(weekly)[THURSDAY].notes] == ["Slept badly"]
    assert "Slept well" in sheet(weekly)
    assert answer(weekly, "private") == own


def test_a_question_for_the_next_one_answered_already_comes_alone(weekly: State) -> None:
    own = answer(weekly, "attached")
    for text in ("One?", "Two?"):
        finish(weekly.do.questions.add(text, visit_id="thursday"))
    one, two = weekly.do.questions.of_visit("thursday")
    finish(weekly.do.questions.mark_asked(one))
    assert question(weekly, one.id).visit_id == own
    assert question(weekly, two.id).visit_id == "thursday"


def test_before_the_first_and_at_the_last_nothing_is_set_apart(weekly: State) -> None:
    at(weekly, date(2026, 3, 11))
    assert answer(weekly, "attached") == "thursday"
    at(weekly, date(2026, 3, 26))
    assert answer(weekly, "private") == "thursday"
    assert weekly.do.visits.upcoming()[0].id == "thursday"


def test_one_that_was_left_out_gets_nothing(weekly: State) -> None:
    shown = weekly.do.visits.shown("thursday")
    assert shown is not None
    finish(weekly.do.visits.skip(shown))
    assert answer(weekly, "attached") == "thursday"


def test_deleting_the_series_keeps_what_was(weekly: State) -> None:
    own = answer(weekly, "attached")
    shown = weekly.do.visits.shown("thursday")
    assert shown is not None
    finish(weekly.do.visits.delete(shown))
    again = weekly.restarted()
    at(again, date(2026, 3, 13))
    assert [q.answer for q in again.do.questions.of_visit(own)] == ["In two months", ""]
    assert THURSDAY in looked_back(again)


def test_two_phones_that_set_the_same_one_apart_agree(weekly: State) -> None:
    """Merging one's backup into the other brings no second appointment and no conflict about it."""
    phone = open_state(FaultyDisk(MemoryDisk(), 10**9))
    mine = finish(read(export_plain(weekly.companion.store, weekly.model.now(), with_private=True)))
    finish(restore(phone.companion.store, mine, Mode.MERGE, clock=phone.companion.clock))
    at(phone, THURSDAY)
    own = answer(weekly, "attached")
    assert answer(phone, "attached") == own
    theirs = finish(read(export_plain(phone.companion.store, phone.model.now(), with_private=True)))
    looked = plan(weekly.companion.store, theirs, Mode.MERGE)
    assert [c for c in looked.conflicts if c.table == "appointments"] == []
    assert looked.counts["appointments"].added == 0
