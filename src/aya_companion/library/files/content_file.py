"""Files of the content folder: read as text, or as tables of texts with a closed list of keys."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from aya_companion.library.errors import PageError


def read_text(file: Path, name: str) -> str:
    """The text of a file. ``name`` is what complaints call it. Raises PageError."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise PageError(
            name, 1, None, "The file is not written in UTF-8.", "Save it again as UTF-8."
        ) from error
    except OSError as error:
        raise PageError(
            name, 1, None, f"The file cannot be read: {error.strerror}.", "Put it back."
        ) from error


def read_toml(text: str, name: str) -> dict[str, Any]:
    """The values of a TOML file. Raises PageError with the line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, reason = toml_problem(error, text)
        raise PageError(
            name, line, None, f"The file cannot be read: {reason}.", "Mend this line."
        ) from error


def toml_problem(error: tomllib.TOMLDecodeError, text: str) -> tuple[int, str]:
    """The line of a TOML error (the last one when the end came too early), and its reason."""
    place = re.search(r"\(at line (\d+), column \d+\)", str(error))
    line = int(place[1]) if place else text.count("\n") + 1
    return line, re.sub(r"\s*\(at .*\)", "", str(error))


def read_tables(
    text: str, name: str, keys: Mapping[str, type]
) -> tuple[dict[str, dict[str, Any]], tuple[PageError, ...]]:
    """Each table of a file by its name, and what was wrong with those left out.

    ``keys`` are the keys each table must have, no more and no fewer, and what each holds.
    """
    try:
        tables = read_toml(text, name)
    except PageError as error:
        return {}, (error,)
    good: dict[str, dict[str, Any]] = {}
    problems = []
    for table_name, table in tables.items():
        problem = _problem_with(table, keys)
        if problem:
            line = line_of_table(text, table_name)
            problems.append(PageError(name, line, table_name, *problem))
        else:
            good[table_name] = table
    return good, tuple(problems)


def line_of_table(text: str, table_name: str) -> int:
    """The line on which ``[table_name]`` stands; 1 when it does not."""
    for number, line in enumerate(text.split("\n"), start=1):
        if re.match(rf"\[?\s*[\"']?{re.escape(table_name)}[\"']?\s*[\]=]", line.strip()):
            return number
    return 1


def _problem_with(table: object, keys: Mapping[str, type]) -> tuple[str, str] | None:
    if not isinstance(table, dict):
        return "This is not a table.", "Begin it with its name between [ and ]."
    for key in table:
        if key not in keys:
            return f"The key {key!r} is not known here.", f"Use: {', '.join(keys)}."
    for key, kind in keys.items():
        if key not in table:
            return f"The key {key!r} is missing.", "Add it; every key is required."
        if type(table[key]) is not kind:
            kinds = {str: "a text", int: "a number", date: "a date", list: "a list"}
            return f"The value of {key!r} is not {kinds[kind]}.", "Write it so."
    return None
