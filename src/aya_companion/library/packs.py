"""Packs: what changes at a turn of treatment, what to bring, when to call, how it may feel.

A pack is a file like a page, ``<language>/packs/<id>.md``: a card between ``+++`` lines, then four
boxes in this order: ``changes``, ``bring``, ``call-now team``, ``feel``. Its pages and its questions
are those of the library, named in the card, so they come in every language at once.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from aya_companion.domain.treatment_map import Stop
from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import read_text, toml_problem
from aya_companion.library.files.front_matter import (
    SOURCE_LANGUAGE,
    line_of_key,
    problem_with_check,
    split_page,
)
from aya_companion.library.markdown.boxes import read_box
from aya_companion.library.markdown.commonmark import BOX, page_markdown
from aya_companion.library.markdown.parser import text_sha
from aya_companion.library.markdown.plain_blocks import read_list
from aya_companion.library.markdown.position import Position
from aya_companion.library.page import CallNow, ListBlock

PACKS = "packs"
_BOXES = ("changes", "bring", "call-now", "feel")
_POINTS = {"changes": (3, 5), "bring": (2, 6), "feel": (3, 6)}
_PAGES = 3
_QUESTIONS = (3, 5)
_TEXTS = ("id", "title", "summary", "stop", "review")
_LISTS = ("pages", "questions")
_DATES = ("written", "review_due")
_TRANSLATION = ("source_sha", "translation")
_MARKDOWN = page_markdown()


@dataclass(frozen=True, kw_only=True)
class Pack:
    """What helps at one turn of treatment, in one language.

    ``stop`` is the place on the map it leads into; ``pages`` and ``questions`` are ids in the
    library. ``language`` is that of the words: English when there is no translation.
    """

    id: str
    language: str
    title: str
    summary: str
    stop: str
    pages: tuple[str, ...]
    questions: tuple[str, ...]
    changes: ListBlock
    bring: ListBlock
    call: CallNow
    feel: ListBlock
    written: date
    review_due: date
    review: str
    source_sha: str = ""
    translation: str = ""
    text_sha: str = ""


def parse_pack(text: str, path: str) -> Pack:
    """The pack that ``text`` says; ``path`` ends in ``<language>/packs/<id>.md``.

    Raises PageError with the line, the key of the card if one is to blame, and what to do.
    """
    split = split_page(text, path)
    card = _read_front_matter(split.card, path)
    place = Position(path, card["id"], split.body_line)
    nodes = SyntaxTreeNode(_MARKDOWN.parse(split.body)).children
    names = tuple(node.info.split()[0] if node.type == BOX else node.type for node in nodes)
    if names != _BOXES:
        wrong = next((n for n, (a, b) in enumerate(zip(names, _BOXES, strict=False)) if a != b), -1)
        where = place.line(nodes[wrong]) if nodes else split.body_line
        boxes = ", ".join(_BOXES)
        raise PageError(path, where, None, "A pack has four boxes.", f"In this order: {boxes}.")
    changes, bring, call, feel = nodes
    box = read_box(call, place)
    assert isinstance(box, CallNow)
    return Pack(
        **card,
        changes=_points(changes, "changes", place),
        bring=_points(bring, "bring", place),
        call=box,
        feel=_points(feel, "feel", place),
        text_sha=text_sha(card["title"], card["summary"], split.body),
    )


def read_packs(folder: Path, name: str) -> tuple[dict[str, Pack], tuple[PageError, ...]]:
    """The packs of a language's folder by id, and what was wrong with the ones left out.

    ``name`` is what complaints call that folder, such as ``content/es``.
    """
    packs: dict[str, Pack] = {}
    problems: list[PageError] = []
    for file in sorted((folder / PACKS).glob("*.md")):
        path = f"{name}/{PACKS}/{file.name}"
        try:
            pack = parse_pack(read_text(file, path), path)
            packs[pack.id] = pack
        except PageError as error:
            problems.append(error)
    return packs, tuple(problems)


def _points(node: SyntaxTreeNode, name: str, place: Position) -> ListBlock:
    """The one list a box of a pack holds."""
    children = node.children
    if len(children) != 1 or children[0].type != "bullet_list":
        raise place.error(node, f"The box {name!r} holds one list and nothing else.", "Write it.")
    points = read_list(children[0], place)
    least, most = _POINTS[name]
    if not least <= len(points.items) <= most:
        raise place.error(
            node, f"The box {name!r} has {len(points.items)} points.", f"Write {least} to {most}."
        )
    return points


def _read_front_matter(card: str, path: str) -> dict[str, Any]:
    parts = PurePosixPath(path).parts
    if len(parts) < 3 or parts[-2] != PACKS:
        raise PageError(
            path, 1, None, "Not in a folder of packs.", "Put it into <language>/packs/."
        )
    try:
        values = tomllib.loads(card)
    except tomllib.TOMLDecodeError as error:
        line, reason = toml_problem(error, card)
        problem = f"The card cannot be read: {reason}."
        raise PageError(path, line + 1, None, problem, 'Write: key = "value".') from error
    language = parts[-3]
    wanted = (*_TEXTS, *_LISTS, *_DATES, *(_TRANSLATION if language != SOURCE_LANGUAGE else ()))
    for key in {*wanted} ^ {*values}:
        problem = "is missing" if key in wanted else "is not known here"
        line = line_of_key(card, key)
        raise PageError(path, line, key, f"The key {key!r} {problem}.", "Mend the card.")
    for key, value in values.items():
        found = _problem_with(key, value, PurePosixPath(path).stem)
        if found:
            raise PageError(path, line_of_key(card, key), key, *found)
    lists = {key: tuple(values[key]) for key in _LISTS}
    return {**values, **lists, "language": language}


def _problem_with(key: str, value: object, stem: str) -> tuple[str, str] | None:
    """What is wrong with a value of the card and what to do, or None."""
    if key in _DATES:
        good = isinstance(value, date) and not isinstance(value, datetime)
        return None if good else ("This is not a date.", "Write it without quotation marks.")
    if key in _LISTS:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return "This is not a list of texts.", 'Write: ["one", "two"].'
        least, most = (_PAGES, _PAGES) if key == "pages" else _QUESTIONS
        if not least <= len(value) <= most or len(set(value)) != len(value):
            return f"There are {len(value)} of them.", f"Name {least} to {most}, none twice."
        return None
    if not isinstance(value, str) or not (value.strip() or key == "source_sha"):
        return "This is empty or not a text.", "Put it between quotation marks."
    if key in ("review", "translation"):
        return problem_with_check(key, value)
    if key == "id" and (value != stem or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value)):
        return f"The id {value!r} is not the file's name.", f"Write {stem!r}."
    if key == "stop" and value not in frozenset(Stop):
        return f"{value!r} is no place on the map.", f"Use: {', '.join(Stop)}."
    return None
