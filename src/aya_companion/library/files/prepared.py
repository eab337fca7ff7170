"""The library as the app ships it: one file per language, parsed beforehand.

``library.json`` holds what is the same in every language, ``<language>.json`` the rest, and
``<language>.search.json`` the search index, read when somebody first searches. A page is made from
its data when it is first asked for.
"""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aya_companion.domain.codec import decode, encode
from aya_companion.domain.errors import UnfitDataError
from aya_companion.library.errors import PageError, PreparedLibraryError
from aya_companion.library.glossary import Term
from aya_companion.library.language_source import Catalog, LanguageSource
from aya_companion.library.packs import Pack
from aya_companion.library.page import Page
from aya_companion.library.search.index import SearchIndex, index_from_data, index_to_data
from aya_companion.library.sections import SectionOrder
from aya_companion.library.sources import Source
from aya_companion.library.statements import Statement

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = 3
"""Changes when files of an earlier app cannot be read any more."""

_CATALOG = "library.json"


def is_prepared(folder: Path) -> bool:
    """Whether a folder holds a prepared library."""
    return (folder / _CATALOG).is_file()


def write_prepared(
    catalog: Catalog, language_sources: Mapping[str, LanguageSource], folder: Path
) -> list[Path]:
    """Write the files; the same library gives the same bytes. Returns what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    common = {
        "languages": list(language_sources),
        "sections": [encode(section) for section in catalog.sections],
        "sources": {code: encode(source) for code, source in catalog.sources.items()},
        "statements": [encode(statement) for statement in catalog.statements],
    }
    written = [_write(folder / _CATALOG, common)]
    for language, language_source in language_sources.items():
        pages = (language_source.page(page_id) for page_id in language_source.page_ids)
        data = {
            "pages": {page.id: encode(page) for page in pages if page},
            "terms": {term_id: encode(term) for term_id, term in language_source.terms.items()},
            "section_names": dict(language_source.section_names),
            "packs": {pack.id: encode(pack) for pack in language_source.packs.values()},
        }
        written.append(_write(folder / f"{language}.json", data))
        index = index_to_data(language_source.index)
        written.append(_write(folder / f"{language}.search.json", {"index": index}))
    return written


def read_prepared_catalog(folder: Path) -> tuple[Catalog, tuple[str, ...]]:
    """What is the same in every language, and the languages. Raises PreparedLibraryError."""
    file = folder / _CATALOG
    data = _read(file)
    try:
        sections = tuple(decode(SectionOrder, section) for section in data["sections"])
        sources = {code: decode(Source, source) for code, source in data["sources"].items()}
        statements = tuple(decode(Statement, statement) for statement in data["statements"])
        return Catalog(sections, sources, statements), tuple(data["languages"])
    except (UnfitDataError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(file) from error


class PreparedVolume:
    """One language of a prepared library."""

    def __init__(self, folder: Path, language: str) -> None:
        self._file = folder / f"{language}.json"
        self._pages: dict[str, Page] = {}

    @property
    def page_ids(self) -> tuple[str, ...]:
        """The pages in the file."""
        return tuple(self._data["pages"])

    @cached_property
    def terms(self) -> dict[str, Term]:
        """The words in the file."""
        try:
            return {code: decode(Term, term) for code, term in self._data["terms"].items()}
        except UnfitDataError as error:
            raise _damaged(self._file) from error

    @cached_property
    def packs(self) -> dict[str, Pack]:
        """The packs in the file."""
        try:
            return {code: decode(Pack, pack) for code, pack in self._data["packs"].items()}
        except UnfitDataError as error:
            raise _damaged(self._file) from error

    @property
    def section_names(self) -> dict[str, str]:
        """The names in the file."""
        names: dict[str, str] = self._data["section_names"]
        return names

    @cached_property
    def index(self) -> SearchIndex:
        """The index in its file. Raises PreparedLibraryError when it is damaged."""
        file = self._file.with_suffix(".search.json")
        data = _read(file)
        try:
            return index_from_data(data["index"])
        except (KeyError, TypeError, ValueError) as error:
            raise _damaged(file) from error

    @property
    def problems(self) -> tuple[PageError, ...]:
        """None: what is broken was left out when the files were made."""
        return ()

    def page(self, page_id: str) -> Page | None:
        """The page made from its data. Raises PreparedLibraryError when the data is damaged."""
        if page_id not in self._pages:
            data = self._data["pages"].get(page_id)
            if data is None:
                return None
            try:
                self._pages[page_id] = decode(Page, data)
            except UnfitDataError as error:
                raise _damaged(self._file) from error
        return self._pages[page_id]

    @cached_property
    def _data(self) -> dict[str, Any]:
        data = _read(self._file)
        parts = ("pages", "terms", "section_names", "packs")
        if not all(isinstance(data.get(key), dict) for key in parts):
            raise _damaged(self._file)
        return data


def _write(file: Path, data: dict[str, Any]) -> Path:
    text = json.dumps({"format": FORMAT, **data}, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def _read(file: Path) -> dict[str, Any]:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged(file) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise _damaged(file)
    return data


def _damaged(file: Path) -> PreparedLibraryError:
    return PreparedLibraryError(
        f"{file}: the prepared library is damaged or of another version; prepare it again"
    )
