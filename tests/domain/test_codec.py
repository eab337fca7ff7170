"""What is kept or shipped comes back as it was; what does not fit is named by its place."""

from __future__ import annotations

import json
import types
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aya_companion.domain.care_team import TemperatureUnit
from aya_companion.domain.codec import decode, encode, read_moment
from aya_companion.domain.errors import InvalidRecordError, UnfitDataError
from aya_companion.domain.records import YEARS
from aya_companion.domain.settings import TEXT_SIZES
from aya_companion.library.glossary import Term
from aya_companion.library.packs import Pack
from aya_companion.library.page import Block, Inline, Page
from aya_companion.library.sections import SectionOrder
from aya_companion.library.sources import Source
from aya_companion.library.statements import Statement
from aya_companion.store.schema import RECORDS, SINGLES, Tombstone

KEPT = (*RECORDS.values(), *SINGLES.values(), Tombstone)
SHIPPED = (Page, Pack, Term, Source, SectionOrder, Statement)
PARTS = (*get_args(Block), *get_args(Inline))
DEEP = 4
"""How many tuples stand in one another: enough for words in a list in a box."""

FIRST, LAST = datetime(YEARS.start, 1, 2), datetime(YEARS.stop - 1, 12, 30)
SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip),
    bool: st.booleans(),
    int: st.integers(-(2**53) + 1, 2**53 - 1),
    date: st.dates(FIRST.date(), LAST.date()),
    time: st.times(),
    datetime: st.datetimes(FIRST, LAST, timezones=st.just(UTC)),
}
RULES: dict[str, st.SearchStrategy[Any]] = {
    "zone": st.sampled_from(["Europe/Madrid", "UTC"]),
    "text_size": st.sampled_from(TEXT_SIZES),
    "lock_after_minutes": st.integers(0, 60),
    "reminder_minutes": st.none() | st.integers(0, 60),
    "value": st.decimals(35, 41, places=1),
    "grouped": st.from_regex(r"\+?[0-9]{2,4} [0-9]{3,9}", fullmatch=True),
    "extension": st.from_regex(r"[0-9]{0,4}", fullmatch=True),
    "unit": st.just(TemperatureUnit.CELSIUS),
}
"""Fields that hold less than their type says."""


@cache
def values(kind: Any, deep: int = DEEP) -> Any:
    """Values of a kind, with every field filled."""
    inner = get_args(kind)
    if kind in SCALARS:
        return SCALARS[kind]
    if kind is types.NoneType:
        return st.none()
    if get_origin(kind) in (Union, types.UnionType):
        return st.one_of(*(values(each, deep) for each in inner))
    if get_origin(kind) is tuple and inner[-1] is Ellipsis:
        some = st.lists(values(inner[0], deep - 1), max_size=3) if deep else st.just([])
        return some.map(tuple)
    if get_origin(kind) is tuple:
        return st.tuples(*(values(each, deep) for each in inner))
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        hints = {p.name: hints[p.name] for p in fields(kind)}
        parts = {name: values(hint, deep) for name, hint in hints.items() if name not in RULES}
        return st.builds(kind, **parts, **{name: RULES[name] for name in hints if name in RULES})
    return st.sampled_from(kind)


@pytest.mark.parametrize("kind", [*KEPT, *SHIPPED, *PARTS])
def test_whatever_is_written_comes_back(kind: Any) -> None:
    @settings(max_examples=40, deadline=None)
    @given(values(kind))
    def comes_back(value: Any) -> None:
        assert decode(kind, json.loads(json.dumps(encode(value)))) == value

    comes_back()


class Colour(StrEnum):
    """Two of a kind."""

    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Dot:
    """One of two shapes."""

    x: int
    colour: Colour = Colour.RED


@dataclass(frozen=True)
class Group:
    """The other one, which holds shapes."""

    shapes: tuple[Dot | Group, ...]


@dataclass(frozen=True)
class Sheet:
    """A value of each kind there can be."""

    name: str
    on: bool
    count: int
    size: float
    exact: Decimal
    moment: datetime
    day: date
    hour: time
    colour: Colour
    dot: Dot
    shape: Dot | Group
    maybe: Dot | None
    shapes: tuple[Dot | Group, ...]
    places: tuple[tuple[str, int], ...]
    note: str = ""

    def __post_init__(self) -> None:
        """Raises InvalidRecordError, which quotes what a person wrote."""
        if self.note == "secret":
            raise InvalidRecordError(f"not {self.note}")


DOC: dict[str, Any] = {
    "name": "one",
    "on": True,
    "count": 2,
    "size": 1.5,
    "exact": "38.0",
    "moment": "2026-03-01T08:00:00+00:00",
    "day": "2026-03-01",
    "hour": "08:00:00",
    "colour": "blue",
    "dot": {"x": 1, "colour": "red"},
    "shape": ["Group", {"shapes": [["Dot", {"x": 3}], ["Dot", {"x": 4, "colour": "blue"}]]}],
    "maybe": None,
    "shapes": [["Dot", {"x": 5}]],
    "places": [["here", 6]],
    "note": "",
}
SHEET = Sheet(
    "one",
    True,
    2,
    1.5,
    Decimal("38.0"),
    datetime(2026, 3, 1, 8, tzinfo=UTC),
    date(2026, 3, 1),
    time(8),
    Colour.BLUE,
    Dot(1),
    Group((Dot(3), Dot(4, Colour.BLUE))),
    None,
    (Dot(5),),
    (("here", 6),),
)


