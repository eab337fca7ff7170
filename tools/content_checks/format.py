"""Files that cannot be read: front matter, boxes, tables of words and sources."""

from __future__ import annotations

from collections.abc import Iterator

from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentLibrary


def check_format(library: ContentLibrary) -> Iterator[Finding]:
    """Everything the library itself complains about."""
    for problem in library.shelf.problems:
        key = f"{problem.key}: " if problem.key else ""
        yield Finding(
            problem.path, problem.line, "format", key + problem.problem, problem.what_to_do
        )
