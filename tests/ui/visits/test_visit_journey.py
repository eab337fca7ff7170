"""From "what do I ask?" to "this is what they said", tap by tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from aya_companion.domain.settings import Settings
from aya_companion.domain.treatment_map import Stop
from aya_companion.domain.visits import VisitKind
from tests.fakes.running import finish
from tests.ui.window import Window, open_window

IN_MAINTENANCE = Settings(language="en", second_language="es", started=True, stop=Stop.MAINTENANCE)


def prepared() -> Window:
    """A window on a visit, for someone in maintenance."""
    window = open_window(IN_MAINTENANCE, full=True).go("/visits/thursday")
    window.host.prints = True
    return window


def test_prepared_and_printed_in_six_taps() -> None:
    """Two minutes with one thumb: a tap for each question, none for what can be left out."""
    window = prepared()
    first = "On which exact days do I take each pill?"
    second = "What do I do if I miss or vomit a maintenance pill?"
    taps = [
        "Prepare",
        f"Add to my list: {first}",
        f"Add to my list: {second}",
        f"Star: {first}",
        "See my page",
        "Print or save as PDF",
    ]
    for name in taps:
        window.tap(name)
    (html,) = window.host.printed
    assert first in html
    assert "¿Qué días exactos tomo cada pastilla?" in html
    assert "Is my hair coming back?" in html


def test_private_questions_are_left_out_unless_ticked() -> None:
    window = prepared().go("/visits/thursday/sheet").tap("Print or save as PDF")
    assert "May I swim?" not in window.host.printed[-1]
    assert "May I swim?" not in window.sight.words


def test_what_still_stands_in_a_field_is_kept() -> None:
    window = prepared().go("/visits/thursday/prepare")
    window.type("What happened?", "Slept badly").tap("See my page")
    window.tap("Print or save as PDF")
    assert "Slept badly" in window.host.printed[-1]


def test_without_a_print_dialog_the_page_becomes_a_file() -> None:
    window = prepared()
    window.host.prints = False
    window.go("/visits/thursday/sheet").tap("Print or save as PDF")
    assert b"Marrow check" in window.host.files["visit-sheet.html"]


def test_at_the_visit_answers_land_with_their_questions() -> None:
    window = prepared().go("/visits/thursday/now")
    assert "Is my hair coming back?" in window.sight.words
    window.type("What they said", "In two months").tap("Asked. Next")
    answered = next(q for q in window.do.questions.all() if q.id == "attached")
    assert answered.answer == "In two months"
    assert answered.asked_at is not None
    assert "May I swim?" in window.sight.words


def test_a_follow_up_becomes_a_question_in_one_tap() -> None:
    window = prepared().go("/visits/february")
    window.type("One thing to follow up", "Book the heart scan").tap("Add")
    window.tap("Make it a question")
    assert "Book the heart scan" in [q.text for q in window.do.questions.of_visit("thursday")]
    assert "Make it a question" not in window.sight.words


def test_a_follow_up_opens_as_an_appointment_in_one_tap() -> None:
    window = prepared().go("/visits/february")
    window.type("One thing to follow up", "Heart scan").tap("Add").tap("Make it an appointment")
    assert window.sight.field("Name (if you want one)").value == "Heart scan"
    window.tap("Save")
    assert any(v.title == "Heart scan" for v in window.do.visits.upcoming())
    assert window.model.route == "/visits/february"
    assert "Heart scan" not in window.sight.words


def test_a_follow_up_stays_until_its_appointment_is_saved() -> None:
    window = prepared().go("/visits/february")
    window.type("One thing to follow up", "Heart scan").tap("Add").tap("Make it an appointment")
    window.tap("Back")
    assert "Heart scan" in window.sight.words
    assert not any(v.title == "Heart scan" for v in window.do.visits.upcoming())


def test_looking_back_finds_what_they_said() -> None:
    window = prepared().go("/visits/look-back")
    window.type("Find a word", "fine")
    assert "It was fine." in window.sight.words
    window.type("Find a word", "zebra")
    assert "It was fine." not in window.sight.words


def test_the_map_leads_to_what_changes_and_says_where_she_is() -> None:
    window = prepared().go("/more/map/transplant").tap("I am here now")
    assert window.model.settings.stop is Stop.TRANSPLANT
    words = window.sight.words
    for heading in ("What changes", "What to bring", "What people often feel"):
        assert heading in words


def test_somebody_takes_the_driving_over() -> None:
    window = prepared().go("/more/tasks")
    task = window.do.tasks.all()[1]
    window.tap("I take this over")
    window.type("Who takes it over?", "Ana").tap("Save")
    assert window.do.tasks.names() == ["Ana"]
    assert task.who == ""


def test_a_bad_calendar_file_says_what_to_do() -> None:
    window = prepared().go("/visits/calendar")
    window.host.to_pick = b"no calendar"
    window.tap("Choose a file")
    assert "Nothing was changed" in window.sight.words


def hospitals(*lines: str) -> bytes:
    """A hospital's calendar file with one event."""
    head = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:h@h", "SUMMARY:Day hospital")
    return "\n".join([*head, *lines, "END:VEVENT", "END:VCALENDAR"]).encode()