def test_every_kind_has_its_form() -> None:
    assert encode(SHEET) == DOC
    assert decode(Sheet, DOC) == SHEET


def test_a_field_that_is_missing_takes_its_default() -> None:
    assert decode(Dot, {"x": 1}) == Dot(1)


def test_a_moment_is_kept_in_utc() -> None:
    madrid = timezone(timedelta(hours=2))
    moment = datetime(2026, 7, 1, 10, tzinfo=madrid)
    assert read_moment(moment.isoformat()).isoformat() == "2026-07-01T08:00:00+00:00"


def test_a_moment_without_a_zone_is_not_kept() -> None:
    with pytest.raises(InvalidRecordError):
        encode(replace(SHEET, moment=datetime(2026, 3, 1)))


def test_a_whole_number_is_a_number() -> None:
    size = decode(Sheet, DOC | {"size": 2}).size
    assert (size, type(size)) == (2.0, float)


MISFITS: list[tuple[str, object, str]] = [
    ("name", 5, "Sheet.name is not a text"),
    ("name", None, "Sheet.name is not a text"),
    ("on", 1, "Sheet.on is not true or false"),
    ("count", True, "Sheet.count is not a whole number"),
    ("count", "2", "Sheet.count is not a whole number"),
    ("count", 2.0, "Sheet.count is not a whole number"),
    ("count", 2**53, "Sheet.count is a number out of reach"),
    ("size", "1.5", "Sheet.size is not a number"),
    ("size", 10**400, "Sheet.size is a number out of reach"),
    ("exact", 38.0, "Sheet.exact is not a text"),
    ("exact", "much", "Sheet.exact is not a decimal number"),
    ("exact", "NaN", "Sheet.exact is not a decimal number"),
    ("moment", "soon", "Sheet.moment is not a moment"),
    (
        "moment",
        "2026-03-01T08:00:00",
        "Sheet.moment is a moment without a time zone, or out of reach",
    ),
    (
        "moment",
        "0001-01-01T00:00:00+14:00",
        "Sheet.moment is a moment without a time zone, or out of reach",
    ),
    ("day", "2026-02-30", "Sheet.day is not a date"),
    ("hour", "25:00", "Sheet.hour is not a time"),
    ("colour", "green", "Sheet.colour is not one of: red, blue"),
    ("colour", [], "Sheet.colour is not a text"),
    ("dot", ["Dot", {"x": 1}], "Sheet.dot is not an object"),
    ("dot", {}, "Sheet.dot.x is missing"),
    ("dot", {"x": 1, "y": 2}, "Sheet.dot.y is not known"),
    ("maybe", {"x": "1"}, "Sheet.maybe.x is not a whole number"),
    ("shape", {"x": 1}, "Sheet.shape is not one of: Dot, Group"),
    ("shape", ["Line", {}], "Sheet.shape is not one of: Dot, Group"),
    ("shape", [[], {}], "Sheet.shape is not one of: Dot, Group"),
    ("shape", 5, "Sheet.shape is not one of: Dot, Group"),
    ("shape", ["Group", {"shapes": [["Dot", {"x": 3}], 5]}], "Sheet.shape.shapes[1] is not one of"),
    ("shapes", "Dot", "Sheet.shapes is not a list"),
    ("shapes", [["Dot", {"x": 1}], ["Dot", {}]], "Sheet.shapes[1].x is missing"),
    ("places", [["a", 1], ["b"]], "Sheet.places[1] is not a list of 2"),
    ("places", [["a", "1"]], "Sheet.places[0][1] is not a whole number"),
    ("note", "secret", "Sheet breaks a rule of its kind"),
]


@pytest.mark.parametrize(("key", "value", "message"), MISFITS)
def test_what_does_not_fit_is_named_by_its_place(key: str, value: object, message: str) -> None:
    """Its own words stay out of the message: they may be private."""
    with pytest.raises(UnfitDataError) as caught:
        decode(Sheet, DOC | {key: value})
    assert str(caught.value).startswith(message)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("doc", [None, [], "Sheet", 5])
def test_a_dataclass_is_read_from_an_object(doc: object) -> None:
    with pytest.raises(UnfitDataError, match=r"^Sheet is not an object$"):
        decode(Sheet, doc)


@pytest.mark.parametrize("key", [key for key in DOC if key != "note"])
def test_a_field_without_default_is_missed_by_name(key: str) -> None:
    with pytest.raises(UnfitDataError, match=rf"^Sheet\.{key} is missing$"):
        decode(Sheet, {name: value for name, value in DOC.items() if name != key})


def test_unknown_keys_are_passed_over_only_where_that_is_said() -> None:
    more = DOC | {"more": 1, "dot": {"x": 1, "y": 2}}
    assert decode(Sheet, more, unknown_keys=True) == SHEET
    with pytest.raises(UnfitDataError, match=r"^Sheet\.dot\.y is not known$"):
        decode(Sheet, DOC | {"dot": {"x": 1, "y": 2}})


def test_a_kind_without_a_form_is_an_error_of_the_program() -> None:
    @dataclass(frozen=True)
    class Odd:
        parts: list[str]

    with pytest.raises(TypeError, match=r"no form for list\[str\]"):
        encode(Odd([]))
