"""The statements of the article: each explained by a page that says so."""

from __future__ import annotations

from collections.abc import Iterator

from aya_companion.domain.toml_file import line_of
from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentLibrary


def explained(library: ContentLibrary) -> dict[str, list[str]]:
    """Each statement's id with the English pages that explain it."""
    return {
        statement.id: [
            file.page.id for file in library.originals if statement.id in file.page.statements
        ]
        for statement in library.shelf.statements
    }


def check_statements(library: ContentLibrary) -> Iterator[Finding]:
    """No statement is left out, and none is invented."""
    pages = explained(library)
    text = library.text("statements.toml")
    for statement, where in pages.items():
        if not where:
            name = library.name("statements.toml")
            line = line_of(text, statement)
            problem = f"No page explains {statement}."
            yield Finding(
                name, line, "statements", problem, "Explain it and name it in the front matter."
            )
    for file in library.pages:
        for statement in file.page.statements:
            if statement not in pages:
                line = file.line_with("statements =")
                problem = f"There is no statement {statement!r}."
                yield file.finding("statements", line, problem, "See statements.toml.")
