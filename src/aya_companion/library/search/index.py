"""The index of one language: which words stand in which lines, and what the lines lead to.

It is made once, from parsed pages, and holds the text of its lines, so that a search touches
nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from functools import cached_property
from math import log
from types import MappingProxyType
from typing import Any

from aya_companion.library.glossary import Term
from aya_companion.library.page import Page
from aya_companion.library.search.danger import (
    DangerList,
    DangerSigns,
    DangerWords,
    make_danger_signs,
)
from aya_companion.library.search.lines import (
    ALSO,
    HEADING,
    TITLE,
    Findable,
    Line,
    findables_of_glossary,
    findables_of_page,
)
from aya_companion.library.search.text import stem, words_in

SHORT_FIELDS = (TITLE, ALSO, HEADING)
"""Lines that are like a question: they count by how much of them was typed."""

_COMMON = 0.12
"""What a common word weighs, as a share of what it would by its rareness."""


@dataclass(frozen=True)
class SearchIndex:
    """Everything a search in one language needs.

    ``postings`` gives the numbers of the lines for each stem, ``stems`` the stem of every word that
    occurs. ``owners`` gives for each line the number of what it leads to. ``danger`` are the words of
    every language, ``temperature_word`` is what a temperature is looked up as.
    """

    language: str
    findables: tuple[Findable, ...]
    lines: tuple[Line, ...]
    owners: tuple[int, ...]
    postings: dict[str, list[int]]
    stems: dict[str, str]
    common: frozenset[str]
    danger: DangerSigns
    temperature_word: str

    @cached_property
    def weight(self) -> dict[str, float]:
        """How much each stem tells: the rarer, the more; common words little."""
        weights = {}
        for word, numbers in self.postings.items():
            places = len({self.owners[number] for number in numbers})
            weights[word] = log(1 + len(self.findables) / places)
            if word in self.common:
                weights[word] *= _COMMON
        return weights

    @cached_property
    def total(self) -> list[float]:
        """For each line, what all of its words weigh."""
        totals = [0.0] * len(self.lines)
        for word, numbers in self.postings.items():
            weight = self.weight[word]
            for number in numbers:
                totals[number] += weight
        return totals

    @cached_property
    def first_line(self) -> dict[int, int]:
        """The number of the first line of text of each findable, after its heading."""
        found: dict[int, int] = {}
        for number, (line, owner) in enumerate(zip(self.lines, self.owners, strict=True)):
            if line.field not in SHORT_FIELDS:
                found.setdefault(owner, number)
        return found

    @cached_property
    def page_titles(self) -> dict[str, str]:
        """The title of each page by its id."""
        return {
            findable.page: findable.title for findable in self.findables if findable.kind == "page"
        }

    @cached_property
    def vocabulary(self) -> list[str]:
        """Every word that occurs, sorted."""
        return sorted(self.stems)

    @cached_property
    def alphabet(self) -> str:
        """Every letter that occurs."""
        return "".join(
            sorted({letter for word in self.stems for letter in word if letter.isalpha()})
        )

    def stem(self, word: str) -> str:
        """The stem of a word, known to the index or not."""
        return self.stems.get(word) or stem(word, self.language)


def stems_of(text: str, language: str) -> list[str]:
    """The stems of a text in order."""
    return [stem(word.word, language) for word in words_in(text)]


def make_index(
    language: str,
    pages: Iterable[Page],
    terms: Iterable[Term],
    common: Iterable[str] = (),
    danger: Mapping[str, DangerWords] = MappingProxyType({}),
) -> SearchIndex:
    """The index of these pages and words of the glossary.

    ``common`` are words that tell little; in running text they are not indexed at all. ``danger``
    are the lists of danger words of every language.
    """
    findables: list[Findable] = []
    lines: list[Line] = []
    owners: list[int] = []
    postings: defaultdict[str, list[int]] = defaultdict(list)
    stems: dict[str, str] = {}
    common_stems = frozenset(s for words in common for s in stems_of(words, language))
    found = [each for page in pages for each in findables_of_page(page)]
    for findable, its_lines in (*found, *findables_of_glossary(terms)):
        for line in its_lines:
            number = len(lines)
            lines.append(line)
            owners.append(len(findables))
            here: set[str] = set()
            for word in words_in(line.text):
                forms = {form: stems.get(form) or stem(form, language) for form in word.forms}
                if forms[word.word] in common_stems and line.field not in SHORT_FIELDS:
                    continue
                stems.update(forms)
                here.update(forms.values())
            for stemmed in sorted(here):
                postings[stemmed].append(number)
        findables.append(findable)
    return SearchIndex(
        language,
        tuple(findables),
        tuple(lines),
        tuple(owners),
        dict(postings),
        stems,
        common_stems,
        make_danger_signs(danger),
        danger[language].temperature_word if language in danger else "",
    )


def index_to_data(index: SearchIndex) -> dict[str, Any]:
    """The index as dictionaries and lists."""
    return {
        "language": index.language,
        "findables": [astuple(findable) for findable in index.findables],
        "lines": [astuple(line) for line in index.lines],
        "owners": index.owners,
        "postings": index.postings,
        "stems": index.stems,
        "common": sorted(index.common),
        "danger": [
            {
                "language": each.language,
                "phrases": [
                    [box, [sorted(phrase) for phrase in phrases]] for box, phrases in each.phrases
                ],
                "stems": each.stems,
                "same": each.same,
            }
            for each in index.danger.lists
        ],
        "units": sorted(index.danger.units),
        "temperature_word": index.temperature_word,
    }


def index_from_data(data: dict[str, Any]) -> SearchIndex:
    """The index that ``index_to_data`` was given. Raises KeyError or TypeError for anything else."""
    return SearchIndex(
        data["language"],
        tuple(Findable(*findable) for findable in data["findables"]),
        tuple(Line(*line) for line in data["lines"]),
        tuple(data["owners"]),
        data["postings"],
        data["stems"],
        frozenset(data["common"]),
        DangerSigns(
            tuple(
                DangerList(
                    each["language"],
                    tuple(
                        (box, tuple(map(frozenset, phrases))) for box, phrases in each["phrases"]
                    ),
                    each["stems"],
                    each["same"],
                )
                for each in data["danger"]
            ),
            frozenset(data["units"]),
        ),
        data["temperature_word"],
    )
