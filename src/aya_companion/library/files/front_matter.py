"""The card at the top of a page: TOML between two ``+++`` lines, with a closed list of keys."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any

from aya_companion.domain.checked import (
    MACHINE,
    NOT_REVIEWED,
    REVIEWERS,
    Checker,
    read_review,
    read_translation,
)
from aya_companion.domain.errors import InvalidRecordError
from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import toml_problem
from aya_companion.library.vocabulary import PHASES, SENSITIVE_KINDS, TREATMENTS

SOURCE_LANGUAGE = "en"
"""The language pages are written in first; all others are translations of it."""

FENCE = "+++"

_TEXTS = ("id", "title", "summary", "section", "review")
_LISTS: dict[str, Set[str] | None] = {
    "phases": PHASES,
    "treatments": TREATMENTS,
    "statements": None,
    "also": None,
    "sensitive": SENSITIVE_KINDS,
}
_DATES = ("written", "review_due")
_TRANSLATION = ("source_sha", "translation")
_MAY_BE_EMPTY = "source_sha"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class SplitPage:
    """A page's file cut in two: the card's text, and the body with the line it begins on."""

    card: str
    body: str
    body_line: int


def split_page(text: str, path: str) -> SplitPage:
    """The card and the body of a page's file. Raises PageError when the card has no two fences."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == FENCE]
    if not fences or fences[0] != 0:
        raise PageError(
            path, 1, None, "The file does not begin with a card.", f"Begin it with a {FENCE} line."
        )
    if len(fences) < 2:
        raise PageError(
            path, 1, None, "The card has no end.", f"Put a {FENCE} line after its last key."
        )
    end = fences[1]
    return SplitPage("\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2)


def read_front_matter(card: str, path: str) -> dict[str, Any]:
    """The checked values of a card, by key, with lists as tuples.

    ``path`` ends in ``<language>/topics/<id>.md``: the language decides whether the keys of a
    translation are wanted, and the id must be the file's name.
    Raises PageError that names the line and the key.
    """
    try:
        values = tomllib.loads(card)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(error, card, path) from error
    language = language_of(path)
    _check_keys(values, card, path, language)
    checked: dict[str, Any] = {"language": language}
    for key, value in values.items():
        problem = _problem_with(key, value)
        if problem:
            raise PageError(path, line_of_key(card, key), key, *problem)
        checked[key] = tuple(value) if key in _LISTS else value
    stem = PurePosixPath(path).stem
    if checked["id"] != stem:
        raise PageError(
            path,
            line_of_key(card, "id"),
            "id",
            f"The id {checked['id']!r} is not the file's name.",
            f"Write {stem!r}, or rename the file.",
        )
    return checked


def language_of(path: str) -> str:
    """The language of a page, from its place: ``content/es/topics/mrd.md`` is ``es``."""
    parts = PurePosixPath(path).parts
    if len(parts) < 3 or parts[-2] != "topics":
        raise PageError(
            path,
            1,
            None,
            "The file is not in a folder of topics.",
            "Put it into content/<language>/topics/.",
        )
    return parts[-3]


def line_of_key(card: str, key: str) -> int:
    """The line of the file on which the card has this key; 1 when it does not."""
    for number, line in enumerate(card.split("\n"), start=2):
        if re.match(rf"\s*\[{{0,2}}\s*[\"']?{re.escape(key)}[\"']?\s*[=.\]]", line):
            return number
    return 1


def _not_toml(error: tomllib.TOMLDecodeError, card: str, path: str) -> PageError:
    line, reason = toml_problem(error, card)
    return PageError(
        path,
        line + 1,
        None,
        f"The card cannot be read: {reason}.",
        'Write each key as: key = "value".',
    )


def _check_keys(values: dict[str, Any], card: str, path: str, language: str) -> None:
    wanted = (*_TEXTS, *_LISTS, *_DATES)
    if language != SOURCE_LANGUAGE:
        wanted += _TRANSLATION
    for key in values:
        if key not in wanted:
            raise PageError(
                path,
                line_of_key(card, key),
                key,
                f"The key {key!r} is not known here.",
                f"Take it out, or use one of: {', '.join(wanted)}.",
            )
    for key in wanted:
        if key not in values:
            raise PageError(
                path, 1, key, f"The key {key!r} is missing.", "Add it; every key is required."
            )


def _problem_with(key: str, value: object) -> tuple[str, str] | None:
    """What is wrong with a value and what to do, or None."""
    if key in _DATES:
        if isinstance(value, date) and not isinstance(value, datetime):
            return None
        return "This is not a date.", "Write it without quotation marks: 2026-11-22."
    if key in _LISTS:
        return _problem_with_list(value, _LISTS[key])
    if not isinstance(value, str):
        return "This is not a text.", "Put it between quotation marks."
    if not value.strip() and key != _MAY_BE_EMPTY:
        return "This is empty.", "Fill it in."
    if key in ("review", "translation"):
        return problem_with_check(key, value)
    if key in ("id", "section") and not _NAME.fullmatch(value):
        return "This is not a name.", "Use small letters, digits and single hyphens."
    return None


def problem_with_check(key: str, value: str) -> tuple[str, str] | None:
    """What is wrong with ``review`` or ``translation`` and what to do, or None."""
    unchecked, read, allowed = {
        "review": (NOT_REVIEWED, read_review, REVIEWERS),
        "translation": (MACHINE, read_translation, frozenset(Checker)),
    }[key]
    try:
        read(value)
    except InvalidRecordError:
        who = ", ".join(each.value for each in Checker if each in allowed)
        return (
            f"{value!r} does not say who checked it, and when.",
            f"Write {unchecked!r} or 'checked by a nurse, 2027-01-31', with one of: {who}.",
        )
    return None


def _problem_with_list(value: object, allowed: Set[str] | None) -> tuple[str, str] | None:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return "This is not a list of texts.", 'Write it as: ["one", "two"], or [].'
    for item in value:
        if not item.strip():
            return "One of the texts is empty.", "Take it out."
        if allowed is not None and item not in allowed:
            return f"{item!r} is not known.", f"Use: {', '.join(sorted(allowed))}."
        if value.count(item) > 1:
            return f"{item!r} stands here twice.", "Take one out."
    return None
