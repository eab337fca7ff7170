"""One slip of the finger in a word of five letters or more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator

SHORTEST = 5
"""Shorter words have too many neighbours: "cart" is not a slip of "card". It is enough that one of
the two is as long: "fevr" is "fever", "toess" is "toes"."""


def words_one_slip_away(word: str, known: Container[str], alphabet: Iterable[str]) -> list[str]:
    """The known words that one missing, doubled, wrong or swapped letter away can make of ``word``.

    None for numbers, and none where both are shorter than ``SHORTEST``.
    """
    if len(word) < SHORTEST - 1 or not word.isalpha():
        return []
    slips = {slip for slip in _slips(word, tuple(alphabet)) if slip in known}
    return sorted(slip for slip in slips if max(len(word), len(slip)) >= SHORTEST)


def is_one_slip(typed: str, word: str) -> bool:
    """Whether ``typed`` is ``word`` with one slip; never for two words shorter than ``SHORTEST``."""
    if max(len(typed), len(word)) < SHORTEST or abs(len(typed) - len(word)) > 1:
        return False
    start = 0
    while start < min(len(typed), len(word)) and typed[start] == word[start]:
        start += 1
    a, b = typed[start:], word[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[1::-1] == b[:2] and a[2:] == b[2:])


class Slips:
    """Known words, found by anything that is one slip away from them.

    Two words one slip apart become the same when the right letter is left out of each.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._shortened: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            for shorter in _shortened(word):
                self._shortened[shorter].append(word)

    def near(self, typed: str) -> set[str]:
        """The known words that ``typed`` may be with one slip."""
        found = (word for shorter in _shortened(typed) for word in self._shortened.get(shorter, ()))
        return {word for word in found if is_one_slip(typed, word)}


def _shortened(word: str) -> set[str]:
    """The word, and the word with each of its letters left out."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _slips(word: str, alphabet: tuple[str, ...]) -> Iterator[str]:
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            yield before + after[1:]
            for letter in alphabet:
                yield before + letter + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in alphabet:
            yield before + letter + after
