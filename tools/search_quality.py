"""How many of the questions people type are answered among the first three results.

    python -m tools.search_quality            shares by set and language, then every miss
    python -m tools.search_quality --write    the same, and the list in docs/search-misses.md anew

The questions stand in tests/library/search; docs/search.md says how they came to be.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from aya_companion.library.search.search import Answers
from aya_companion.library.shelf import Shelf

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = ROOT / "tests" / "library" / "search"
MISSES = ROOT / "docs" / "search-misses.md"
SETS = ("questions", "questions_by_others")
FIRST = 3


@dataclass(frozen=True)
class Question:
    """What somebody typed, and the pages that would answer."""

    text: str
    language: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Miss:
    """A question whose answer was not among the first three, and what was there instead."""

    question: Question
    found: tuple[str, ...]


def read_questions(name: str = SETS[0]) -> list[Question]:
    """Every question of one set, in every language."""
    questions = []
    for file in sorted(QUESTIONS.glob(f"{name}.*.toml")):
        language = file.name.split(".")[1]
        for entry in tomllib.loads(file.read_text(encoding="utf-8"))["question"]:
            questions.append(Question(entry["text"], language, tuple(entry["pages"])))
    return questions


def pages_found(answers: Answers) -> tuple[str, ...]:
    """The pages that the results lead to, in their order; words of the glossary as ``word:id``."""
    results = (*answers.results, *answers.in_english)
    return tuple(result.page or f"word:{result.id}" for result in results)


def misses(
    questions: Iterable[Question], pages_for: Callable[[str, str], tuple[str, ...]]
) -> list[Miss]:
    """The questions that are not answered among the first three results."""
    missed = []
    for question in questions:
        found = pages_for(question.text, question.language)
        if not set(question.pages) & set(found[:FIRST]):
            missed.append(Miss(question, found))
    return missed


def main() -> int:
    """Print the shares and the misses, and write their list if asked to. Returns 0."""
    parser = argparse.ArgumentParser(description="How well the search answers.")
    parser.add_argument("--write", action="store_true", help=f"write {MISSES.relative_to(ROOT)}")
    options = parser.parse_args()
    shelf = Shelf.from_folder(ROOT / "content")
    for name in SETS:
        report(name, shelf)
    if options.write:
        MISSES.write_text(
            misses_document(lambda text, lang: pages_found(shelf.search(text, lang))),
            encoding="utf-8",
        )
    return 0


def misses_document(pages_for: Callable[[str, str], tuple[str, ...]]) -> str:
    """The list of all misses, to be read by people."""
    lines = [
        "# What the search does not answer among the first three",
        "",
        "Made by `python -m tools.search_quality --write`. What it measures: [search.md](search.md).",
    ]
    for name in SETS:
        lines += ["", f"## `{name}`", "", "| typed | expected | found |", "| --- | --- | --- |"]
        for miss in misses(read_questions(name), pages_for):
            found = ", ".join(miss.found[:3]) or "nothing"
            lines.append(f"| {miss.question.text} | {', '.join(miss.question.pages)} | {found} |")
    return "\n".join(lines) + "\n"


def report(name: str, shelf: Shelf) -> None:
    """Print the shares and the misses of one set."""
    questions = read_questions(name)
    missed = misses(questions, lambda text, lang: pages_found(shelf.search(text, lang)))
    for language in sorted({question.language for question in questions}):
        asked = sum(question.language == language for question in questions)
        answered = asked - sum(miss.question.language == language for miss in missed)
        print(
            f"{name} {language}: {answered} of {asked} ({answered / asked:.0%})"
            f" answered in the first {FIRST}"
        )
    for miss in missed:
        wanted, found = ", ".join(miss.question.pages), ", ".join(miss.found[:5]) or "nothing"
        print(f"  {miss.question.text!r}: wanted {wanted}; found {found}")


if __name__ == "__main__":
    sys.exit(main())
