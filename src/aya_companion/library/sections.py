"""The order of the library: sections, and the pages in each."""

from __future__ import annotations

from dataclasses import dataclass

from aya_companion.domain.toml_file import Key, a_text, read_rows, read_texts, texts
from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import problems_in


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


SECTION = {"id": Key(a_text), "pages": Key(texts)}
"""What each ``[[section]]`` has."""


def read_sections(text: str, name: str) -> tuple[tuple[SectionOrder, ...], tuple[PageError, ...]]:
    """The sections of sections.toml in order, and what was wrong with the ones left out."""
    rows, faults = read_rows(text, "section", SECTION)
    sections = tuple(SectionOrder(row["id"], tuple(row["pages"])) for row in rows)
    return sections, problems_in(name, faults)


def read_section_names(text: str, name: str) -> tuple[dict[str, str], tuple[PageError, ...]]:
    """The names of the sections in one language by their ids, and what was wrong with others."""
    names, faults = read_texts(text)
    return names, problems_in(name, faults)
