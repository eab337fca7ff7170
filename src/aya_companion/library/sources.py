"""Where the facts come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from aya_companion.domain.toml_file import Key, a_day, a_number, a_text, any_text, read_tables
from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import problems_in

GENERAL_KNOWLEDGE = "K"
"""The code of a fact that has no source yet and waits for a clinician's check."""

KINDS = frozenset(
    {
        "report on the guideline",
        "regulator",
        "study",
        "hospital leaflet",
        "charity or society",
        "professional reference",
        "news",
        "company",
        "copy",
        "other website",
        "general knowledge",
    }
)
"""What a source can be. A ``copy`` is an official text read at another site than its publisher's."""


@dataclass(frozen=True)
class Source:
    """One source. ``year`` 0 and ``where`` "" mean: not known.

    ``grade`` is A (official or primary), B (good secondary) or C (weak), "" for general knowledge;
    ``looked_at`` is the day somebody last read it.
    """

    code: str
    title: str
    publisher: str
    year: int
    where: str
    kind: str
    grade: str
    looked_at: date

    @property
    def is_general_knowledge(self) -> bool:
        """Whether nobody wrote it, so that there is no year, no place and nothing to look at."""
        return self.code == GENERAL_KNOWLEDGE


KEYS = {
    "title": Key(a_text),
    "publisher": Key(any_text),
    "year": Key(a_number),
    "where": Key(any_text),
    "kind": Key(a_text),
    "grade": Key(any_text),
    "looked_at": Key(a_day),
}
"""What each source has."""


def read_sources(text: str, name: str) -> tuple[dict[str, Source], tuple[PageError, ...]]:
    """The sources of sources.toml by their codes, and what was wrong with the ones left out."""
    tables, faults = read_tables(text, KEYS)
    sources = {code: Source(code, **table) for code, table in tables.items()}
    return sources, problems_in(name, faults)
