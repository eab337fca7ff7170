"""The statements of the article about the ASH 2026 guidelines; each is explained by a page."""

from __future__ import annotations

from dataclasses import dataclass

from aya_companion.domain.toml_file import Key, a_text, read_tables
from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import problems_in


@dataclass(frozen=True)
class Statement:
    """One statement: what it says in short, and of which kind it is (recommendation, gap...)."""

    id: str
    gist: str
    kind: str


KEYS = {"gist": Key(a_text), "kind": Key(a_text)}
"""What each statement has."""


def read_statements(text: str, name: str) -> tuple[tuple[Statement, ...], tuple[PageError, ...]]:
    """The statements of statements.toml in order, and what was wrong with the ones left out."""
    tables, faults = read_tables(text, KEYS)
    return tuple(Statement(code, **table) for code, table in tables.items()), problems_in(
        name, faults
    )
