"""What a person typed, understood as stems of an index: finished words, begun ones and slips."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from aya_companion.library.search.index import SearchIndex
from aya_companion.library.search.spelling import words_one_slip_away
from aya_companion.library.search.temperature import name_temperatures
from aya_companion.library.search.text import Word, words_in

_BEGUN = 0.7
_BEGUN_OR_WHOLE = 0.15
"""How sure a longer word is when what was typed is a word already."""

_SLIP = 0.9
_MOST_ENDINGS = 40
_UNKNOWN = 4.0
"""What a word nobody knows would weigh: about as much as one that stands on a few pages."""


@dataclass(frozen=True)
class QueryWord:
    """One word of a query: the stems it may mean with how sure each is, and what it weighs."""

    typed: str
    stems: dict[str, float]
    weight: float


@dataclass(frozen=True)
class Query:
    """The words of a query that mean something to the index, and the share that they are of it."""

    words: tuple[QueryWord, ...]
    share_known: float

    @property
    def stems(self) -> frozenset[str]:
        """Every stem that is looked for."""
        return frozenset(stem for word in self.words for stem in word.stems)


def read_query(typed: str, index: SearchIndex) -> Query:
    """The query, each word once. The last word may be unfinished; none is refused.

    A temperature is looked up as the word for it: no page holds every number.
    """
    if index.temperature_word:
        typed = name_temperatures(typed, index.temperature_word, index.danger.units)
    words = list({word.word: word for word in words_in(typed)}.values())
    begun = words[-1] if words and not typed[-1].isspace() else None
    known: list[QueryWord] = []
    unknown = 0
    for word in words:
        stems = _meanings(word, index, begun=word == begun)
        if stems:
            weight = max(index.weight[each] * sure for each, sure in stems.items())
            known.append(QueryWord(word.word, stems, weight))
        elif index.stem(word.word) not in index.common:
            unknown += 1
    weight = sum(word.weight for word in known)
    share = weight / (weight + unknown * _UNKNOWN) if known else 0.0
    return Query(tuple(known), share)


def _meanings(word: Word, index: SearchIndex, *, begun: bool) -> dict[str, float]:
    common = index.stem(word.word) in index.common
    forms = (word.word,) if common else word.forms
    stems = {stem: 1.0 for stem in map(index.stem, forms) if stem in index.postings}
    if begun:
        sure = _BEGUN_OR_WHOLE if stems else _BEGUN
        for form in forms:
            if len(form) > 1 or not form.isascii():
                for longer in _words_beginning_with(form, index):
                    stems.setdefault(index.stems[longer], sure)
    if not stems:
        for form in forms:
            for near in words_one_slip_away(form, index.stems, index.alphabet):
                stems.setdefault(index.stems[near], _SLIP)
    return stems


def _words_beginning_with(word: str, index: SearchIndex) -> list[str]:
    start = bisect_left(index.vocabulary, word)
    found = []
    for longer in index.vocabulary[start : start + _MOST_ENDINGS]:
        if not longer.startswith(word):
            break
        found.append(longer)
    return found
