"""Calendar files and hand-over files: out, looked at, and in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from aya_companion.domain.calendar_files import CalendarFileError
from aya_companion.domain.visits import VisitKind
from aya_companion.state.calendar_actions import Incoming
from aya_companion.store.errors import StoreError
from tests.fakes.disks import FaultyDisk, MemoryDisk
from tests.fakes.running import finish
from tests.state.conftest import State, open_state


def other_phone() -> State:
    """A phone of the family on which nothing was written yet."""
    return open_state(FaultyDisk(MemoryDisk(), 10**9))


def calendar_of(state: State) -> bytes:
    """The file with all coming visits."""
    finish(state.do.calendar.save(state.do.visits.upcoming(), lambda visit: visit.title or "Visit"))
    data: bytes = state.model.host.files["appointments.ics"]  # type: ignore[attr-defined]
    return data


def handed_over(state: State, questions: list[str]) -> bytes:
    """A file with these questions."""
    finish(state.do.hand_over.save([], questions, False))
    (data,) = state.model.host.files.values()  # type: ignore[attr-defined]
    return bytes(data)


def test_a_calendar_file_from_another_phone_is_shown_before_it_is_kept(filled: State) -> None:
    phone = other_phone()
    looked = phone.do.calendar.look(calendar_of(filled))
    assert phone.do.visits.upcoming() == []
    assert len(looked.new) == 3
    finish(phone.do.calendar.take(looked))
    assert {v.title for v in phone.restarted().do.visits.upcoming()} >= {"Marrow check"}


def test_the_same_file_twice_changes_nothing(filled: State) -> None:
    phone, data = other_phone(), calendar_of(filled)
    finish(phone.do.calendar.take(phone.do.calendar.look(data)))
    again = phone.do.calendar.look(data)
    assert (again.new, again.changed, again.known) == ((), (), 3)


def test_a_newer_copy_changes_the_time_and_keeps_her_own_words(filled: State) -> None:
    phone = other_phone()
    finish(phone.do.calendar.take(phone.do.calendar.look(calendar_of(filled))))
    mine = next(v for v in phone.do.visits.upcoming() if v.title == "Marrow check")
    finish(phone.do.visits.put(replace(mine, title="My big day", note="Afraid")))
    visit = filled.do.visits.get("thursday")
    assert visit is not None
    finish(filled.do.visits.put(replace(visit, at=time(11, 0))))
    looked = phone.do.calendar.look(calendar_of(filled))
    finish(phone.do.calendar.take(looked))
    changed = phone.do.visits.get(mine.id)
    assert changed is not None
    assert (changed.at, changed.title, changed.note) == (time(11, 0), "My big day", "Afraid")


def hospitals(*events: str, method: str = "PUBLISH") -> bytes:
    """A hospital's file with these events, each the lines between name and end."""
    lines = [f"BEGIN:VCALENDAR\nMETHOD:{method}"]
    lines += [f"BEGIN:VEVENT\nUID:h@h\nSUMMARY:Clinic\n{event}\nEND:VEVENT" for event in events]
    return "\n".join([*lines, "END:VCALENDAR"]).encode()


def at(day: str, hour: str = "09", name: str = "DTSTART") -> str:
    """A line with a day in March 2026 and an hour in Madrid."""
    return f"{name};TZID=Europe/Madrid:202603{day}T{hour}0000"


SERIES = f"{at('20')}\nRRULE:FREQ=WEEKLY;COUNT=3"


def took(state: State, data: bytes) -> Incoming:
    """What was looked at and kept."""
    looked = state.do.calendar.look(data)
    finish(state.do.calendar.take(looked))
    return looked


def days(state: State) -> list[str]:
    """Every day that a visit stands on."""
    kept = state.companion.store.appointments.all()
    return sorted(f"{day:%m-%d}" for visit in kept for day in visit.days())


def test_a_hospitals_update_comes_through_after_own_edits(state: State) -> None:
    """Their notes and changes do not count against the hospital's."""
    took(state, hospitals(at("20")))
    for changes in ({"note": "Folder"}, {"note": "Folder, water"}, {"place": "Blue building"}):
        (mine,) = state.do.visits.upcoming()
        finish(state.do.visits.put(replace(mine, **changes)))  # type: ignore[arg-type]
    looked = took(state.restarted(), hospitals(f"{at('20', '14')}\nSEQUENCE:1"))
    (visit,) = looked.changed
    assert (visit.at, visit.note, visit.place) == (time(14, 0), "Folder, water", "Blue building")


def test_the_same_file_after_own_edits_changes_nothing(state: State) -> None:
    took(state, hospitals(at("20")))
    (mine,) = state.do.visits.upcoming()
    finish(state.do.visits.put(replace(mine, at=time(10, 0))))
    looked = state.do.calendar.look(hospitals(at("20")))
    assert (looked.changed, looked.known) == ((), 1)


@pytest.mark.parametrize(
    "data",
    [
        hospitals(f"{at('20')}\nSTATUS:CANCELLED"),
        hospitals(at("20"), method="CANCEL"),
    ],
)
def test_a_cancelled_visit_is_told_and_stays_until_she_deletes_it(
    state: State, data: bytes
) -> None:
    took(state, hospitals(at("20")))
    looked = took(state, data)
    assert [visit.title for visit in looked.cancelled] == ["Clinic"]
    assert (looked.new, looked.changed, looked.unknown) == ((), (), 0)
    assert days(state) == ["03-20"]


