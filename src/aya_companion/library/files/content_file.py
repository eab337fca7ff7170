"""Files of the content folder, read as text, and their faults as errors with the file's name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from aya_companion.domain import toml_file
from aya_companion.domain.toml_file import NOT_UTF8, Fault, Keys
from aya_companion.library.errors import PageError


def read_text(file: Path, name: str) -> str:
    """The text of a file. ``name`` is what complaints call it. Raises PageError."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise PageError(name, *NOT_UTF8) from error
    except OSError as error:
        raise PageError(
            name, 1, None, f"The file cannot be read: {error.strerror}.", "Put it back."
        ) from error


def read_toml(text: str, name: str) -> dict[str, Any]:
    """The values of a TOML file. Raises PageError with the line."""
    values, faults = toml_file.read_toml(text)
    for fault in faults:
        raise PageError(name, *fault)
    return values


def read_keys(text: str, name: str, keys: Keys) -> dict[str, Any]:
    """The values of a file that is one table of these keys. Raises PageError for its first fault."""
    values, faults = toml_file.read_keys(text, keys)
    for fault in faults:
        raise PageError(name, *fault)
    return values


def problems_in(name: str, faults: Iterable[Fault]) -> tuple[PageError, ...]:
    """The faults as problems of the file of this name."""
    return tuple(PageError(name, *fault) for fault in faults)
