"""The glossary: words people hear on the ward, in plain language."""

from __future__ import annotations

from dataclasses import dataclass

from aya_companion.domain.toml_file import Key, a_text, any_text, read_tables
from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import problems_in


@dataclass(frozen=True)
class Term:
    """A word of the glossary in one language. ``say`` is "" when it reads as it is written."""

    id: str
    language: str
    term: str
    meaning: str
    say: str


KEYS = {"term": Key(a_text), "meaning": Key(a_text), "say": Key(any_text)}
"""What each word of a glossary has."""


def read_glossary(
    text: str, name: str, language: str
) -> tuple[dict[str, Term], tuple[PageError, ...]]:
    """The words of a glossary file by their ids, and what was wrong with the ones left out."""
    tables, faults = read_tables(text, KEYS)
    terms = {term_id: Term(term_id, language, **table) for term_id, table in tables.items()}
    return terms, problems_in(name, faults)
