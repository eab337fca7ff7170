"""What can be wrong with the files of a language."""

from __future__ import annotations

from pathlib import Path

from aya_companion.domain.errors import CompanionError


class LanguageFileError(CompanionError):
    """A file of a language cannot be used; the message says which, why and what to do."""

    def __init__(self, path: Path, problem: str, remedy: str) -> None:
        super().__init__(f"{path}: {problem}. {remedy}")
        self.path = path


class UnknownLanguageError(CompanionError):
    """Asked for a language that has no folder in ``locales/``."""

    def __init__(self, code: str) -> None:
        super().__init__(f'There is no language "{code}": locales/{code}/locale.toml is missing.')
        self.code = code
