"""The shelf: every page, word and source, found by name and language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from aya_companion.library.errors import (
    PageError,
    PageNotFoundError,
    SourceNotFoundError,
    TermNotFoundError,
)
from aya_companion.library.files.folder import TOPICS, FolderSource, languages_of, read_catalog
from aya_companion.library.files.front_matter import SOURCE_LANGUAGE
from aya_companion.library.files.prepared import PreparedVolume, is_prepared, read_prepared_catalog
from aya_companion.library.folding import fold
from aya_companion.library.glossary import Term
from aya_companion.library.language_source import Catalog, LanguageSource
from aya_companion.library.packs import Pack
from aya_companion.library.page import Page, PageQuestion
from aya_companion.library.search.search import Answers, open_index, search
from aya_companion.library.sections import Section
from aya_companion.library.sources import Source
from aya_companion.library.statements import Statement
from aya_companion.library.traversal import questions_of, terms_used


class Shelf:
    """The library in all its languages.

    What has no translation is given in English, page by page and word by word; ``language`` of
    what comes back says so. A broken page is left out, named in ``problems``, and stops nothing.
    """

    def __init__(self, catalog: Catalog, language_sources: Mapping[str, LanguageSource]) -> None:
        """``language_sources`` by language, in the order in which ``languages`` gives them."""
        self.catalog = catalog
        self.language_sources = dict(language_sources)
        order = [page_id for section in catalog.sections for page_id in section.pages]
        self._order = {page_id: place for place, page_id in enumerate(order)}

    @classmethod
    def from_folder(cls, content: Path) -> Shelf:
        """A shelf read from a content folder, page by page as they are asked for."""
        languages = _source_language_first(languages_of(content))
        return cls(read_catalog(content), {lang: FolderSource(content, lang) for lang in languages})

    @classmethod
    def from_prepared(cls, folder: Path) -> Shelf:
        """A shelf read from prepared files. Raises PreparedLibraryError when they are damaged."""
        catalog, languages = read_prepared_catalog(folder)
        languages = _source_language_first(languages)
        return cls(catalog, {lang: PreparedVolume(folder, lang) for lang in languages})

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have pages, English first."""
        return tuple(
            lang
            for lang, language_source in self.language_sources.items()
            if language_source.page_ids
        )

    @property
    def problems(self) -> tuple[PageError, ...]:
        """Everything that is broken. Reads every page in every language."""
        found = self.catalog.problems
        for language_source in self.language_sources.values():
            found += language_source.problems
        return found

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of the article about the guidelines."""
        return self.catalog.statements

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source, in the order of sources.toml."""
        return tuple(self.catalog.sources.values())

    def source(self, code: str) -> Source:
        """The source with this code. Raises SourceNotFoundError."""
        try:
            return self.catalog.sources[code]
        except KeyError as error:
            raise SourceNotFoundError(f"no source {code!r} in sources.toml") from error

    def has(self, page_id: str) -> bool:
        """Whether there is a page with this id in any language."""
        return any(
            language_source.page(page_id) for language_source in self.language_sources.values()
        )

    def find(self, page_id: str, language: str) -> Page | None:
        """The page in this language, or in English; None where there is none that can be shown."""
        pages = (language_source.page(page_id) for language_source in self._preferred(language))
        return next((page for page in pages if page), None)

    def page(self, page_id: str, language: str) -> Page:
        """The page in this language, or in English. Raises PageNotFoundError."""
        page = self.find(page_id, language)
        if page is None:
            raise PageNotFoundError(f"no page {page_id!r} in {language!r} or English")
        return page

    def problem_of(self, page_id: str, language: str) -> PageError | None:
        """What is broken about a page that ``find`` does not give; None when there is no such page."""
        for language_source in self._preferred(language):
            if page_id in language_source.page_ids:
                file = f"/{TOPICS}/{page_id}.md"
                return next(
                    (each for each in language_source.problems if each.path.endswith(file)), None
                )
        return None

    def pages(self, language: str) -> tuple[Page, ...]:
        """Every page in this language or in English, in the order of the sections."""
        ids = {
            page_id
            for language_source in self._preferred(language)
            for page_id in language_source.page_ids
        }
        found = (self.find(page_id, language) for page_id in sorted(ids, key=self._place))
        return tuple(page for page in found if page)

    def sections(self, language: str) -> tuple[Section, ...]:
        """The sections that have pages, with their names in this language or in English."""
        names: dict[str, str] = {}
        for language_source in reversed(self._preferred(language)):
            names.update(language_source.section_names)
        found = (
            Section(
                section.id,
                names.get(section.id, section.id),
                tuple(page for page in section.pages if self.find(page, language)),
            )
            for section in self.catalog.sections
        )
        return tuple(section for section in found if section.pages)

    def for_stop(self, stop: str, language: str) -> tuple[Page, ...]:
        """The pages that fit a place on the map, those made for fewest places first."""
        fitting = (page for page in self.pages(language) if stop in page.phases)
        return tuple(sorted(fitting, key=lambda page: len(page.phases)))

    def term(self, term_id: str, language: str) -> Term:
        """A word of the glossary in this language, or in English. Raises TermNotFoundError."""
        for language_source in self._preferred(language):
            if term_id in language_source.terms:
                return language_source.terms[term_id]
        raise TermNotFoundError(f"no word {term_id!r} in {language!r} or English")

    def terms(self, language: str) -> tuple[Term, ...]:
        """Every word of the glossary in this language or in English, from A to Z."""
        found: dict[str, Term] = {}
        for language_source in reversed(self._preferred(language)):
            found.update(language_source.terms)
        return tuple(sorted(found.values(), key=lambda term: (fold(term.term), term.id)))

    def terms_with(self, typed: str, language: str) -> tuple[Term, ...]:
        """The words of the glossary that hold what was typed, or whose meaning does, from A to Z."""
        wanted = fold(typed.strip())
        return tuple(
            term for term in self.terms(language) if wanted in fold(f"{term.term} {term.meaning}")
        )

    def terms_on(self, page: Page) -> tuple[Term, ...]:
        """The words a page links to, in order of first use; ids the glossary lacks are left out."""
        known = {term.id: term for term in self.terms(page.language)}
        return tuple(known[term_id] for term_id in terms_used(page.blocks) if term_id in known)

    def pages_using(self, term_id: str, language: str) -> tuple[Page, ...]:
        """The pages that link to a word, in the order of the sections."""
        return tuple(page for page in self.pages(language) if term_id in terms_used(page.blocks))

    def search(self, typed: str, language: str) -> Answers:
        """The answers to what was typed, in this language and, where too few, in English."""
        return search(typed, language, self.language_sources)

    def open_search(self, language: str) -> None:
        """Have everything a search in this language needs in memory, so that the first is quick."""
        for language_source in self._preferred(language):
            open_index(language_source.index)

    def question(self, question_id: str, language: str) -> PageQuestion | None:
        """A page's question in this language or in English; None when no page has it."""
        page_id = self.page_of_question(question_id)
        if page_id is None:
            return None
        for language_source in self._preferred(language):
            page = language_source.page(page_id)
            for question in questions_of(page) if page else ():
                if question.id == question_id:
                    return question
        return None

    def page_of_question(self, question_id: str) -> str | None:
        """The id of the page a question is on; a question's name begins with its page's id."""
        parts = question_id.split("-")
        for length in range(len(parts) - 1, 0, -1):
            page_id = "-".join(parts[:length])
            pages = (
                language_source.page(page_id) for language_source in self.language_sources.values()
            )
            for page in pages:
                if page and any(question.id == question_id for question in questions_of(page)):
                    return page_id
        return None

    def pack(self, pack_id: str, language: str) -> Pack:
        """The pack in this language, or in English. Raises PageNotFoundError."""
        for language_source in self._preferred(language):
            if pack_id in language_source.packs:
                return language_source.packs[pack_id]
        raise PageNotFoundError(f"no pack {pack_id!r} in {language!r} or English")

    def pack_into(self, stop: str, language: str) -> Pack | None:
        """The pack that leads into a place on the map; None when there is none."""
        for language_source in self._preferred(language):
            for pack in language_source.packs.values():
                if pack.stop == stop:
                    return pack
        return None

    def _preferred(self, language: str) -> tuple[LanguageSource, ...]:
        """What to look into for a language, the best first."""
        wanted = dict.fromkeys((language, SOURCE_LANGUAGE))
        return tuple(
            self.language_sources[lang] for lang in wanted if lang in self.language_sources
        )

    def _place(self, page_id: str) -> tuple[int, str]:
        return self._order.get(page_id, len(self._order)), page_id


def open_shelf(content: Path, prepared: Path | None) -> Shelf:
    """The shelf from prepared files when they are there, otherwise from the content folder.

    Raises PreparedLibraryError when prepared files are there and damaged.
    """
    if prepared is not None and is_prepared(prepared):
        return Shelf.from_prepared(prepared)
    return Shelf.from_folder(content)


def _source_language_first(languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(languages, key=lambda lang: (lang != SOURCE_LANGUAGE, lang)))
