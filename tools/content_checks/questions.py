"""Questions to ask: none twice in the library, not in other words either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from aya_companion.library.folding import fold
from aya_companion.library.traversal import questions_of
from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentLibrary, PageFile

IDS = "question-ids.toml"

ALIKE = 0.6
"""Two questions that share this part of their weighty words ask the same."""


def check_questions(library: ContentLibrary) -> Iterator[Finding]:
    """Every question is asked once, under a name that stays."""
    yield from _names(library)
    stop_words = library.settings("hard-words.toml")
    for language in library.shelf.languages:
        small = frozenset(stop_words.get(language, {}).get("small_words", []))
        asked = [
            (file, question.text, _weighty(question.text, small))
            for file in library.pages
            if file.page.language == language
            for question in questions_of(file.page)
        ]
        for (first, text, words), (second, other, other_words) in combinations(asked, 2):
            if _alike(words, other_words):
                yield _finding(second, other, first, text)


def _names(library: ContentLibrary) -> Iterator[Finding]:
    """Whether each name is one question's, and none that people may have kept is lost."""
    listed = library.settings(IDS)
    asked, gone = set(listed.get("asked", [])), listed.get("gone", {})
    used: dict[str, PageFile] = {}
    for file in library.pages:
        for question in questions_of(file.page):
            line = file.line_with(f"{{#{question.id} ")
            first = used.setdefault(f"{file.language} {question.id}", file)
            if first is not file:
                problem = f"The name {question.id!r} is a question on the page {first.id} too."
                yield file.finding("questions", line, problem, "Give it a name of its own.")
            if question.id in gone:
                problem = f"The name {question.id!r} was used before: {IDS}."
                yield file.finding("questions", line, problem, "Take another.")
            elif question.id not in asked:
                problem = f"The name {question.id!r} is not in {IDS}."
                yield file.finding("questions", line, problem, "Add it to asked.")
    names = {question.id for file in library.pages for question in questions_of(file.page)}
    for lost in sorted(asked - names):
        problem = f"No page asks {lost!r} any more."
        do = "Put it back, or move the name to gone and say why."
        yield Finding(library.name(IDS), 1, "questions", problem, do)
    for name, reason in gone.items():
        if not str(reason).strip():
            problem = f"It is not said why {name!r} is gone."
            yield Finding(library.name(IDS), 1, "questions", problem, "Say why.")


def _weighty(text: str, small: frozenset[str]) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", fold(text))
    return frozenset(word[:6] for word in words if word not in small)


def _alike(words: frozenset[str], other: frozenset[str]) -> bool:
    together = words | other
    return bool(together) and len(words & other) / len(together) >= ALIKE


def _finding(file: PageFile, text: str, other: PageFile, other_text: str) -> Finding:
    return file.finding(
        "questions",
        file.line_of(text),
        f"{text!r} is much like {other_text!r} on the page {other.page.id}.",
        "Ask something of this topic alone.",
    )
