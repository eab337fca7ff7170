"""The numbers in what somebody wrote. A wrong one of them can cost a life, so nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.number_reading import read
from aya_companion.domain.phone_number import PhoneNumber

pytestmark = pytest.mark.pure

DIGITS = set("0123456789")


def digits(words: str) -> str:
    """The digits, in their order."""
    return "".join(sign for sign in words if sign in DIGITS)


@pytest.mark.parametrize(
    ("typed", "dialled", "shown", "label"),
    [
        ("24h: 912 345 678", "912345678", "912 345 678", "24h"),
        ("Ward 12: 020 7946 0958", "02079460958", "020 7946 0958", "Ward 12"),
        ("912 345 678 (24h)", "912345678", "912 345 678", "24h"),
        ("(555) 123-4567 (24/7)", "5551234567", "555 123 4567", "24/7"),
        ("1 800 CALL NOW", "18002255669", "1 800 2255 669", "1 800 CALL NOW"),
        ("555 0142 ext 3", "5550142,3", "555 0142 ext.\u00a03", ""),
        ("+34 912 345 678", "+34912345678", "+34 912 345 678", ""),
        ("٩١٢ ٣٤٥ ٦٧٨", "912345678", "912 345 678", ""),
        ("۹۱۲ ۳۴۵ ۶۷۸", "912345678", "912 345 678", ""),
        ("٢٤ ساعة: ٩١٢ ٣٤٥ ٦٧٨", "912345678", "912 345 678", "٢٤ ساعة"),
        ("Ward: +44 (0)20 7946 0000", "+442079460000", "+44 20 7946 0000", "Ward"),
        ("Mo-Fr 8:00-17:00, 912 345 678", "912345678", "912 345 678", "Mo-Fr 8:00-17:00"),
        ("8-17: 912 345 678", "912345678", "912 345 678", "8-17"),
        ("24h 912 345 678", "912345678", "912 345 678", "24h"),
        ("Line 2: 912 345 678", "912345678", "912 345 678", "Line 2"),
        ("tel:+34912345678", "+34912345678", "+34 912 345 678", "tel"),
        ("+12125550142", "+12125550142", "+1 212 555 0142", ""),
        ("5550142", "5550142", "555 0142", ""),
        ("112 (24h)", "112", "112", "24h"),
        ("112", "112", "112", ""),
        ("15", "15", "15", ""),
        ("116 123", "116123", "116 123", ""),
        ("*4141", "*4141", "*4141", ""),
        ("*31#600", "*31%23600", "*31#600", ""),
        ("(555) 010-9999", "5550109999", "555 010 9999", ""),
        ("+٣٤ ٦٠٠", "+34600", "+34 600", ""),
        ("\uff0b34 600", "+34600", "+34 600", ""),
        ("(+34) 600", "+34600", "+34 600", ""),
        ("\u2066+34 600\u2069", "+34600", "+34 600", ""),
        ("030/1234", "0301234", "030 1234", ""),
        ("+49 30 / 1234", "+49301234", "+49 30 1234", ""),
        ("+49 30/1234567", "+49301234567", "+49 30 123 4567", ""),
        ("06-12-34-56-78", "0612345678", "06 12 34 56 78", ""),
        ("600 000 001 ext. 7", "600000001,7", "600 000 001 ext.\u00a07", ""),
        ("600-000-001-EXT7", "600000001,7", "600 000 001 ext.\u00a07", ""),
        ("600000001x7", "600000001,7", "600 000 001 ext.\u00a07", ""),
        ("555 0142 (ext 3)", "5550142,3", "555 0142 ext.\u00a03", ""),
        ("600111222,3", "600111222,3", "600 111 222 ext.\u00a03", ""),
        ("600111222,,1,2", "600111222,,1,2", "600 111 222 ext.\u00a0,1,2", ""),
        ("٥٥٥ ٠١٤٢ تحويلة ٣", "5550142,3", "555 0142 ext.\u00a03", ""),
        ("1-800-4-CANCER", "18004226237", "1 800 4 226237", "1-800-4-CANCER"),
        ("0800-HELP", "08004357", "0800 4357", "0800-HELP"),
    ],
)
def test_one_number_is_told_from_the_words_around_it(
    typed: str, dialled: str, shown: str, label: str
) -> None:
    found = read(typed)
    assert found.certain
    (only,) = found.candidates
    assert (only.number.dialled, only.number.shown, only.label) == (dialled, shown, label)


@pytest.mark.parametrize(
    ("typed", "candidates"),
    [
        ("912 345 678 / 913 111 222", ["912345678", "913111222"]),
        ("912 345 678 - 913 111 222", ["912345678", "913111222"]),
        ("912 345 678\n913 111 222", ["912345678", "913111222"]),
        ("600 111 222 600 333 444", ["600111222", "600333444"]),
        ("600 000 001, or 600 000 002", ["600000001", "600000002"]),
        ("112 / 911", ["112", "911"]),
        ("112/911", ["112", "911"]),
        ("112, 911", ["112", "911"]),
        ("112 911", ["112", "911", "112911"]),
        ("112,15", ["112", "15"]),
        ("15 or 112", ["15", "112"]),
        ("600111222,911", ["600111222", "600111222,911", "911"]),
        ("+34 600 111 222/3", ["+34600111222"]),
        ("8-17 912 345 678", ["817912345678", "912345678"]),
        ("912 345 678 8-17", ["912345678", "912345678817"]),
        ("Ward 12 020 7946 0958", ["02079460958", "1202079460958"]),
        ("912 345 678 3rd floor", ["912345678", "9123456783"]),
        ("Room 214: 020 7946 0958", ["02079460958", "214"]),
        ("555 0142 #3", ["5550142"]),
        ("555 - 1234", ["1234", "555", "5551234"]),
        ("555 TAXI", ["555", "5558294"]),
        ("1 800 call now", ["18002255669"]),
        ("061 URGENCIAS", ["061"]),
        ("SAMU 15", ["15"]),
        ("room 214", ["214"]),
    ],
)
def test_what_may_mean_several_numbers_is_not_certain(typed: str, candidates: list[str]) -> None:
    found = read(typed)
    assert not found.certain
    assert {one.number.dialled for one in found.candidates} == set(candidates)


@pytest.mark.parametrize(
    ("typed", "apart"),
    [("912 345 678 / 913 111 222", True), ("8-17 912 345 678", False), ("SAMU 15", False)],
)
def test_only_several_numbers_that_are_no_parts_of_each_other_stand_apart(
    typed: str, apart: bool
) -> None:
    assert read(typed).apart is apart


@pytest.mark.parametrize(
    "typed", ["", "ask at the desk", "room 7", "1", "+", "9" * 16, "912 345 678 " * 50]
)
def test_what_no_telephone_dials_has_no_number(typed: str) -> None:
    assert read(typed).candidates == ()


hour = st.integers(0, 24).map(str)
clock = st.builds("{}:{:02}".format, hour, st.integers(0, 59))
time_word = st.sampled_from(["h", " h", " hours", " am", "pm", " horas", " ساعة", " صباحا"])
between = st.sampled_from(["-", " - ", "\u2013", " to ", " a ", " hasta ", " إلى "])
one_time = st.one_of(clock, st.builds(str.__add__, hour, time_word))
one_range = st.tuples(st.one_of(hour, clock), between, st.one_of(hour, clock)).map("".join)
hours = st.one_of(st.sampled_from(["24/7", "24x7", "24h", "24/7/365"]), one_time, one_range)
several = st.lists(hours, min_size=1, max_size=3).map(", ".join)


@given(several)
def test_hours_alone_are_no_number(typed: str) -> None:
    assert read(typed).candidates == ()


@given(
    several, st.sampled_from(["912 345 678", "020 7946 0958", "+1 555 123 4567", "(555) 123-4567"])
)
def test_hours_before_a_number_leave_it_as_it_is(open_at: str, number: str) -> None:
    assert read(f"{open_at}: {number}").candidates[0].number.keys == digits_and_plus(number)


def digits_and_plus(number: str) -> str:
    """The keys of a number."""
    return ("+" if number.startswith("+") else "") + digits(number)


written = st.one_of(
    st.text(), st.text("0123456789 ()-/+*#,.:;~\nxhaEXTtoWard٣۴", max_size=30), several
)


@given(written)
def test_what_is_dialled_are_the_digits_that_are_shown(typed: str) -> None:
    for one in read(typed).candidates:
        assert digits(one.number.address.replace("%23", "#")) == digits(one.number.shown)


@given(written)
def test_the_digits_that_are_shown_are_those_that_were_typed(typed: str) -> None:
    """In their order: no digit is made up, and none moves. Letters of a keypad are not typed here."""
    plain = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in typed)
    for one in read(typed).candidates:
        if not any(sign.isupper() for sign in plain):
            rest = iter(digits(plain))
            assert all(digit in rest for digit in digits(one.number.shown))


@given(written)
def test_what_is_shown_reads_as_the_same_number(typed: str) -> None:
    for one in read(typed).candidates:
        assert CardNumber.of(one.number.shown) == CardNumber("", one.number)


@given(st.from_regex(r"\+?[0-9]{7,15}", fullmatch=True))
def test_a_bare_number_is_certain_and_dialled_as_it_is(typed: str) -> None:
    found = read(typed)
    assert found.certain
    assert found.candidates[0].number == PhoneNumber(found.candidates[0].number.grouped)
    assert found.candidates[0].number.keys == typed


@given(written)
def test_what_is_not_certain_is_kept_whole(typed: str) -> None:
    kept = CardNumber.of(typed)
    if kept.number is None:
        assert kept.words == typed.strip()
        assert kept.reading == read(typed)


def test_nothing_written_is_lost_beside_a_certain_number() -> None:
    assert CardNumber.of("Ward 12, nights: 020 7946 0958").text == "Ward 12, nights: 020 7946 0958"
