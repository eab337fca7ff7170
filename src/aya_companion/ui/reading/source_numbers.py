"""The numbers that the sources of a page are marked with."""

from __future__ import annotations

from aya_companion.library import page as p
from aya_companion.library.traversal import all_words


def number_sources(page: p.Page) -> dict[str, int]:
    """A number for each source of a page, in order of first use."""
    marks: dict[str, int] = {}
    for words in all_words(page.blocks):
        for part in words:
            if isinstance(part, p.SourceMark):
                marks.setdefault(part.source, len(marks) + 1)
    return marks
