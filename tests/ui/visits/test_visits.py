"""Appointments: the list, one of them, and its form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from types import SimpleNamespace

from aya_companion.domain.visits import VisitKind
from tests.fakes.running import finish
from tests.ui.window import call, open_window


def test_coming_and_past_visits_stand_apart() -> None:
    words = open_window(full=True).go("/visits").sight.words
    coming, past = words.index("Coming up"), words.index("Past visits")
    assert coming < words.index("Marrow check") < past < words.index("Follow-up call")


def test_an_empty_list_says_what_to_do() -> None:
    sight = open_window().go("/visits").sight
    assert "No visit coming up" in sight.words
    assert sight.named("Add an appointment")


def test_an_appointment_is_written_down() -> None:
    window = open_window().go("/visits/new")
    window.type("Where", "Blue building").choose("What is it for?", "Results").tap("Save")
    (visit,) = window.do.visits.upcoming() + window.do.visits.past()
    assert (visit.place, visit.kind, visit.zone) == (
        "Blue building",
        VisitKind.RESULTS,
        "Europe/Madrid",
    )
    assert "Appointment saved" in window.notice.words
    assert window.model.route == "/visits"


def test_the_day_is_chosen_from_a_calendar() -> None:
    window = open_window(full=True).go("/visits/thursday/edit").tap("Thursday, March 12, 2026")
    picker = window.host.dialogs[-1]
    assert picker.value == date(2026, 3, 12)


def test_a_letter_with_only_a_date_leaves_the_time_open() -> None:
    window = open_window().go("/visits/new").tap("Save")
    (visit,) = window.do.visits.upcoming()
    assert visit.at is None
    assert "AM" not in window.go(f"/visits/{visit.id}").sight.words


def test_a_time_can_be_chosen_and_taken_off_again() -> None:
    window = open_window(full=True).go("/visits/thursday/edit").tap("I don't know the time yet")
    assert "I don't know the time yet" not in window.sight.words
    window.tap("No time yet")
    picker = window.host.dialogs[-1]
    picker.value = time(14, 30)
    call(picker.on_change, SimpleNamespace(control=picker))
    assert "2:30" in window.sight.words
    window.tap("I don't know the time yet").tap("Save")
    visit = window.do.visits.get("thursday")
    assert visit is not None
    assert (visit.at, visit.place) == (None, "Blue building")


def test_another_time_zone_is_named() -> None:
    assert "America/New York" in open_window(full=True).go("/visits/far").sight.words
    assert "Madrid" not in open_window(full=True).go("/visits/thursday").sight.words


def test_a_changed_appointment_keeps_its_questions() -> None:
    window = open_window(full=True).go("/visits/thursday/edit").type("Where", "Red house")
    window.tap("Save").go("/visits/thursday")
    assert "Red house" in window.sight.words
    assert "Is my hair coming back?" in window.sight.words


def test_deleting_asks_nothing_and_can_be_undone() -> None:
    window = open_window(full=True).go("/visits/thursday").tap("Delete appointment")
    assert "Marrow check" not in window.go("/visits").sight.words
    assert "Is my hair coming back?" in window.sight.words
    window.undo()
    assert "Is my hair coming back?" in window.go("/visits/thursday").sight.words


def test_a_visit_that_is_gone_opens_a_helpful_screen() -> None:
    assert open_window().go("/visits/long-gone").sight.titles == ["Nothing here"]
    assert open_window().go("/visits/long-gone/edit").sight.titles == ["Nothing here"]


def test_a_series_on_several_weekdays_names_them() -> None:
    window = open_window(full=True)
    thursday = window.do.visits.get("thursday")
    assert thursday is not None
    finish(window.do.visits.put(replace(thursday, repeat="FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4")))
    assert "Every week (Tue and Thu), 4 times" in window.go("/visits/thursday").sight.words


def test_one_of_a_series_is_moved_and_the_others_stay() -> None:
    window = open_window(full=True).go("/visits/far").tap("Move this one")
    assert "Wednesday, July 1, 2026" in window.sight.words
    window.type("Where", "Red house")
    days = [visit.day for visit in window.do.visits.upcoming() if visit.place == "Red house"]
    assert days == []  # nothing is kept before it is saved
    window.tap("Save")
    assert window.model.route == "/visits/far"
    assert "Wednesday, July 8, 2026" in window.sight.words
    (moved,) = [visit for visit in window.do.visits.upcoming() if visit.place == "Red house"]
    assert (moved.day, moved.repeat) == (date(2026, 7, 1), "")
    series = window.do.visits.get("far")
    assert series is not None
    assert list(series.days()) == [date(2026, 7, 8), date(2026, 7, 15)]


def test_changing_a_series_says_that_all_of_it_changes() -> None:
    words = "You are changing the whole series"
    assert words in open_window(full=True).go("/visits/far").tap("Change").sight.words
    assert words not in open_window(full=True).go("/visits/thursday").tap("Change").sight.words


def test_a_day_that_is_none_or_no_series_cannot_be_moved() -> None:
    for address in ("/visits/far/move/soon", "/visits/thursday/move/2026-03-12"):
        assert open_window(full=True).go(address).sight.titles == ["Nothing here"]


def test_a_day_that_was_left_out_can_be_brought_back() -> None:
    window = open_window(full=True).go("/visits/far").tap("Leave this one out")
    series = window.model.companion.store.appointments
    left_out = series.get("far")
    assert left_out is not None
    assert len(left_out.exceptions) == 1
    window.undo()
    again = series.get("far")
    assert again is not None
    assert again.exceptions == ()