def test_a_cancellation_of_what_she_does_not_have_adds_nothing(state: State) -> None:
    looked = took(state, hospitals(at("20"), method="CANCEL"))
    assert (looked.cancelled, looked.unknown) == ((), 1)
    assert days(state) == []


def test_an_older_cancellation_does_not_count(state: State) -> None:
    took(state, hospitals(f"{at('20')}\nSEQUENCE:2"))
    looked = state.do.calendar.look(hospitals(f"{at('20')}\nSEQUENCE:1", method="CANCEL"))
    assert looked.cancelled == ()


def test_a_series_with_a_moved_day_is_the_same_at_each_reading(state: State) -> None:
    part = f"{at('28')}\n{at('27', name='RECURRENCE-ID')}"
    for _ in range(3):
        looked = took(state, hospitals(SERIES, part))
        assert days(state) == ["03-20", "03-28", "04-03"]
    assert looked.known == 2


def test_a_day_moved_or_cancelled_later_leaves_the_series_she_has(state: State) -> None:
    """An invitation's update names that day only, not the series."""
    took(state, hospitals(SERIES))
    took(state, hospitals(f"{at('28')}\n{at('27', name='RECURRENCE-ID')}\nSEQUENCE:1"))
    assert days(state) == ["03-20", "03-28", "04-03"]
    off = hospitals(f"{at('20')}\n{at('20', name='RECURRENCE-ID')}", method="CANCEL")
    assert took(state, off).cancelled == ()
    assert days(state) == ["03-28", "04-03"]


def test_a_cancelled_series_takes_its_moved_days_along(state: State) -> None:
    took(state, hospitals(SERIES, f"{at('28')}\n{at('27', name='RECURRENCE-ID')}"))
    looked = state.do.calendar.look(hospitals(at("20"), method="CANCEL"))
    assert [visit.day.day for visit in looked.cancelled] == [20, 28]


def test_a_day_she_moved_herself_stays_moved_until_the_hospital_moves_it(state: State) -> None:
    """Their day is not added back by the hospital's next file, nor doubled by the hospital's own."""
    took(state, hospitals(SERIES))
    (series,) = state.companion.store.appointments.all()
    mine = state.do.visits.taken_out(series, date(2026, 3, 27))
    finish(state.do.visits.move(series, mine.day, replace(mine, day=date(2026, 3, 26))))
    took(state, hospitals(SERIES.replace("090000", "100000")))
    assert days(state.restarted()) == ["03-20", "03-26", "04-03"]
    took(state, hospitals(f"{at('28')}\n{at('27', name='RECURRENCE-ID')}"))
    assert days(state) == ["03-20", "03-28", "04-03"]


def test_each_change_that_reaches_a_calendar_raises_the_sequence(filled: State) -> None:
    visit = filled.do.visits.get("thursday")
    assert visit is not None
    finish(filled.do.visits.put(visit))
    finish(filled.do.visits.put(replace(visit, note="Water", kind=VisitKind.TEST)))
    finish(filled.do.visits.put(replace(visit, place="Red building")))
    changed = filled.do.visits.get("thursday")
    assert changed is not None
    assert changed.sequence == visit.sequence + 1


def test_one_day_of_a_series_is_left_out(filled: State) -> None:
    visit = filled.do.visits.get("thursday")
    assert visit is not None
    finish(filled.do.visits.put(replace(visit, repeat="FREQ=WEEKLY;COUNT=3")))
    shown = filled.do.visits.shown("thursday")
    assert shown is not None
    finish(filled.do.visits.skip(shown))
    after = filled.do.visits.shown("thursday")
    assert after is not None
    assert after.day == date(2026, 3, 19)


def test_a_bad_calendar_file_changes_nothing(filled: State) -> None:
    before = filled.do.visits.upcoming()
    with pytest.raises(CalendarFileError):
        filled.do.calendar.look(b"no calendar")
    assert filled.do.visits.upcoming() == before


def test_a_handed_over_question_brings_its_visit_and_nothing_else(filled: State) -> None:
    phone = other_phone()
    looked = finish(phone.do.hand_over.look(handed_over(filled, ["attached"])))
    assert phone.do.questions.all() == []
    finish(phone.do.hand_over.take(looked))
    again = phone.restarted()
    assert [q.text for q in again.do.questions.of_visit("thursday")] == ["Is my hair coming back?"]
    assert [v.id for v in again.do.visits.upcoming()] == ["thursday"]
    assert again.do.card.get().name == ""


def test_a_private_question_never_leaves(filled: State) -> None:
    data = handed_over(filled, ["attached", "private"])
    assert b"May I swim?" not in data


def test_a_whole_backup_gives_only_what_may_be_handed_over(filled: State) -> None:
    from aya_companion.store.backup import export_plain

    phone = other_phone()
    data = export_plain(filled.companion.store, filled.model.now())
    finish(phone.do.hand_over.take(finish(phone.do.hand_over.look(data))))
    assert phone.do.card.get().name == ""
    assert len(phone.do.visits.upcoming()) == 3


def test_a_bad_file_is_named_and_changes_nothing(filled: State) -> None:
    with pytest.raises(StoreError):
        finish(filled.do.hand_over.look(b"{}"))


def test_a_file_taken_over_is_no_backup(filled: State) -> None:
    phone = other_phone()
    finish(
        phone.do.hand_over.take(finish(phone.do.hand_over.look(handed_over(filled, ["waiting"]))))
    )
    assert phone.companion.store.backups.get().made_at is None
