"""The library read from the content folder, page by page, as writers keep it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import read_text
from aya_companion.library.glossary import Term, read_glossary
from aya_companion.library.language_source import Catalog
from aya_companion.library.markdown.parser import parse_page
from aya_companion.library.packs import Pack, read_packs
from aya_companion.library.page import Page
from aya_companion.library.search.common_words import read_common_words
from aya_companion.library.search.danger import DangerWords, read_danger
from aya_companion.library.search.index import SearchIndex, make_index
from aya_companion.library.sections import read_section_names, read_sections
from aya_companion.library.sources import read_sources
from aya_companion.library.statements import read_statements

TOPICS = "topics"

T = TypeVar("T")


def languages_of(content: Path) -> tuple[str, ...]:
    """The languages that have a folder, whatever is in it yet, sorted."""
    return tuple(sorted(folder.name for folder in content.glob("*/")))


def read_catalog(content: Path) -> Catalog:
    """Sections, sources and statements of a content folder; what is broken is among its problems."""
    problems: list[PageError] = []

    def text_of(name: str) -> str:
        try:
            return read_text(content / name, f"{content.name}/{name}")
        except PageError as error:
            problems.append(error)
            return ""

    sections, found = read_sections(text_of("sections.toml"), f"{content.name}/sections.toml")
    problems += found
    sources, found = read_sources(text_of("sources.toml"), f"{content.name}/sources.toml")
    problems += found
    statements, found = read_statements(
        text_of("statements.toml"), f"{content.name}/statements.toml"
    )
    problems += found
    return Catalog(sections, sources, statements, tuple(problems))


class FolderSource:
    """One language of a content folder."""

    def __init__(self, content: Path, language: str) -> None:
        self._folder = content / language
        self._name = f"{content.name}/{language}"
        self._language = language
        self._pages: dict[str, Page | PageError] = {}

    @cached_property
    def page_ids(self) -> tuple[str, ...]:
        """The files in the folder of topics."""
        return tuple(sorted(file.stem for file in (self._folder / TOPICS).glob("*.md")))

    @property
    def terms(self) -> dict[str, Term]:
        """The words of glossary.toml."""
        return self._glossary[0]

    @property
    def section_names(self) -> dict[str, str]:
        """The names of section-names.toml."""
        return self._section_names[0]

    @property
    def packs(self) -> dict[str, Pack]:
        """The files in the folder of packs."""
        return self._packs[0]

    @property
    def problems(self) -> tuple[PageError, ...]:
        """Broken pages in order of their ids, then broken packs, words and names."""
        pages = (self._read(page_id) for page_id in self.page_ids)
        broken = tuple(page for page in pages if isinstance(page, PageError))
        lists = (self._glossary, self._section_names, self._danger, self._common_words)
        return broken + self._packs[1] + tuple(each for _, found in lists for each in found)

    @cached_property
    def index(self) -> SearchIndex:
        """Made from every page, word and list of words; reads them all."""
        pages = (self.page(page_id) for page_id in self.page_ids)
        return make_index(
            self._language,
            (page for page in pages if page),
            self.terms.values(),
            self._common_words[0],
            self._every_danger,
        )

    def page(self, page_id: str) -> Page | None:
        """The parsed file of this page."""
        if page_id not in self.page_ids:
            return None
        page = self._read(page_id)
        return page if isinstance(page, Page) else None

    def _read(self, page_id: str) -> Page | PageError:
        if page_id not in self._pages:
            name = f"{self._name}/{TOPICS}/{page_id}.md"
            try:
                text = read_text(self._folder / TOPICS / f"{page_id}.md", name)
                self._pages[page_id] = parse_page(text, name)
            except PageError as error:
                self._pages[page_id] = error
        return self._pages[page_id]

    @cached_property
    def _packs(self) -> tuple[dict[str, Pack], tuple[PageError, ...]]:
        return read_packs(self._folder, self._name)

    @cached_property
    def _glossary(self) -> tuple[dict[str, Term], tuple[PageError, ...]]:
        return self._list("glossary.toml", partial(read_glossary, language=self._language), {})

    @cached_property
    def _section_names(self) -> tuple[dict[str, str], tuple[PageError, ...]]:
        return self._list("section-names.toml", read_section_names, {})

    @cached_property
    def _danger(self) -> tuple[DangerWords, tuple[PageError, ...]]:
        return self._list("danger.toml", read_danger, DangerWords())

    @property
    def _every_danger(self) -> dict[str, DangerWords]:
        """The danger words of every language, whether it has pages yet or not."""
        content = self._folder.parent
        codes = sorted(file.parent.name for file in content.glob("*/danger.toml"))
        return {code: FolderSource(content, code)._danger[0] for code in codes}

    @cached_property
    def _common_words(self) -> tuple[tuple[str, ...], tuple[PageError, ...]]:
        return self._list("common-words.toml", read_common_words, ())

    def _list(
        self, file: str, read: Callable[[str, str], tuple[T, tuple[PageError, ...]]], empty: T
    ) -> tuple[T, tuple[PageError, ...]]:
        """A list of words of this language; ``empty`` while nobody has written it yet."""
        if not (self._folder / file).exists():
            return empty, ()
        name = f"{self._name}/{file}"
        try:
            return read(read_text(self._folder / file, name), name)
        except PageError as error:
            return empty, (error,)
