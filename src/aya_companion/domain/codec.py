"""Frozen dataclasses as what JSON can hold, and back, by their type hints.

The one form of all that the app keeps or ships: records in the store, pages in prepared files. Moments
are ISO 8601 in UTC, numbers with a decimal point that must stay exact are texts, enums their values,
tuples lists. A dataclass is an object of all its fields; where it could be one of several it is a pair
instead: its name, and an object of the fields that are not as by default.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache, cached_property
from typing import (
    Any,
    NamedTuple,
    Protocol,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from aya_companion.domain.errors import CompanionError, InvalidRecordError, UnfitDataError
from aya_companion.domain.records import YEARS

T = TypeVar("T")
Doc = dict[str, Any]
"""What JSON holds of a dataclass."""

_LARGEST = 2**53 - 1
"""Beyond it, other readers of JSON round."""


def encode(value: Any) -> Doc:
    """The object of a dataclass. Raises InvalidRecordError for a time without a zone."""
    kind: Any = type(value)
    doc: Doc = _form(kind, True).write(value)
    return doc


def decode(kind: type[T], doc: object, *, unknown_keys: bool = False) -> T:
    """The dataclass that ``encode`` was given; a field that is missing takes its default.

    With ``unknown_keys``, what the dataclass does not know is passed over instead of refused.
    Raises UnfitDataError that names the place and what is wrong, never what was written there.
    """
    try:
        value: T = _form(cast(Any, kind), not unknown_keys).read(doc)
    except UnfitDataError as error:
        raise error.within(kind.__name__) from None
    return value


def read_moment(value: object) -> datetime:
    """The aware moment of an ISO 8601 text, in UTC. Raises UnfitDataError."""
    moment = _parsed(datetime.fromisoformat, value, "a moment")
    if moment.tzinfo is None or moment.year not in YEARS:
        raise UnfitDataError("is a moment without a time zone, or out of reach")
    return moment.astimezone(UTC)


class _Form(Protocol):
    """How values of one kind are written and read."""

    @property
    def write(self) -> Callable[[Any], Any]:
        """Gives what JSON can hold of a value."""

    @property
    def read(self) -> Callable[[Any], Any]:
        """Gives the value again. Raises UnfitDataError."""


class _Simple(NamedTuple):
    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


@cache
def _form(kind: Any, strict: bool) -> _Form:
    """The form of a kind. Raises TypeError for one that has none."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind in _SCALARS:
        return _SCALARS[kind]
    if origin in (Union, types.UnionType):
        members = [each for each in inner if each is not types.NoneType]
        form = _form(members[0], strict) if len(members) == 1 else _one_of(members, strict)
        return form if len(members) == len(inner) else _optional(form)
    if origin is tuple and inner[-1] is Ellipsis:
        return _row(_form(inner[0], strict))
    if origin is tuple:
        return _fixed_row([_form(each, strict) for each in inner])
    if is_dataclass(kind):
        return _Object(kind, strict)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _text_form(str, kind, f"one of: {', '.join(kind)}")
    raise TypeError(f"there is no form for {kind}")


class _Object:
    """A dataclass as an object of its fields."""

    def __init__(self, kind: Any, strict: bool) -> None:
        self._kind = kind
        self._strict = strict

    def write(self, value: Any) -> Doc:
        """All fields."""
        return {key: form.write(getattr(value, key)) for key, form in self._forms.items()}

    def write_changed(self, value: Any) -> Doc:
        """The fields that are not as by default."""
        defaults = {part.name: part.default for part in fields(self._kind)}
        return {
            key: form.write(inner)
            for key, form in self._forms.items()
            if (inner := getattr(value, key)) != defaults[key]
        }

    def read(self, doc: Any) -> Any:
        """The dataclass again. Raises UnfitDataError."""
        if type(doc) is not dict:
            raise UnfitDataError("is not an object")
        readers = self._readers
        values = {}
        key = ""
        try:
            for key, inner in doc.items():
                if key in readers:
                    values[key] = readers[key](inner)
                elif self._strict:
                    raise UnfitDataError("is not known")
        except UnfitDataError as error:
            raise error.within(key) from None
        try:
            return self._kind(**values)
        except (ValueError, TypeError, LookupError, ArithmeticError, CompanionError):
            missing = next((key for key in self._required if key not in values), None)
            if missing:
                raise UnfitDataError("is missing", missing) from None
            # What was raised may quote the value: it may not go into a log.
            raise UnfitDataError("breaks a rule of its kind") from None

    @cached_property
    def _forms(self) -> dict[str, _Form]:
        """The forms of the fields, found late: a block may hold blocks."""
        hints = get_type_hints(self._kind)
        return {part.name: _form(hints[part.name], self._strict) for part in fields(self._kind)}

    @cached_property
    def _readers(self) -> dict[str, Callable[[Any], Any]]:
        return {key: form.read for key, form in self._forms.items()}

    @cached_property
    def _required(self) -> list[str]:
        return [
            part.name
            for part in fields(self._kind)
            if part.default is MISSING and part.default_factory is MISSING
        ]


