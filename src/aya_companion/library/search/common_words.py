"""Words that tell little in a search, such as "the" and "what": one list per language."""

from __future__ import annotations

from aya_companion.domain.toml_file import Key, a_text, read_keys
from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import problems_in

KEYS = {"words": Key(a_text)}
"""What the file has: the words in one text."""


def read_common_words(text: str, name: str) -> tuple[tuple[str, ...], tuple[PageError, ...]]:
    """The words of a common-words.toml, and what was wrong with it."""
    values, faults = read_keys(text, KEYS)
    return tuple(values.get("words", "").split()), problems_in(name, faults)
