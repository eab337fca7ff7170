"""Everything the checks look at, read once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import read_text, read_toml
from aya_companion.library.files.folder import TOPICS
from aya_companion.library.files.front_matter import SOURCE_LANGUAGE
from aya_companion.library.packs import PACKS, Pack
from aya_companion.library.page import Block, Inlines, Page, plain
from aya_companion.library.shelf import Shelf
from tools.content_checks.finding import Finding

LIMITS = frozenset(
    {
        "sentence_words",
        "paragraph_sentences",
        "list_items",
        "page_words",
        "short_words",
        "meaning_words",
        "key_points",
        "questions",
        "checks",
        "source_days",
    }
)
"""What readability.toml limits; docs/authoring.md and the file itself say how."""

_MARKUP = (
    (re.compile(r"\[\^\w+\]"), ""),
    (re.compile(r"\[([^\]]*)\]\((?:term|topic):[^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]*)\]\{[^}]*\}"), r"\1"),
    (re.compile(r"\*+"), ""),
    (re.compile(r"^\s*(?:[-*>]|\d+\.|#+)\s+(?:\[[ xX]\]\s+)?"), ""),
)


def without_markup(line: str) -> str:
    """A line of a page as it reads: links, marks, stars and list signs taken out."""
    for pattern, replacement in _MARKUP:
        line = pattern.sub(replacement, line)
    return line.strip()


@dataclass(frozen=True)
class ContentFile:
    """What a page or a pack says, and the lines of its file, so that a finding can name its line."""

    name: str
    lines: tuple[str, ...]
    id: str
    language: str
    blocks: tuple[Block, ...]

    def line_of(self, words: str | Inlines) -> int:
        """The line of the text that reads like this; its first one when none does."""
        wanted = (words if isinstance(words, str) else plain(words)).strip()
        body = range(self.body_line, len(self.lines) + 1)
        read = self.plain_lines
        same = (number for number in body if wanted and read[number - 1] == wanted)
        # A paragraph may be written on several lines, and a sentence stands within one.
        like = (number for number in body if wanted and wanted[:40] in read[number - 1])
        return next(same, next(like, self.body_line))

    def line_with(self, text: str) -> int:
        """The first line that holds this text, markup included; 1 when none does."""
        return next((n for n, line in enumerate(self.lines, start=1) if text in line), 1)

    def line_of_word(self, word: str) -> int:
        """The first line of the text on which this whole word reads."""
        whole = re.compile(rf"\b{re.escape(word)}\b")
        for number, line in enumerate(self.plain_lines, start=1):
            if number >= self.body_line and whole.search(line):
                return number
        return self.body_line

    def finding(self, check: str, line: int, problem: str, what_to_do: str) -> Finding:
        """A finding in this file."""
        return Finding(self.name, line, check, problem, what_to_do)

    @cached_property
    def body_line(self) -> int:
        """The first line after the front matter."""
        fences = [n for n, line in enumerate(self.lines, start=1) if line.rstrip() == "+++"]
        return fences[1] + 1

    @cached_property
    def plain_lines(self) -> tuple[str, ...]:
        """Each line of the file as it reads."""
        return tuple(without_markup(line) for line in self.lines)


@dataclass(frozen=True)
class PageFile(ContentFile):
    """A page together with its file."""

    page: Page


@dataclass(frozen=True)
class PackFile(ContentFile):
    """A pack together with its file."""

    pack: Pack


class ContentLibrary:
    """A content folder read for checking, on a given day.

    ``only`` is the id of the one page or pack to check, in every language; "" for all.
    """

    def __init__(self, content: Path, today: date, only: str = "") -> None:
        self.content = content
        self.today = today
        self._only = only
        self.shelf = Shelf.from_folder(content)
        self._settings: dict[str, dict[str, Any]] = {}

    @cached_property
    def pages(self) -> tuple[PageFile, ...]:
        """Every page of every language that can be read."""
        return tuple(
            self._page_file(language, page_id)
            for language, language_source in self.shelf.language_sources.items()
            for page_id in language_source.page_ids
            if self._only in ("", page_id) and language_source.page(page_id)
        )

    @cached_property
    def packs(self) -> tuple[PackFile, ...]:
        """Every pack of every language that can be read."""
        return tuple(
            self._pack_file(f"{language}/{PACKS}/{pack.id}.md", pack)
            for language, language_source in self.shelf.language_sources.items()
            for pack in language_source.packs.values()
            if self._only in ("", pack.id)
        )

    @property
    def files(self) -> tuple[ContentFile, ...]:
        """Every page and pack of every language that can be read."""
        return (*self.pages, *self.packs)

    @property
    def originals(self) -> tuple[PageFile, ...]:
        """The English pages."""
        return tuple(file for file in self.pages if file.page.language == SOURCE_LANGUAGE)

    def original_of(self, page_id: str) -> PageFile | None:
        """The English page with this id."""
        return next((file for file in self.originals if file.page.id == page_id), None)

    def name(self, file: str) -> str:
        """What findings call a file of the content folder."""
        return f"{self.content.name}/{file}"

    @cached_property
    def readability(self) -> dict[str, Any]:
        """readability.toml."""
        return self.settings("readability.toml")

    @property
    def limits(self) -> dict[str, Any]:
        """The limits of readability.toml. Raises PageError when one is missing or unknown."""
        limits: dict[str, Any] = self.readability.get("limits", {})
        for key in sorted(LIMITS ^ set(limits)):
            problem = "is missing" if key in LIMITS else "is not known"
            raise PageError(
                self.name("readability.toml"),
                1,
                "limits",
                f"The limit {key!r} {problem}.",
                f"There are: {', '.join(sorted(LIMITS))}.",
            )
        return limits

    def settings(self, file: str) -> dict[str, Any]:
        """A file of the content folder that steers the checks; empty when it is not there.

        Raises PageError that names the line when it is no TOML.
        """
        if file not in self._settings:
            there = (self.content / file).is_file()
            self._settings[file] = read_toml(self.text(file), self.name(file)) if there else {}
        return self._settings[file]

    def text(self, file: str) -> str:
        """The text of a file of the content folder. Raises PageError when it cannot be read."""
        return read_text(self.content / file, self.name(file))

    def pattern(self, file: str, patterns: Sequence[str], flags: int = 0) -> re.Pattern[str]:
        """Any of the patterns that a steering file lists; nothing matches when it lists none.

        Raises PageError that names the line of the one that is no regular expression.
        """
        for pattern in patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                lines = self.text(file).splitlines()
                # In a TOML text between double quotes a backslash is written twice.
                written = (pattern, pattern.replace("\\", "\\\\"))
                line = next((n for n, x in enumerate(lines, 1) if any(w in x for w in written)), 1)
                problem = f"{pattern!r} is not a regular expression: {error}."
                raise PageError(self.name(file), line, None, problem, "Put it right.") from error
        return re.compile("|".join(f"(?:{each})" for each in patterns) or "(?!)", flags)

    def _page_file(self, language: str, page_id: str) -> PageFile:
        place = f"{language}/{TOPICS}/{page_id}.md"
        page = self.shelf.language_sources[language].page(page_id)
        assert page is not None
        return PageFile(
            self.name(place), self._lines(place), page.id, page.language, page.blocks, page
        )

    def _pack_file(self, place: str, pack: Pack) -> PackFile:
        blocks = (pack.changes, pack.bring, pack.call, pack.feel)
        return PackFile(self.name(place), self._lines(place), pack.id, pack.language, blocks, pack)

    def _lines(self, place: str) -> tuple[str, ...]:
        return tuple(self.text(place).removeprefix("\ufeff").splitlines())