def _one_of(kinds: Sequence[Any], strict: bool) -> _Form:
    """One of several dataclasses, as a pair of its name and its changed fields."""
    forms = {kind.__name__: _Object(kind, strict) for kind in kinds}

    def write(value: Any) -> list[Any]:
        name = type(value).__name__
        return [name, forms[name].write_changed(value)]

    def read(pair: Any) -> Any:
        try:
            name, doc = pair
            form = forms[name]
        except (TypeError, ValueError, KeyError):
            raise UnfitDataError(f"is not one of: {', '.join(forms)}") from None
        return form.read(doc)

    return _Simple(write, read)


def _optional(form: _Form) -> _Form:
    write, read = form.write, form.read
    return _Simple(
        lambda value: None if value is None else write(value),
        lambda value: None if value is None else read(value),
    )


def _row(item: _Form) -> _Form:
    """A tuple of any length, all of one kind."""
    write, read_item = item.write, item.read

    def read(row: Any) -> tuple[Any, ...]:
        items = _list(row)
        values: list[Any] = []
        try:
            for each in items:
                values.append(read_item(each))
        except UnfitDataError as error:
            raise error.within(f"[{len(values)}]") from None
        return tuple(values)

    return _Simple(lambda row: [write(each) for each in row], read)


def _fixed_row(items: Sequence[_Form]) -> _Form:
    """A tuple with a kind for each place."""

    def read(row: Any) -> tuple[Any, ...]:
        if len(_list(row)) != len(items):
            raise UnfitDataError(f"is not a list of {len(items)}")
        values: list[Any] = []
        try:
            for item, each in zip(items, row, strict=True):
                values.append(item.read(each))
        except UnfitDataError as error:
            raise error.within(f"[{len(values)}]") from None
        return tuple(values)

    return _Simple(
        lambda row: [item.write(each) for item, each in zip(items, row, strict=True)], read
    )


def _exactly(kind: type[T], called: str) -> Callable[[Any], T]:
    """Reads values of this very type: True is not a number, and neither is "1"."""

    def read(value: Any) -> T:
        if type(value) is kind:
            return value
        raise UnfitDataError(f"is not {called}")

    return read


_text = _exactly(str, "a text")
_list = _exactly(list, "a list")
_whole = _exactly(int, "a whole number")
_fraction = _exactly(float, "a number")


def _parsed(parse: Callable[[str], T], value: object, called: str) -> T:
    text = _text(value)
    try:
        return parse(text)
    except (ValueError, ArithmeticError):
        raise UnfitDataError(f"is not {called}") from None  # the cause quotes the text


def _text_form(write: Callable[[Any], str], parse: Callable[[str], Any], called: str) -> _Form:
    """The form of what is spelled as a text."""
    return _Simple(write, lambda value: _parsed(parse, value, called))


def _as_is(value: Any) -> Any:
    return value


def _integer(value: Any) -> int:
    number = _whole(value)
    if abs(number) > _LARGEST:
        raise UnfitDataError("is a number out of reach")
    return number


def _number(value: Any) -> float:
    return float(_integer(value)) if type(value) is int else _fraction(value)


def _finite(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError
    return number


def _moment_text(value: datetime) -> str:
    if value.tzinfo is None:
        raise InvalidRecordError("a time without a time zone cannot be kept")
    return value.astimezone(UTC).isoformat()


_SCALARS: dict[Any, _Form] = {
    str: _Simple(_as_is, _text),
    bool: _Simple(_as_is, _exactly(bool, "true or false")),
    int: _Simple(_as_is, _integer),
    float: _Simple(_as_is, _number),
    Decimal: _text_form(str, _finite, "a decimal number"),
    datetime: _Simple(_moment_text, read_moment),
    date: _text_form(date.isoformat, date.fromisoformat, "a date"),
    time: _text_form(time.isoformat, time.fromisoformat, "a time"),
}
