"""A hospital's calendar file: what is taken from it, and what a bad one does."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aya_companion.calendar.read import MAX_SIZE, CalendarFile, read_calendar
from aya_companion.calendar.updates import as_said
from aya_companion.calendar.write import uid_of, write_calendar
from aya_companion.domain.calendar_files import (
    CalendarFileError,
    CalendarTooLargeError,
    Doubt,
    NoAppointmentsError,
    NotACalendarError,
)
from tests.calendar.visits import NOW, ZONES, appointment

GOOD = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//A hospital//EN
BEGIN:VEVENT
UID:1@hospital
SEQUENCE:2
SUMMARY:Day clinic
LOCATION:Blue building\\, floor 2
{start}
{more}
END:VEVENT
END:VCALENDAR
"""


def read(data: bytes | str, zone: str = "Europe/Madrid") -> CalendarFile:
    """The file, read on a device in this zone."""
    ids = map(str, count())
    data = data.encode() if isinstance(data, str) else data
    return read_calendar(data, zone, NOW, lambda: next(ids))


def event(start: str, more: str = "CLASS:PUBLIC") -> str:
    """A file with one event."""
    return GOOD.format(start=start, more=more)


def test_name_place_time_and_identity_are_taken() -> None:
    (visit,) = read(event("DTSTART;TZID=America/New_York:20261020T093000")).visits
    assert (visit.title, visit.place) == ("Day clinic", "Blue building, floor 2")
    assert (visit.day, visit.at, visit.zone) == (
        date(2026, 10, 20),
        time(9, 30),
        "America/New_York",
    )
    assert (visit.uid, visit.sequence) == ("1@hospital", 2)


@pytest.mark.parametrize(
    ("start", "at"),
    [
        ("DTSTART:20261020T073000Z", time(9, 30)),
        ("DTSTART:20261020T093000", time(9, 30)),
        ("DTSTART;VALUE=DATE:20261020", None),
    ],
)
def test_times_without_a_zone_of_their_own_are_told_on_the_devices_clocks(
    start: str, at: time | None
) -> None:
    (visit,) = read(event(start)).visits
    assert (visit.day, visit.at, visit.zone) == (date(2026, 10, 20), at, "Europe/Madrid")


def test_outlooks_names_of_zones_are_understood() -> None:
    (visit,) = read(event("DTSTART;TZID=Romance Standard Time:20261020T093000")).visits
    assert visit.starts_at == datetime(2026, 10, 20, 7, 30, tzinfo=UTC)


def test_a_series_with_exceptions_is_taken_whole() -> None:
    more = "RRULE:FREQ=WEEKLY;UNTIL=20261110T225959Z\nEXDATE;TZID=Europe/Madrid:20261027T093000"
    (visit,) = read(event("DTSTART;TZID=Europe/Madrid:20261020T093000", more)).visits
    assert list(visit.days()) == [date(2026, 10, 20), date(2026, 11, 3), date(2026, 11, 10)]


def test_a_rule_beyond_this_app_leaves_the_first_day_and_says_so() -> None:
    found = read(event("DTSTART:20261020T093000", "RRULE:FREQ=YEARLY"))
    assert list(found.visits[0].days()) == [date(2026, 10, 20)]
    assert found.doubts == {("1@hospital", Doubt.REPEAT)}


def test_the_reminder_is_taken() -> None:
    more = "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:x\nTRIGGER:-PT2H\nEND:VALARM"
    (visit,) = read(event("DTSTART:20261020T093000", more)).visits
    assert visit.reminder_minutes == 120


@pytest.mark.parametrize("sign", ["METHOD:CANCEL", "STATUS:CANCELLED"])
def test_a_cancelled_event_is_told_and_not_added(sign: str) -> None:
    """Whether the whole file cancels, as an invitation taken back does, or the event says so."""
    file = event("DTSTART:20261020T093000", sign if "STATUS" in sign else "CLASS:PUBLIC")
    if "METHOD" in sign:
        file = file.replace("VERSION:2.0", f"VERSION:2.0\n{sign}")
    found = read(file)
    assert found.visits == ()
    assert found.cancelled == {"1@hospital": 2}


