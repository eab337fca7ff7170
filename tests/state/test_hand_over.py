"""Two phones of a family hand things over, both ways."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from aya_companion.domain.questions import Question
from aya_companion.domain.tasks import Task, TaskKind
from aya_companion.domain.visits import Appointment
from aya_companion.store.backup import export_plain
from tests.fakes.clock import FakeClock
from tests.fakes.disks import FaultyDisk, MemoryDisk
from tests.fakes.running import finish
from tests.state.conftest import State, open_state


def phones() -> tuple[State, State]:
    """Two phones on which nothing was written yet, their clocks set by each other."""
    clock = FakeClock()
    one, two = (open_state(FaultyDisk(MemoryDisk(), 10**9), clock) for _ in range(2))
    return one, two


def file_of(state: State, *visits: str) -> bytes:
    """The file with these visits and who does what."""
    files: dict[str, bytes] = state.model.host.files  # type: ignore[attr-defined]
    files.clear()
    finish(state.do.hand_over.save(visits, [], True))
    (data,) = files.values()
    return data


def take(state: State, data: bytes) -> None:
    """Take a file over."""
    finish(state.do.hand_over.take(finish(state.do.hand_over.look(data))))


def medicines(state: State) -> Task:
    """The task as it is shown; there is one."""
    (task,) = [task for task in state.do.tasks.all() if task.kind is TaskKind.MEDICINES]
    return task


def takes_over(state: State, who: str) -> None:
    """Somebody has the medicines now."""
    finish(state.do.tasks.take_over(medicines(state), who))


@pytest.mark.parametrize("mine_first", [True, False])
def test_who_has_it_now_is_the_same_on_both_phones(mine_first: bool) -> None:
    """Each wrote somebody down, then they exchange files in any order: the later word counts."""
    one, two = phones()
    takes_over(one, "Dad")
    takes_over(two, "Ana")
    data = [file_of(one), file_of(two)]
    for state, file in (
        ((two, data[0]), (one, data[1])) if mine_first else ((one, data[1]), (two, data[0]))
    ):
        take(state, file)
    for state in (one, two):
        assert medicines(state).who == "Ana"
        assert state.do.tasks.names() == ["Ana"]
        assert len(state.companion.store.tasks.all()) == 1
    takes_over(one, "")
    take(two, file_of(one))
    assert (medicines(two).who, two.do.tasks.names()) == ("", [])


def test_what_both_changed_later_is_settled_the_same_way() -> None:
    one, two = phones()
    takes_over(one, "Dad")
    take(two, file_of(one))
    takes_over(two, "Mum")
    takes_over(one, "Ana")
    take(one, file_of(two))
    take(two, file_of(one))
    assert [medicines(state).who for state in (one, two)] == ["Ana", "Ana"]


def test_of_two_records_about_one_task_the_later_is_shown(state: State) -> None:
    """As files of earlier versions brought them."""
    task = medicines(state)
    for record_id, who in (("b", "Dad"), ("a", "Ana")):
        state.companion.store.tasks.put(replace(task, id=record_id, who=who))
    assert medicines(state).who == "Dad"  # at the same moment: the same one on every phone
    takes_over(state, "")
    assert state.do.tasks.names() == []


def test_the_note_to_an_appointment_stays_at_home(filled: State) -> None:
    data = file_of(filled, "thursday")
    assert b"Marrow check" in data
    assert b"Bring the folder" not in data


def test_a_note_of_the_receiver_stays_hers(filled: State) -> None:
    """When the visit comes again, changed or not, and when it goes back to its first writer."""
    _, two = phones()
    take(two, file_of(filled, "thursday"))
    visit = two.do.visits.get("thursday")
    assert visit is not None
    assert visit.note == ""
    finish(two.do.visits.put(replace(visit, note="Afraid", at=time(11))))
    assert finish(two.do.hand_over.look(file_of(filled, "thursday"))).summary.conflicts == ()
    take(two, file_of(filled, "thursday"))
    take(filled, file_of(two, "thursday"))
    kept = [state.do.visits.get("thursday") for state in (filled, two)]
    assert [(v.at, v.note) for v in kept if v] == [
        (time(11), "Bring the folder"),
        (time(11), "Afraid"),
    ]


def test_what_would_come_is_known_word_by_word(filled: State) -> None:
    _, two = phones()
    takes_over(filled, "Dad")
    filled.model.host.files.clear()  # type: ignore[attr-defined]
    finish(filled.do.hand_over.save([], ["attached"], True))
    (data,) = filled.model.host.files.values()  # type: ignore[attr-defined]
    came = finish(two.do.hand_over.look(data)).records
    assert [r.title for r in came if isinstance(r, Appointment)] == ["Marrow check"]
    assert [r.text for r in came if isinstance(r, Question)] == ["Is my hair coming back?"]
    assert [r.who for r in came if isinstance(r, Task)] == ["Dad"]
    take(two, data)
    assert finish(two.do.hand_over.look(data)).records == ()


def test_a_whole_backup_chosen_by_mistake_deletes_nothing_and_brings_nothing_private(
    filled: State,
) -> None:
    _, two = phones()
    take(two, file_of(filled, "thursday"))
    visit = filled.do.visits.get("thursday")
    assert visit is not None
    finish(filled.do.visits.delete(visit))
    data = export_plain(filled.companion.store, filled.model.now(), with_private=True)
    take(two, data)
    assert two.do.visits.get("thursday") is not None
    assert "private" not in [q.id for q in two.do.questions.all()]
