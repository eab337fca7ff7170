"""Which page answers best: what was typed, weighed by where on the page it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from aya_companion.library.search.index import SHORT_FIELDS, SearchIndex
from aya_companion.library.search.lines import (
    ALSO,
    BODY,
    HEADING,
    HIDDEN,
    KEY,
    SUMMARY,
    TITLE,
    Findable,
)
from aya_companion.library.search.query import QueryWord

_WEIGHT = {TITLE: 4.0, ALSO: 4.0, SUMMARY: 2.0, KEY: 1.5, HEADING: 2.5, BODY: 1.0, HIDDEN: 1.0}
_COVERAGE = 1.5
"""How steeply an answer to half of the query falls behind one to all of it."""

_OTHER_LINES = 0.15
"""How much lines beside the best one count."""

_MOST_OF_IT = 0.6
"""The share of what a page answers that a section must hold for the page to open there."""

_SHORT_LINE = 40
"""Letters below which a line alone does not answer."""

_WHOLE = 0.7
"""How much of the weight of a short line depends on its having been typed whole."""


@dataclass
class _Tally:
    """What was found in one findable: the best of each kind of line, and which words."""

    best: dict[str, float] = field(default_factory=dict)
    other: float = 0.0
    line: int = -1
    line_score: float = 0.0
    words: int = 0
    score: float = 0.0

    def add(self, kind: str, score: float, number: int) -> None:
        if score > self.best.get(kind, 0.0):
            self.other += self.best.get(kind, 0.0)
            self.best[kind] = score
        else:
            self.other += score
        if kind not in SHORT_FIELDS and kind != HIDDEN and score > self.line_score:
            self.line, self.line_score = number, score


@dataclass(frozen=True)
class Ranked:
    """A findable with its score, the share of the query it covers and its best line, if any."""

    findable: Findable
    score: float
    coverage: float
    line: str


def rank(index: SearchIndex, query: Sequence[QueryWord]) -> list[Ranked]:
    """Best first: each page once, at its best place, and words and questions on their own."""
    if not query:
        return []
    tallies = _tally(index, query)
    weights = [word.weight for word in query]
    whole = sum(weights)

    def coverage(words: int) -> float:
        return sum(w for at, w in enumerate(weights) if words >> at & 1) / whole

    ranked = []
    by_page: defaultdict[str, list[int]] = defaultdict(list)
    for owner, tally in tallies.items():
        findable = index.findables[owner]
        if findable.kind in ("page", "heading"):
            by_page[findable.page].append(owner)
        else:
            covered = coverage(tally.words)
            score = tally.score * covered**_COVERAGE
            ranked.append(Ranked(findable, score, covered, _line(index, owner, tally)))
    for owners in by_page.values():
        ranked.append(_rank_page(index, owners, tallies, coverage))
    return sorted(ranked, key=lambda each: (-each.score, each.findable.id))


def _tally(index: SearchIndex, query: Sequence[QueryWord]) -> dict[int, _Tally]:
    """What each findable holds of the query. This is the part that touches many lines."""
    scores: defaultdict[int, float] = defaultdict(float)
    words: defaultdict[int, int] = defaultdict(int)
    for at, word in enumerate(query):
        for stem, sure in word.stems.items():
            weight = index.weight[stem] * sure
            for number in index.postings[stem]:
                scores[number] += weight
                words[number] |= 1 << at
    tallies: defaultdict[int, _Tally] = defaultdict(_Tally)
    for number, score in scores.items():
        kind = index.lines[number].field
        if kind in SHORT_FIELDS:
            score *= 1 - _WHOLE + _WHOLE * min(1.0, score / index.total[number])
        tally = tallies[index.owners[number]]
        tally.add(kind, score * _WEIGHT[kind], number)
        tally.words |= words[number]
    for tally in tallies.values():
        tally.score = sum(tally.best.values()) + _OTHER_LINES * tally.other
    return tallies


def _rank_page(
    index: SearchIndex,
    owners: Sequence[int],
    tallies: Mapping[int, _Tally],
    coverage: Callable[[int], float],
) -> Ranked:
    """A page by its own lines and its best section; it opens at the better of the two.

    A section must hold most of what was found to be opened: a page that was found by its name
    opens at its top.
    """
    own = next((n for n in owners if index.findables[n].anchor == ""), None)
    sections = sorted((n for n in owners if n != own), key=lambda n: -tallies[n].score)
    top = tallies[own] if own is not None else _Tally()
    best = tallies[sections[0]] if sections else _Tally()
    others = sum(tallies[n].score for n in sections[1:4])
    covered = coverage(top.words | best.words)
    score = (top.score + best.score + _OTHER_LINES * others) * covered**_COVERAGE
    fits = best.score > top.line_score and coverage(best.words) >= _MOST_OF_IT * covered
    shown = sections[0] if sections and (fits or own is None) else own
    assert shown is not None
    return Ranked(index.findables[shown], score, covered, _line(index, shown, tallies[shown]))


def _line(index: SearchIndex, owner: int, tally: _Tally) -> str:
    """The line that answers: the best one found, else the first below the heading.

    A very short one ("Yes.") takes the next one with it.
    """
    number = tally.line if tally.line >= 0 else index.first_line.get(owner, -1)
    if number < 0:
        return ""
    line = index.lines[number]
    after = number + 1
    if line.field == HIDDEN:
        return ""
    if len(line.text) < _SHORT_LINE and index.owners[after : after + 1] == (owner,):
        next_line = index.lines[after]
        if next_line.field == line.field:
            return f"{line.text} {next_line.text}"
    return line.text