def test_a_newer_copy_of_a_cancelled_event_counts() -> None:
    """As does a newer cancellation of one that the file still holds."""
    on = event("DTSTART:20261020T093000")
    off = event("DTSTART:20261020T093000", "STATUS:CANCELLED")
    newer = read(off + on.replace("SEQUENCE:2", "SEQUENCE:3"))
    assert (len(newer.visits), newer.cancelled) == (1, {})
    assert read(on + off.replace("SEQUENCE:2", "SEQUENCE:3")).cancelled == {"1@hospital": 3}


WEEKLY = "DTSTART;TZID=Europe/Madrid:20261020T093000", "RRULE:FREQ=WEEKLY;COUNT=4"


def one_of(day: str, start: str, more: str = "CLASS:PUBLIC") -> str:
    """What takes the place of one day of the series."""
    return event(start, f"RECURRENCE-ID;TZID=Europe/Madrid:{day}T093000\n{more}")


def test_a_moved_day_of_a_series_leaves_it_and_stands_alone() -> None:
    """Not on both days; and known again by the same UID at the next reading."""
    part = one_of("20261027", "DTSTART;TZID=Europe/Madrid:20261028T140000")
    for file in (event(*WEEKLY) + part, part + event(*WEEKLY)):
        series, moved = read(file).visits
        assert list(series.days()) == [
            date(2026, 10, 20),
            date(2026, 11, 3),
            date(2026, 11, 10),
        ]
        assert (moved.day, moved.at, moved.repeat) == (date(2026, 10, 28), time(14, 0), "")
        assert moved.uid == "1@hospital/20261027"


def test_a_cancelled_day_of_a_series_leaves_it() -> None:
    part = one_of("20261027", "DTSTART;TZID=Europe/Madrid:20261027T093000", "STATUS:CANCELLED")
    found = read(event(*WEEKLY) + part)
    (series,) = found.visits
    assert date(2026, 10, 27) not in list(series.days())
    assert found.cancelled == {"1@hospital/20261027": 2}


def test_a_day_is_told_on_the_clocks_of_its_series() -> None:
    """Some calendars write everything but the series in UTC, where it may be another day."""
    late = "DTSTART;TZID=Asia/Tokyo:20261020T080000", "RRULE:FREQ=WEEKLY;COUNT=2"
    part = event("DTSTART:20261028T010000Z", "RECURRENCE-ID:20261026T230000Z")
    series, _moved = read(event(*late) + part).visits
    assert list(series.days()) == [date(2026, 10, 20)]


def test_days_of_a_series_that_is_not_in_the_file_are_told() -> None:
    found = read(one_of("20261027", "DTSTART;TZID=Europe/Madrid:20261028T140000"))
    assert found.days_off == {"1@hospital": {date(2026, 10, 27)}}


def test_a_series_of_which_no_day_is_left_is_cancelled() -> None:
    """It would stand among past visits else."""
    rest = "RRULE:FREQ=WEEKLY;COUNT=1\nEXDATE;TZID=Europe/Madrid:20261020T093000"
    found = read(event(WEEKLY[0], rest))
    assert (found.visits, found.cancelled) == ((), {"1@hospital": 2})


def test_an_unknown_rule_whose_first_day_is_out_has_no_usable_day() -> None:
    rest = "RRULE:FREQ=YEARLY\nEXDATE:20261020T093000"
    other = event("DTSTART:20261021T093000").replace("1@hospital", "2@hospital")
    found = read(event("DTSTART:20261020T093000", rest) + other)
    assert ([v.uid for v in found.visits], found.left_out) == (["2@hospital"], 1)


def test_a_zone_nobody_knows_is_doubted() -> None:
    """Its time is told on the device's clocks, which is a guess."""
    found = read(event("DTSTART;TZID=Hospital Local:20261020T093000"), "America/New_York")
    assert found.visits[0].zone == "America/New_York"
    assert found.doubts == {("1@hospital", Doubt.ZONE)}


