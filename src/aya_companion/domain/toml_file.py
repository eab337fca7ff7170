"""TOML files read by a table of their keys: what each key holds, and whether it may be left out.

A kind of file declares its table and reads itself with one of the three readers here. What does not
fit is left out, and a fault says where it stands and how to mend it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Set
from datetime import date
from typing import Any, NamedTuple


class Fault(NamedTuple):
    """What is wrong in a file: on which line, with which key, and what to do."""

    line: int
    key: str | None
    problem: str
    what_to_do: str


Wrong = tuple[str, str]
"""What is wrong with a value, and what to do."""

Check = Callable[[Any], Wrong | None]
"""Says what is wrong with a value; None when it is right."""


class Key(NamedTuple):
    """What a key holds, and whether it must be there."""

    check: Check
    required: bool = True


Keys = Mapping[str, Key]
Faults = tuple[Fault, ...]

NOT_UTF8 = Fault(1, None, "The file is not written in UTF-8.", "Save it again as UTF-8.")


def read_toml(text: str) -> tuple[dict[str, Any], Faults]:
    """Whatever a file holds; nothing when it is no TOML."""
    try:
        return tomllib.loads(text), ()
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column \d+\)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        reason = re.sub(r"\s*\(at .*\)", "", str(error))
        problem = f"The file cannot be read: {reason}."
        return {}, (Fault(line, None, problem, 'Mend this line; a key is: key = "value".'),)


def read_keys(text: str, keys: Keys) -> tuple[dict[str, Any], Faults]:
    """A file that is one table; nothing when a key of it is wrong."""
    values, faults = read_toml(text)
    faults = faults or _faults_in(values, keys, _Place(text))
    return ({} if faults else values), faults


def read_tables(text: str, keys: Keys) -> tuple[dict[str, dict[str, Any]], Faults]:
    """A file of tables with names of their own, all with the same keys; wrong ones left out."""
    tables, faults = read_toml(text)
    good = {}
    for name, table in tables.items():
        found = _faults_of(table, keys, _Place(text, name, line_of(text, name)))
        faults += found
        if not found:
            good[name] = table
    return good, faults


def read_rows(text: str, name: str, keys: Keys) -> tuple[list[dict[str, Any]], Faults]:
    """A file of ``[[name]]`` tables alone, all with the same keys; wrong ones left out."""
    values, faults = read_toml(text)
    if not faults:
        faults = _faults_in(values, {name: Key(_rows)}, _Place(text))
    rows = values.get(name)
    good = []
    lines = [n for n, line in enumerate(text.split("\n"), 1) if _begins(line, name)]
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        line = lines[number] if number < len(lines) else 1
        found = _faults_of(row, keys, _Place(text, name, line))
        faults += found
        if not found:
            good.append(row)
    return good, faults


def read_texts(text: str) -> tuple[dict[str, str], Faults]:
    """A file of texts under names of their own; wrong ones left out."""
    values, faults = read_toml(text)
    keys = dict.fromkeys(values, Key(a_text))
    found = {key: _faults_in({key: values[key]}, {key: keys[key]}, _Place(text)) for key in values}
    good = {key: values[key] for key in values if not found[key]}
    return good, faults + tuple(fault for each in found.values() for fault in each)


def line_of(text: str, key: str, after: int = 0) -> int:
    """The first line behind ``after`` on which a key or table stands; else ``after``, or 1."""
    lines = enumerate(text.split("\n"), start=1)
    return next((n for n, line in lines if n > after and _begins(line, key)), max(after, 1))


def a_text(value: object) -> Wrong | None:
    """Checks for words."""
    wrong = any_text(value)
    return wrong or (None if str(value).strip() else ("This is empty.", "Fill it in."))


def any_text(value: object) -> Wrong | None:
    """Checks for words, or none."""
    good = isinstance(value, str)
    return None if good else ("This is not a text.", "Put it between quotation marks.")


def a_day(value: object) -> Wrong | None:
    """Checks for a date without time."""
    good = type(value) is date
    return None if good else ("This is not a date.", "Write it without quotes: 2026-11-22.")


def a_number(value: object) -> Wrong | None:
    """Checks for a whole number."""
    good = type(value) is int
    return None if good else ("This is not a whole number.", "Write it without quotes: 2026.")


def yes_or_no(value: object) -> Wrong | None:
    """Checks for true or false."""
    return None if type(value) is bool else ("This is not true or false.", "Write one of them.")


def texts(value: object) -> Wrong | None:
    """Checks for a list of texts, perhaps an empty list."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return "This is not a list of texts.", 'Write it as: ["one", "two"], or [].'
    empty = any(not item.strip() for item in value)
    return ("One of the texts is empty.", "Take it out.") if empty else None


def one_of(allowed: Set[str]) -> Check:
    """Checks for one of these texts."""

    def check(value: object) -> Wrong | None:
        wrong = a_text(value)
        if wrong or value in allowed:
            return wrong
        return f"{value!r} is not known.", f"Use: {', '.join(sorted(allowed))}."

    return check


def names(allowed: Set[str] | None = None, least: int = 0, most: int | None = None) -> Check:
    """Checks for a list in which each of these texts, or of any, stands once at most."""

    def check(value: Any) -> Wrong | None:
        wrong = texts(value)
        if wrong:
            return wrong
        for item in value:
            if allowed is not None and item not in allowed:
                return f"{item!r} is not known.", f"Use: {', '.join(sorted(allowed))}."
            if value.count(item) > 1:
                return f"{item!r} stands here twice.", "Take one out."
        if len(value) < least or (most is not None and len(value) > most):
            wanted = f"at least {least}" if most is None else f"{least} to {most}"
            return f"There are {len(value)} of them.", f"Name {wanted}."
        return None

    return check


class _Place(NamedTuple):
    """A table of a file: its name, "" for the file itself, and the line on which it begins."""

    text: str
    name: str = ""
    line: int = 0

    def fault(self, key: str, wrong: Wrong) -> Fault:
        """What is wrong with a key of the table."""
        called = f"{self.name}.{key}" if self.name else key
        return Fault(line_of(self.text, key, self.line), called, *wrong)


def _faults_of(table: object, keys: Keys, place: _Place) -> Faults:
    if isinstance(table, dict):
        return _faults_in(table, keys, place)
    what_to_do = "Begin it with its name between [ and ]."
    return (Fault(place.line, place.name, "This is not a table.", what_to_do),)


def _faults_in(table: Mapping[str, Any], keys: Keys, place: _Place) -> Faults:
    """The first thing that is wrong with a table: one mistake often makes others."""
    for key in table:
        if key not in keys:
            return (place.fault(key, (f"The key {key!r} is not known here.", _use(keys))),)
    for key, (_, required) in keys.items():
        if required and key not in table:
            called = f"{place.name}.{key}" if place.name else key
            problem = f"The key {key!r} is missing."
            return (Fault(max(place.line, 1), called, problem, "Add it; it is required."),)
    for key, value in table.items():
        wrong = keys[key].check(value)
        if wrong:
            return (place.fault(key, wrong),)
    return ()


def _use(keys: Keys) -> str:
    return f"Take it out, or use one of: {', '.join(keys)}."


def _rows(value: object) -> Wrong | None:
    good = isinstance(value, list)
    return None if good else ("This is not a list of tables.", "Begin each with [[ and ]].")


def _begins(line: str, key: str) -> bool:
    return bool(re.match(rf"\s*\[{{0,2}}\s*[\"']?{re.escape(key)}[\"']?\s*[=.\]]", line))
