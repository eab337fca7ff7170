"""Words that tell little in a search, such as "the" and "what": one list per language."""

from __future__ import annotations

from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import read_toml


def read_common_words(text: str, name: str) -> tuple[tuple[str, ...], tuple[PageError, ...]]:
    """The words of a common-words.toml, and what was wrong with it."""
    try:
        values = read_toml(text, name)
    except PageError as error:
        return (), (error,)
    words = values.get("words")
    if set(values) != {"words"} or not isinstance(words, str):
        problem = "This is not a list of common words."
        return (), (PageError(name, 1, "words", problem, 'Write words = """...""" alone.'),)
    return tuple(words.split()), ()