def test_floating_and_known_times_are_not_doubted() -> None:
    for start in ("DTSTART:20261020T093000", "DTSTART;TZID=Asia/Tokyo:20261020T093000"):
        assert read(event(start, "RRULE:FREQ=WEEKLY")).doubts == frozenset()


@pytest.mark.parametrize(("count", "doubts"), [(1, 0), (2, 1)])
def test_a_series_in_utc_is_doubted_once_the_clocks_change(count: int, doubts: int) -> None:
    """Madrid's clocks go back on October 25. Hospitals mean their own clocks; files say UTC."""
    found = read(event("DTSTART:20261020T073000Z", f"RRULE:FREQ=WEEKLY;COUNT={count}"))
    assert len(found.doubts) == doubts
    assert {v.at for v in found.visits} == {time(9, 30)}


def test_weekdays_move_with_a_start_that_falls_on_another_day_here() -> None:
    """Mondays and Thursdays late in UTC are Tuesdays and Fridays in Madrid."""
    rule = "RRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4"
    (visit,) = read(event("DTSTART:20261019T230000Z", rule)).visits
    assert list(visit.days()) == [date(2026, 10, day) for day in (20, 23, 27, 30)]


@pytest.mark.parametrize("rule", ["FREQ=MONTHLY;COUNT=3", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO"])
def test_a_rule_that_cannot_move_with_its_start_is_not_guessed(rule: str) -> None:
    found = read(event("DTSTART:20261031T233000Z", f"RRULE:{rule}"))
    assert found.doubts == {("1@hospital", Doubt.REPEAT)}


def test_an_end_before_the_hour_of_the_last_day_leaves_that_day_out() -> None:
    rule = "RRULE:FREQ=WEEKLY;UNTIL=20261103T060000Z"
    (visit,) = read(event(WEEKLY[0], rule)).visits
    assert list(visit.days()) == [date(2026, 10, 20), date(2026, 10, 27)]


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_letters_are_read_as_they_were_written(letters: str) -> None:
    text = event("DTSTART:20261020T093000").replace("Day clinic", "Clínica de día – médula")
    assert read(text.encode(letters)).visits[0].title == "Clínica de día – médula"


def test_a_line_folded_within_a_letter_is_read_whole() -> None:
    data = event("DTSTART:20261020T093000").replace("Day clinic", "Clínica").encode()
    assert read(data.replace(b"\xc3\xad", b"\xc3\r\n \xad")).visits[0].title == "Clínica"


def test_control_characters_stay_out() -> None:
    text = event("DTSTART:20261020T093000").replace("Day clinic", "Day\x00\x1b \x0bclinic\x7f")
    assert read(text).visits[0].title == "Day clinic"


def test_zones_of_two_files_are_told_apart_though_their_names_are_the_same() -> None:
    """Outlook calls every zone that somebody set by hand "Customized Time Zone"."""
    for offset, at in (("+0100", time(10, 30)), ("+0500", time(6, 30))):
        zone = (
            "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\n"
            f"DTSTART:16010101T000000\nTZOFFSETFROM:{offset}\nTZOFFSETTO:{offset}\n"
            "END:STANDARD\nEND:VTIMEZONE\n"
        )
        file = event("DTSTART;TZID=Customized Time Zone:20261020T093000")
        assert read(file.replace("BEGIN:VEVENT", f"{zone}BEGIN:VEVENT")).visits[0].at == at


def test_an_event_without_a_day_is_counted_and_the_others_stay() -> None:
    good = event("DTSTART:20261020T093000")
    bad = "BEGIN:VEVENT\nUID:2@hospital\nSUMMARY:When?\nEND:VEVENT\nEND:VCALENDAR"
    found = read(good.replace("END:VCALENDAR", bad))
    assert (len(found.visits), found.left_out) == (1, 1)


def test_of_two_copies_the_newer_one_counts() -> None:
    one = event("DTSTART:20261020T093000")
    two = one.replace("SEQUENCE:2", "SEQUENCE:1").replace("Day clinic", "Older")
    assert read(one + two).visits[0].title == "Day clinic"


@pytest.mark.parametrize("data", [b"", b"\x00\xff" * 50, b"%PDF-1.7", b"BEGIN:VCALENDAR"])
def test_what_is_no_calendar_is_named_so(data: bytes) -> None:
    with pytest.raises((NotACalendarError, NoAppointmentsError)):
        read(data)


def test_a_huge_file_is_refused_unread() -> None:
    with pytest.raises(CalendarTooLargeError):
        read(b"BEGIN:VCALENDAR" + b" " * MAX_SIZE)


@pytest.mark.parametrize("zone", ZONES)
def test_what_the_app_wrote_is_read_as_it_was(zone: str) -> None:
    visit = appointment(
        "v",
        zone=zone,
        place="Blue building",
        repeat="FREQ=WEEKLY;COUNT=6",
        exceptions=(date(2026, 10, 27),),
        sequence=4,
        reminder_minutes=60,
    )
    data = write_calendar([visit], NOW, lambda v: v.title)
    (back,) = read(data, "UTC").visits
    assert list(back.days()) == list(visit.days())
    assert (back.at, back.zone, back.sequence, back.reminder_minutes) == (visit.at, zone, 4, 60)


def test_a_file_cut_or_altered_anywhere_ends_in_a_named_error_or_in_appointments() -> None:
    whole = write_calendar(
        [appointment("v", repeat="FREQ=WEEKLY;COUNT=3", reminder_minutes=5)],
        NOW,
        lambda visit: visit.title,
    )

    @settings(max_examples=150, deadline=None)
    @given(st.integers(0, len(whole) - 1), st.integers(0, 60), st.binary(max_size=12))
    def alter(place: int, length: int, other: bytes) -> None:
        read_or_refused(whole[:place] + other + whole[place + length :])

    alter()


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "BEGIN:VEVENT",
                "END:VEVENT",
                "DTSTART:20261020T093000",
                "DTSTART;TZID=Nowhere/Land:20261020T093000",
                "DTSTART:99999999T999999",
                "DTSTART;VALUE=DATE:00010101",
                "RRULE:FREQ=SECONDLY;COUNT=999999999",
                "RRULE:FREQ=WEEKLY;INTERVAL=-1",
                "EXDATE:x",
                "SEQUENCE:-5",
                "SEQUENCE:many",
                "SUMMARY:" + "x" * 5000,
                "UID:",
                "BEGIN:VALARM",
                "TRIGGER:-P99999999D",
                "END:VALARM",
                "RECURRENCE-ID:20261020",
                "RECURRENCE-ID;RANGE=THISANDFUTURE:20261020T093000Z",
                "UID:same",
                "METHOD:CANCEL",
                "STATUS:CANCELLED",
                "RDATE:20261021T093000",
                "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261020T080000Z",
                "DTSTART:20261019T230000Z",
                "END:VCALENDAR",
            ]
        ),
        max_size=25,
    )
)
def test_any_order_of_lines_ends_in_a_named_error_or_in_appointments(lines: list[str]) -> None:
    read_or_refused("\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]))


def read_or_refused(data: bytes | str) -> None:
    """A file ends in a named error, or in appointments that can be shown and kept."""
    try:
        found = read(data)
    except CalendarFileError:
        return
    assert found.visits or found.cancelled
    uids = [uid_of(visit) for visit in found.visits]
    assert len(set(uids)) == len(uids)
    assert found.cancelled.keys().isdisjoint(uids)
    for visit in found.visits:
        assert 1 <= len(list(visit.days())) <= 1000
        assert len(visit.title) <= 500
        assert not any(ord(c) < 32 or ord(c) == 127 for c in visit.title + visit.place + visit.uid)
        assert visit.received == as_said(visit)
