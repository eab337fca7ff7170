"""The top of a page, its front matter: TOML between two ``+++`` lines, with a closed list of keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
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
from aya_companion.domain.toml_file import (
    Check,
    Key,
    Keys,
    Wrong,
    a_day,
    a_text,
    any_text,
    line_of,
    names,
)
from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import read_keys
from aya_companion.library.vocabulary import PHASES, SENSITIVE_KINDS, TREATMENTS

SOURCE_LANGUAGE = "en"
"""The language pages are written in first; all others are translations of it."""

FENCE = "+++"

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class SplitPage:
    """A page's file cut in two: the front matter's text, and the body with the line it begins on.

    An empty line stands for the fence above the front matter, so that lines have the file's numbers.
    """

    front: str
    body: str
    body_line: int


def split_page(text: str, path: str) -> SplitPage:
    """The front matter and the body of a page's file. Raises PageError without two fences."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == FENCE]
    if not fences or fences[0] != 0:
        raise PageError(
            path,
            1,
            None,
            "The file does not begin with front matter.",
            f"Begin it with a {FENCE} line.",
        )
    if len(fences) < 2:
        raise PageError(
            path, 1, None, "The front matter has no end.", f"Put a {FENCE} line after its last key."
        )
    end = fences[1]
    return SplitPage("\n".join(["", *lines[1:end]]), "\n".join(lines[end + 1 :]), end + 2)


def read_front_matter(front: str, path: str) -> dict[str, Any]:
    """The checked values of a page's front matter, by key, with lists as tuples.

    ``path`` ends in ``<language>/topics/<id>.md``: the language decides whether the keys of a
    translation are wanted, and the id must be the file's name.
    Raises PageError that names the line and the key.
    """
    return read_front(front, path, "topics", PAGE)


def read_front(front: str, path: str, folder: str, keys: Keys) -> dict[str, Any]:
    """The checked values of a front matter with these keys and those that every one has.

    ``path`` ends in ``<language>/<folder>/<id>.md``. Raises PageError as for a page.
    """
    language = language_of(path, folder)
    wanted = {**COMMON, **keys, **(TRANSLATION if language != SOURCE_LANGUAGE else {})}
    values = read_keys(front, path, wanted)
    stem = PurePosixPath(path).stem
    if values["id"] != stem:
        problem = f"The id {values['id']!r} is not the file's name."
        what_to_do = f"Write {stem!r}, or rename the file."
        raise PageError(path, line_of(front, "id"), "id", problem, what_to_do)
    tuples = {key: tuple(value) for key, value in values.items() if isinstance(value, list)}
    return {"language": language} | values | tuples


def language_of(path: str, folder: str) -> str:
    """The language of a page, from its place: ``content/es/topics/mrd.md`` is ``es``."""
    parts = PurePosixPath(path).parts
    if len(parts) < 3 or parts[-2] != folder:
        raise PageError(
            path,
            1,
            None,
            f"The file is not in a folder of {folder}.",
            f"Put it into content/<language>/{folder}/.",
        )
    return parts[-3]


def _name(value: object) -> Wrong | None:
    if isinstance(value, str) and _NAME.fullmatch(value):
        return None
    return "This is not a name.", "Use small letters, digits and single hyphens."


def _checked(unchecked: str, read: Callable[[str], object], allowed: Set[Checker]) -> Check:
    """Checks for a way to say who checked it, and when."""

    def check(value: Any) -> Wrong | None:
        wrong = a_text(value)
        if wrong:
            return wrong
        try:
            read(value)
        except InvalidRecordError:
            who = ", ".join(each.value for each in Checker if each in allowed)
            return (
                f"{value!r} does not say who checked it, and when.",
                f"Write {unchecked!r} or 'checked by a nurse, 2027-01-31', with one of: {who}.",
            )
        return None

    return check


COMMON: Keys = {
    "id": Key(_name),
    "title": Key(a_text),
    "summary": Key(a_text),
    "written": Key(a_day),
    "review_due": Key(a_day),
    "review": Key(_checked(NOT_REVIEWED, read_review, REVIEWERS)),
}
"""What every front matter has."""

TRANSLATION: Keys = {
    "source_sha": Key(any_text),
    "translation": Key(_checked(MACHINE, read_translation, frozenset(Checker))),
}
"""What the front matter of a translation has besides."""

PAGE: Keys = {
    "section": Key(_name),
    "phases": Key(names(PHASES)),
    "treatments": Key(names(TREATMENTS)),
    "statements": Key(names()),
    "also": Key(names()),
    "sensitive": Key(names(SENSITIVE_KINDS)),
}
"""What the front matter of a page has besides."""
