"""What can go wrong with a page, said so that a writer who does not program can mend it."""

from __future__ import annotations

from aya_companion.domain.errors import CompanionError


class PageError(CompanionError):
    """A content file is broken at one place.

    ``path`` and ``line`` (counted from 1) say where, ``key`` names the key of the front matter when one is
    to blame, ``problem`` says what is wrong and ``what_to_do`` how to mend it.
    """

    def __init__(
        self, path: str, line: int, key: str | None, problem: str, what_to_do: str
    ) -> None:
        where = f"{path}:{line}" + (f" ({key})" if key else "")
        super().__init__(f"{where}: {problem} {what_to_do}")
        self.path = path
        self.line = line
        self.key = key
        self.problem = problem
        self.what_to_do = what_to_do


class PageNotFoundError(CompanionError):
    """No page has this id, in any language that was asked for."""


class TermNotFoundError(CompanionError):
    """The glossary has no word with this id."""


class SourceNotFoundError(CompanionError):
    """sources.toml has no source with this code."""


class PreparedLibraryError(CompanionError):
    """A prepared library is missing a part, damaged, or of another version of the app."""
