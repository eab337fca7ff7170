"""Calendar files, read back by parsers other than the one that wrote them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import ics
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from aya_companion.calendar.write import write_calendar
from aya_companion.domain.visits import Appointment
from tests.amounts import examples
from tests.calendar.visits import NOW, ZONES, appointment, instants

HERE = Path(__file__).parent


def text_of(*visits: Appointment) -> str:
    """The file for these visits, lines unfolded."""
    data = write_calendar(visits, NOW, lambda visit: visit.title)
    return data.decode().replace("\r\n ", "")


def read_by_ical_js(text: str) -> dict[str, list[str]]:
    """The starts by UID, as ical.js has them."""
    modules = Path(os.environ.get("ICAL_JS", HERE / "node_modules"))
    if shutil.which("node") is None or not (modules / "ical.js").is_dir():
        pytest.skip("ical.js is not here: npm install --prefix tests/calendar")
    # Modules are looked for beside the script, wherever they are installed.
    script = (HERE / "starts.mjs").read_text(encoding="utf-8")
    entry = (modules / "ical.js" / "dist" / "ical.js").resolve().as_uri()
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script.replace('"ical.js"', json.dumps(entry))],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def whole_year() -> list[Appointment]:
    """Weekly visits through a whole year, in each zone, with one left out."""
    return [
        appointment(
            zone,
            zone=zone,
            day=date(2026, 3, 3),
            repeat="FREQ=WEEKLY;COUNT=52",
            exceptions=(date(2026, 3, 10),),
        )
        for zone in ZONES
    ]


@pytest.mark.browser
def test_ical_js_reads_the_same_moments_in_every_zone() -> None:
    """Nine o'clock stays nine o'clock through both changes of clocks, and the exception is out."""
    visits = whole_year()
    found = read_by_ical_js(text_of(*visits))
    for visit in visits:
        told = [datetime.fromisoformat(start) for start in found[f"{visit.id}@aya-companion"]]
        assert told == instants(visit)


def test_ics_reads_the_same_moments_in_every_zone() -> None:
    """Each day of the year on its own, since this parser knows no repeats."""
    for zone in ZONES:
        days = [date(2026, month, 28) for month in range(1, 13)]
        visits = [appointment(f"{zone}{day}", zone=zone, day=day) for day in days]
        for event in ics.Calendar(text_of(*visits)).events:
            visit = next(v for v in visits if f"{v.id}@aya-companion" == event.uid)
            assert event.begin.datetime == visit.starts_at, zone


@settings(max_examples=examples(0.3), deadline=None)
@given(
    st.sampled_from(ZONES),
    st.dates(date(2024, 1, 1), date(2034, 12, 31)),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
)
def test_any_moment_is_read_as_it_was_meant(zone: str, day: date, at: time) -> None:
    """An hour that a change of clocks skips or repeats has no one right answer."""
    local = datetime.combine(day, at, ZoneInfo(zone))
    assume(local.utcoffset() == local.replace(fold=1).utcoffset())
    (event,) = ics.Calendar(text_of(appointment("v", zone=zone, day=day, at=at))).events
    assert event.begin.datetime == local


def test_a_file_has_what_calendars_ask_for() -> None:
    visit = appointment("v", place="Blue building", sequence=3, reminder_minutes=90)
    text = text_of(visit)
    for line in (
        "UID:v@aya-companion",
        "SEQUENCE:3",
        "LOCATION:Blue building",
        "DTSTART;TZID=Europe/Madrid:20261020T090000",
        "TRIGGER:-PT1H30M",
        "DTSTAMP:20260302T090000Z",
    ):
        assert f"{line}\r\n" in text


def test_a_visit_without_a_time_takes_the_day() -> None:
    text = text_of(appointment("v", at=None))
    assert "DTSTART;VALUE=DATE:20261020\r\n" in text
    assert "VTIMEZONE" not in text


def test_a_visit_keeps_the_uid_it_came_with() -> None:
    assert "UID:abc@hospital.example\r\n" in text_of(appointment("v", uid="abc@hospital.example"))


def test_notes_and_people_stay_here() -> None:
    """A calendar is often copied elsewhere: only name, time and place go there."""
    text = text_of(appointment("v", note="afraid of this one", with_whom="Dr. Secret"))
    assert "afraid" not in text
    assert "Secret" not in text


def test_no_line_holds_several_dates() -> None:
    """Other parsers read the wrong hour from such lines."""
    visit = appointment(
        "v", repeat="FREQ=WEEKLY;COUNT=9", exceptions=(date(2026, 10, 27), date(2026, 11, 3))
    )
    dates = [line for line in text_of(visit).splitlines() if line.startswith(("RDATE", "EXDATE"))]
    assert len(dates) == 2
    assert not any("," in line for line in dates)


@settings(max_examples=examples(0.3), deadline=None)
@given(st.text(st.characters(codec="utf-8") | st.characters(categories=["Cc"]), max_size=20))
def test_whatever_stands_in_a_name_or_place_is_read_by_another_parser(words: str) -> None:
    """Control characters, which break other parsers, are left out; the words are not."""
    text = text_of(appointment("v", title=f"A{words}B", place=f"A{words}B"))
    assert not any(ord(c) < 32 or ord(c) == 127 for c in text.replace("\r\n", ""))
    (event,) = ics.Calendar(text).events
    assert event.name is not None
    assert (event.name[0], event.name[-1]) == ("A", "B")
    assert event.location == event.name


def test_a_break_between_lines_becomes_a_space() -> None:
    assert "LOCATION:Blue building floor 2\r\n" in text_of(
        appointment("v", place="Blue building\nfloor\x00 \x0b2\x1b")
    )
