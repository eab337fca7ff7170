"""The order of the library: sections, and the pages in each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import line_of_table, read_toml


@dataclass(frozen=True)
class Section:
    """A section of the library with its name in one language, and the ids of its pages."""

    id: str
    name: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class SectionOrder:
    """A section as sections.toml has it, in no language."""

    id: str
    pages: tuple[str, ...]


def read_sections(text: str, name: str) -> tuple[tuple[SectionOrder, ...], tuple[PageError, ...]]:
    """The sections of sections.toml in order, and what was wrong with the ones left out."""
    try:
        values = read_toml(text, name)
    except PageError as error:
        return (), (error,)
    found = values.get("section")
    tables: list[Any] = found if isinstance(found, list) else [None]
    good = [table for table in tables if _is_section(table)]
    lines = [line_of_table(text, key) for key in values if key != "section"]
    lines += [_line(text, n) for n, table in enumerate(tables) if not _is_section(table)]
    problems = tuple(
        PageError(
            name,
            line,
            "section",
            "This is not a section.",
            "Write each as [[section]] with an id and a list of pages, and nothing else.",
        )
        for line in lines
    )
    return tuple(SectionOrder(table["id"], tuple(table["pages"])) for table in good), problems


def _line(text: str, place: int) -> int:
    """The line on which the section at this place begins; 1 when it is not written as a table."""
    lines = text.split("\n")
    heads = [n for n, line in enumerate(lines, start=1) if re.match(r"\s*\[\[?\s*section", line)]
    return heads[place] if place < len(heads) else 1


def read_section_names(text: str, name: str) -> tuple[dict[str, str], tuple[PageError, ...]]:
    """The names of the sections in one language by their ids, and what was wrong with others."""
    try:
        values = read_toml(text, name)
    except PageError as error:
        return {}, (error,)
    good = {key: value for key, value in values.items() if isinstance(value, str)}
    problems = tuple(
        PageError(name, line_of_table(text, key), key, "This is not a name.", "Write it as a text.")
        for key in values
        if key not in good
    )
    return good, problems


def _is_section(table: Any) -> bool:
    return (
        isinstance(table, dict)
        and set(table) == {"id", "pages"}
        and isinstance(table["id"], str)
        and isinstance(table["pages"], list)
        and all(isinstance(page, str) for page in table["pages"])
    )
