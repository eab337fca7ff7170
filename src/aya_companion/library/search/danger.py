"""Words that point to danger: typed into the search, they put the matching call box on top.

Simple lists, one file per language, reviewed like pages. Those of every language count, whatever
the language of the app is: nobody changes the settings before asking for help. Nothing is assessed:
a box says what to do if it is that, never that it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from aya_companion.domain.toml_file import Key, a_day, a_text, any_text, read_keys, texts
from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import problems_in
from aya_companion.library.search.spelling import Slips
from aya_companion.library.search.temperature import names_temperature
from aya_companion.library.search.text import Word, stem, words_in

CRISIS = "crisis"
TEAM = "team"
BOXES = (CRISIS, "emergency", TEAM, "today")
"""The boxes in the order in which they are shown: help in despair, then the three call levels."""

KEYS = {
    "written": Key(a_day),
    "review_due": Key(a_day),
    "review": Key(a_text),
    "temperature_word": Key(any_text, required=False),
    "units": Key(any_text, required=False),
    "same": Key(texts, required=False),
    **{box: Key(texts) for box in BOXES},
}
"""What a danger.toml has."""

_SHORT_STEM = 3


@dataclass(frozen=True)
class DangerWords:
    """One language's lists.

    ``phrases``: for each box, groups of words; a group counts when all are typed. ``same``: words
    that stand for each other in all groups. ``temperature_word``: what a temperature is looked up
    as. ``units``: words after a number that say it is no temperature.
    """

    phrases: tuple[tuple[str, tuple[str, ...]], ...] = ()
    same: tuple[str, ...] = ()
    temperature_word: str = ""
    units: str = ""
    written: date | None = None
    review_due: date | None = None
    review: str = ""


def read_danger(text: str, name: str) -> tuple[DangerWords, tuple[PageError, ...]]:
    """The lists of a danger.toml. A file with a mistake is a problem and counts as empty."""
    values, faults = read_keys(text, KEYS)
    if faults:
        return DangerWords(), problems_in(name, faults)
    phrases = tuple((box, tuple(values.pop(box))) for box in BOXES)
    same = tuple(values.pop("same", ()))
    return DangerWords(phrases, same, **values), ()


@dataclass(frozen=True)
class DangerList:
    """One language's lists made ready for matching: phrases as sets of stems.

    ``stems`` gives the stem of every word of the lists, ``same`` for a stem the one that stands
    for it in the phrases.
    """

    language: str
    phrases: tuple[tuple[str, tuple[frozenset[str], ...]], ...]
    stems: dict[str, str]
    same: dict[str, str]

    def boxes_for(self, typed: tuple[Word, ...]) -> set[str]:
        """The boxes of the phrases of which each word was typed, in any order and form.

        A form has the same stem, or one slip in a word of five letters or more.
        """
        meant = {each for word in typed for each in self._meanings(word)}
        candidates = (each for stem in meant for each in self._phrases_with.get(stem, ()))
        return {box for box, phrase in candidates if phrase <= meant}

    def _meanings(self, word: Word) -> set[str]:
        """The stems that a typed word may stand for."""
        cuts = (self.stems.get(form) or _stem(form, self.language) for form in word.forms)
        meant = {self.same.get(cut, cut) for cut in cuts}
        if word.word not in self.stems:
            meant.update(self.stems[known] for known in self._slips.near(word.word))
        return meant

    @cached_property
    def _phrases_with(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """The phrases with their boxes, each at its rarest stem: few have to be looked at."""
        uses = Counter(stem for _, phrases in self.phrases for each in phrases for stem in each)
        found: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for box, phrases in self.phrases:
            for phrase in phrases:
                rarest = min(phrase, key=lambda stem: (uses[stem], stem))
                found.setdefault(rarest, []).append((box, phrase))
        return found

    @cached_property
    def _slips(self) -> Slips:
        return Slips(self.stems)


@dataclass(frozen=True)
class DangerSigns:
    """The lists of every language, and what says that a number is no temperature."""

    lists: tuple[DangerList, ...] = ()
    units: frozenset[str] = field(default=frozenset())

    def boxes_for(self, typed: str) -> tuple[str, ...]:
        """The boxes that what was typed calls for, in the order of ``BOXES``."""
        words = words_in(typed)
        called = set[str]().union(*(each.boxes_for(words) for each in self.lists))
        if self.lists and names_temperature(typed, self.units):
            called.add(TEAM)
        return tuple(box for box in BOXES if box in called)


def make_danger_signs(danger: Mapping[str, DangerWords]) -> DangerSigns:
    """The lists of these languages made ready."""
    units = (word.word for words in danger.values() for word in words_in(words.units))
    return DangerSigns(
        tuple(_danger_list(words, code) for code, words in danger.items()), frozenset(units)
    )


def _stem(word: str, language: str) -> str:
    """The stem of a word, or the word itself where little is left of it.

    In Spanish "marido" and "mareado" have one stem, "mar"; in Arabic "walk" and "not", two letters.
    """
    cut = stem(word, language)
    little = len(cut) < _SHORT_STEM or (len(cut) == _SHORT_STEM and len(word) - len(cut) > 2)
    return word if little else cut


def _danger_list(danger: DangerWords, language: str) -> DangerList:
    same: dict[str, str] = {}
    stems: dict[str, str] = {}

    def stems_of(text: str) -> list[str]:
        found = {word.word: _stem(word.word, language) for word in words_in(text)}
        stems.update((word, same.get(its, its)) for word, its in found.items())
        return [stems[word] for word in found]

    for group in danger.same:
        its_stems = stems_of(group)
        same.update(dict.fromkeys(its_stems, its_stems[0]))
        stems_of(group)
    boxes = tuple(
        (box, tuple(frozenset(stems_of(phrase)) for phrase in phrases))
        for box, phrases in danger.phrases
    )
    return DangerList(language, boxes, stems, same)
