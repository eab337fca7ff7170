"""Search over pages, headings, questions and words: the best answers to what somebody typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from aya_companion.library.files.front_matter import SOURCE_LANGUAGE
from aya_companion.library.language_source import LanguageSource
from aya_companion.library.page import Text
from aya_companion.library.search.index import SearchIndex
from aya_companion.library.search.query import read_query
from aya_companion.library.search.ranking import Ranked, rank
from aya_companion.library.search.text import Word, stem, words_in

LIMIT = 10
_MOST = {"term": 2, "question": 2}
"""At most so many words and questions: they come with pages, they do not push them out."""

_ENOUGH = 0.6
"""An answer that covers less of what was typed calls for English answers as well."""

_UNDERSTOOD = 0.25
"""When less of a query is known than this, only its common words are: that is nothing found."""

_WORTH_SHOWING = 0.12
"""Answers with less than this share of the best one's score are left out."""


@dataclass(frozen=True)
class Result:
    """One answer.

    ``kind`` is page, heading, term or question; ``id`` is the page's for pages and headings. It
    opens ``page`` at ``anchor`` ("" is the top); a term has no page. ``line`` answers, "" when none
    may be shown, and has the words that were searched for strong. ``language`` is the language of the
    words.
    """

    kind: str
    id: str
    title: str
    page: str
    anchor: str
    line: tuple[Text, ...]
    page_title: str
    language: str


@dataclass(frozen=True)
class Answers:
    """What a search found, best first.

    ``boxes`` are the boxes to show on top (see ``danger.BOXES``). ``in_english`` are answers of the
    English library, given when those in the chosen language are not enough.
    """

    results: tuple[Result, ...] = ()
    in_english: tuple[Result, ...] = ()
    boxes: tuple[str, ...] = ()


def search(
    typed: str, language: str, language_sources: Mapping[str, LanguageSource], limit: int = LIMIT
) -> Answers:
    """The answers to what was typed, in a language and, where that is not enough, in English."""
    results: tuple[Result, ...] = ()
    in_english: tuple[Result, ...] = ()
    coverage = 0.0
    if language in language_sources:
        results, coverage = _look(typed, language_sources[language].index, limit)
    if language != SOURCE_LANGUAGE and SOURCE_LANGUAGE in language_sources and coverage < _ENOUGH:
        have = {(result.page, result.id) for result in results}
        found, _ = _look(typed, language_sources[SOURCE_LANGUAGE].index, limit)
        in_english = tuple(r for r in found if (r.page, r.id) not in have)[: limit // 2]
    return Answers(results, in_english, _boxes(typed, language, language_sources))


def _boxes(
    typed: str, language: str, language_sources: Mapping[str, LanguageSource]
) -> tuple[str, ...]:
    """The boxes; every index has the danger words of all languages."""
    for each in (language, SOURCE_LANGUAGE):
        if each in language_sources:
            return language_sources[each].index.danger.boxes_for(typed)
    return ()


def open_index(index: SearchIndex) -> None:
    """Have what the first search would have to work out, stems included, in memory."""
    for each in index.danger.lists:
        stem("opened", each.language)
    index.danger.boxes_for("opened")
    _look("opened", index, LIMIT)


def forget_typed() -> None:
    """Forget what was typed: a few words are kept so that the next keystroke is quick."""
    stem.cache_clear()


def _look(typed: str, index: SearchIndex, limit: int) -> tuple[tuple[Result, ...], float]:
    """The results, and the share of what was typed that the best of them covers."""
    query = read_query(typed, index)
    if query.share_known < _UNDERSTOOD:
        return (), 0.0
    ranked = _worth_showing(rank(index, query.words), limit)
    telling = query.stems - index.common or query.stems
    results = tuple(_result(each, index, telling) for each in ranked)
    return results, max((each.coverage for each in ranked), default=0.0) * query.share_known


def _worth_showing(ranked: list[Ranked], limit: int) -> list[Ranked]:
    if not ranked:
        return []
    least = ranked[0].score * _WORTH_SHOWING
    shown: list[Ranked] = []
    counts = dict.fromkeys(_MOST, 0)
    for each in ranked:
        kind = each.findable.kind
        if each.score < least or len(shown) == limit:
            break
        if kind in counts:
            counts[kind] += 1
            if counts[kind] > _MOST[kind]:
                continue
        shown.append(each)
    return shown


def _result(ranked: Ranked, index: SearchIndex, stems: frozenset[str]) -> Result:
    found = ranked.findable
    return Result(
        kind=found.kind,
        id=found.id,
        title=found.title,
        page=found.page,
        anchor=found.anchor,
        line=_spans(ranked.line, index, stems),
        page_title=index.page_titles.get(found.page, ""),
        language=index.language,
    )


@lru_cache(maxsize=1024)
def _words_of_line(text: str) -> tuple[Word, ...]:
    """Taken apart once: a keystroke shows most lines of the one before. Never what was typed."""
    return words_in(text)


def _spans(text: str, index: SearchIndex, stems: frozenset[str]) -> tuple[Text, ...]:
    """The text cut where words that were searched for begin and end."""
    spans: list[Text] = []
    done = 0
    for word in _words_of_line(text):
        found = any(index.stems.get(form) in stems for form in word.forms)
        if found and word.end > done:
            start = max(word.start, done)
            if start > done:
                spans.append(Text(text[done:start]))
            spans.append(Text(text[start : word.end], strong=True))
            done = word.end
    if done < len(text):
        spans.append(Text(text[done:]))
    return tuple(spans)
