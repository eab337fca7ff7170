"""What the library holds in one language, and what it holds in none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from aya_companion.library.errors import PageError
from aya_companion.library.glossary import Term
from aya_companion.library.packs import Pack
from aya_companion.library.page import Page
from aya_companion.library.search.index import SearchIndex
from aya_companion.library.sections import SectionOrder
from aya_companion.library.sources import Source
from aya_companion.library.statements import Statement


class LanguageSource(Protocol):
    """Everything in one language, read when it is asked for."""

    @property
    def page_ids(self) -> tuple[str, ...]:
        """The ids of the pages, broken ones included, sorted."""

    @property
    def terms(self) -> Mapping[str, Term]:
        """The glossary by id."""

    @property
    def section_names(self) -> Mapping[str, str]:
        """The names of the sections by id."""

    @property
    def packs(self) -> Mapping[str, Pack]:
        """The packs by id, broken ones left out."""

    @property
    def index(self) -> SearchIndex:
        """The search index of the pages and words."""

    @property
    def problems(self) -> tuple[PageError, ...]:
        """What is broken in this language. Reads every page."""

    def page(self, page_id: str) -> Page | None:
        """The page with this id; None when there is none or it is broken."""


@dataclass(frozen=True)
class Catalog:
    """What is the same in every language."""

    sections: tuple[SectionOrder, ...]
    sources: Mapping[str, Source]
    statements: tuple[Statement, ...]
    problems: tuple[PageError, ...] = ()