def read_in(window: Window, *lines: str) -> Window:
    """The window after such a file was chosen."""
    window.host.to_pick = hospitals(*lines)
    assert window.go("/visits").sight  # drawn without the screen before
    return window.go("/visits/calendar").tap("Choose a file")


def test_a_visit_the_hospital_cancelled_can_be_removed_and_brought_back() -> None:
    window = read_in(prepared(), "DTSTART:20260320T090000").tap("Add 1 appointment")
    read_in(window, "DTSTART:20260320T090000", "STATUS:CANCELLED")
    assert "Cancelled by the hospital" in window.sight.words
    assert "Add 1 appointment" not in window.sight.words
    window.tap("Remove this appointment")
    assert "Day hospital" not in window.sight.words
    assert "Day hospital" not in window.tap("Done").sight.words
    assert "Day hospital" in window.undo().sight.words


def test_a_cancelled_visit_she_never_had_is_named_so() -> None:
    window = read_in(prepared(), "DTSTART:20260320T090000", "STATUS:CANCELLED")
    assert "1 cancelled appointment is not on your list." in window.sight.words


def test_what_was_not_understood_of_a_file_is_said_before_it_is_kept() -> None:
    window = read_in(prepared(), "DTSTART;TZID=Nowhere:20260320T090000")
    assert "names a time zone that this app does not know" in window.sight.words
    read_in(window, "DTSTART:20260320T080000Z", "RRULE:FREQ=WEEKLY;COUNT=4")
    assert "an hour earlier or later" in window.sight.words
    read_in(window, "DTSTART:20260320T090000", "RRULE:FREQ=YEARLY")
    assert "Only this day is added" in window.sight.words


def test_days_that_a_series_leaves_out_are_shown_before_it_is_kept() -> None:
    window = read_in(
        prepared(), "DTSTART:20260320T090000", "RRULE:FREQ=WEEKLY", "EXDATE:20260327T090000"
    )
    assert "Not on: Fri, Mar 27" in window.sight.words


def test_an_appointment_goes_to_the_phones_calendar() -> None:
    window = prepared().tap("To the phone's calendar")
    assert b"SUMMARY:Marrow check" in window.host.files["appointments.ics"]
    assert b"Bring the folder" not in window.host.files["appointments.ics"]


def test_the_phones_calendar_learns_neither_whom_she_sees_nor_what_for() -> None:
    """Parents and partners look into a shared calendar: one visit, or all of them."""
    window = prepared()
    visits = window.do.visits
    fertility = replace(
        visits.new(date(2026, 4, 1)), kind=VisitKind.FERTILITY, with_whom="Dr. Secret"
    )
    finish(visits.put(fertility))
    for address, name in (
        (f"/visits/{fertility.id}", "To the phone's calendar"),
        ("/visits", "All coming visits to the phone's calendar"),
    ):
        window.go(address).tap(name)
        data = window.host.files.pop("appointments.ics")
        assert b"SUMMARY:Appointment\r\n" in data
        for told in (b"ertility", b"Secret", b"Ortiz"):
            assert told not in data


def test_a_page_is_printed_in_one_minute_with_its_sources() -> None:
    window = prepared().go("/learn/mrd").tap("Share or print this page")
    window.tap_in_dialog("Print or save as PDF")
    html = window.host.printed[-1]
    assert "MRD: looking for the last leukemia cells" in html
    assert "Where this comes from" in html


def test_the_wallet_card_is_printed_in_both_languages() -> None:
    window = prepared().go("/more/card/paper").tap("Print or save as PDF")
    html = window.host.printed[-1]
    assert html.count("+34 600 000 001") == 2
    assert 'lang="es"' in html


def test_english_words_keep_their_question_mark_behind_in_arabic() -> None:
    settings = Settings(language="ar", started=True)
    words = open_window(settings, full=True).go("/visits/thursday/prepare").sight.words
    assert "\u2068Is my hair coming back?\u2069" in words


def test_a_file_from_another_phone_is_shown_word_by_word_before_it_is_added() -> None:
    window = prepared().go("/more/tasks").tap("I take this over")
    window.type("Who takes it over?", "Ana").tap("Save")
    window.go("/visits/hand-over").tap("Save the file")
    (data,) = window.host.files.values()
    other = open_window(IN_MAINTENANCE).go("/visits/hand-over")
    other.host.to_pick = data
    words = other.tap("Open a file").sight.words
    assert "Thursday, March 12, 2026" in words
    assert "Is my hair coming back?" in words
    assert "Medicines: Ana, since Mar 10, 2026" in words
    assert other.do.questions.all() == []
    other.tap("Add them")
    assert other.do.tasks.names() == ["Ana"]
