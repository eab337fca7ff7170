"""The statements of the article about the ASH 2026 guidelines; each is explained by a page."""

from __future__ import annotations

from dataclasses import dataclass

from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import read_tables


@dataclass(frozen=True)
class Statement:
    """One statement: what it says in short, and of which kind it is (recommendation, gap...)."""

    id: str
    gist: str
    kind: str


def read_statements(text: str, name: str) -> tuple[tuple[Statement, ...], tuple[PageError, ...]]:
    """The statements of statements.toml in order, and what was wrong with the ones left out."""
    tables, problems = read_tables(text, name, {"gist": str, "kind": str})
    return tuple(Statement(code, **table) for code, table in tables.items()), problems
