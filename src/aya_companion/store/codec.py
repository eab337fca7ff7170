"""Dataclasses to dictionaries that JSON can hold, and back, by their type hints.

Times are ISO 8601 in UTC, numbers with a decimal point that must stay exact are text, enums are
their values. Every field is written; a field that is missing on reading takes its default.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Hashable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.records import YEARS
from aya_companion.store.errors import UnreadableRecordError

T = TypeVar("T")
Doc = dict[str, Any]
"""One stored record: what JSON holds, nothing else."""


def encode(record: Any) -> Doc:
    """The dictionary of a dataclass. Raises InvalidRecordError for a time without a zone."""
    return {f.name: _plain(getattr(record, f.name)) for f in dataclasses.fields(record)}


def decode(kind: type[T], doc: object) -> T:
    """The dataclass of a dictionary; fields it does not know are passed over.

    Raises UnreadableRecordError naming the kind and what is wrong, never what was written.
    """
    try:
        record: T = _reader(cast(Hashable, kind))(doc)
    except (ValueError, TypeError, LookupError, ArithmeticError, InvalidRecordError) as error:
        # The message of a ValueError quotes the value: only the class may go into a log.
        raise UnreadableRecordError(f"{kind.__name__}: {type(error).__name__}") from None
    return record


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return encode(value)
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise InvalidRecordError("a time without a time zone cannot be kept")
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """The function that reads values of a type."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        (inner,) = (a for a in get_args(kind) if a is not type(None))
        read = _reader(inner)
        return lambda value: None if value is None else read(value)
    if origin is tuple:
        return _tuple_reader(get_args(kind))
    if dataclasses.is_dataclass(kind):
        return _dataclass_reader(kind)
    if kind is datetime:
        return read_moment
    if kind in (date, time):
        return lambda value: kind.fromisoformat(_exactly(str, value))
    if kind is Decimal:
        return lambda value: _finite(Decimal(_exactly(str, value)))
    if kind is float:
        return lambda value: _exactly(float, value) if type(value) is not int else float(value)
    if kind is int:
        return _integer
    if issubclass(kind, StrEnum):
        return lambda value: kind(_exactly(str, value))
    return lambda value: _exactly(kind, value)


def _tuple_reader(args: tuple[Any, ...]) -> Callable[[Any], Any]:
    if args[-1] is Ellipsis:
        read = _reader(args[0])
        return lambda value: tuple(read(item) for item in _exactly(list, value))
    readers = [_reader(arg) for arg in args]
    return lambda value: tuple(
        read(item) for read, item in zip(readers, _exactly(list, value), strict=True)
    )


def _dataclass_reader(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = {f.name: _reader(hints[f.name]) for f in dataclasses.fields(kind)}

    def read(value: Any) -> Any:
        doc = _exactly(dict, value)
        return kind(**{name: read(doc[name]) for name, read in readers.items() if name in doc})

    return read


def _exactly(kind: type[T], value: object) -> T:
    """The value when it is of this very type: True is not a number, "1" is not one either."""
    if type(value) is not kind:
        raise TypeError
    return value


def _integer(value: object) -> int:
    number = _exactly(int, value)
    if abs(number) >= 2**53:  # beyond it, other readers of JSON round
        raise ValueError
    return number


def _finite(value: Decimal) -> Decimal:
    if not value.is_finite():
        raise ValueError
    return value


def read_moment(value: object) -> datetime:
    """The aware moment of an ISO 8601 text, in UTC. Raises ValueError, TypeError, OverflowError."""
    moment = datetime.fromisoformat(_exactly(str, value))
    if moment.tzinfo is None or moment.year not in YEARS:
        raise ValueError
    return moment.astimezone(UTC)
