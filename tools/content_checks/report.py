"""What the checks tell: data for machines, a table for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from statistics import median
from typing import Any

from aya_companion.library.page import minutes_for
from aya_companion.library.traversal import short_word_count
from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentLibrary, PageFile
from tools.content_checks.marks import known_share, sources_by_kind, unmarked
from tools.content_checks.parts import counts
from tools.content_checks.reading import reading_of
from tools.content_checks.statements import explained


def report(library: ContentLibrary, findings: Sequence[Finding]) -> dict[str, Any]:
    """Everything that was measured and found."""
    pages = [_page(file, library) for file in library.pages]
    statements = explained(library)
    return {
        "languages": {
            language: _language([page for page in pages if page["language"] == language])
            for language in library.shelf.languages
        },
        "statements": {
            "total": len(statements),
            "explained": sum(bool(where) for where in statements.values()),
            "pages": statements,
        },
        "sources": sources_by_kind(library),
        "marks": dict(zip(("total", "general_knowledge"), known_share(library), strict=True)),
        "glossary": {
            language: len(library.shelf.language_sources[language].terms)
            for language in library.shelf.languages
        },
        "packs": dict(Counter(file.pack.language for file in library.packs)),
        "pages": pages,
        "accepted": len(library.settings("accepted.toml").get("accepted", [])),
        "findings": [asdict(finding) for finding in findings],
    }


def table(data: dict[str, Any]) -> str:
    """The same for people: one line per page, then sums."""
    lines = [
        f"{'page':32}{'grade':>7}{'raw':>7}{'smog':>7}{'words':>7}{'short':>7}{'sent.':>7}"
        f"{'ask':>5}{'check':>6}{'unmarked':>9}"
    ]
    for page in data["pages"]:
        figures = (_figure(page[key]) for key in ("grade", "raw_grade", "smog"))
        name = f"{page['language']}/{page['id']}"
        lines.append(
            f"{name:32}{''.join(f'{figure:>7}' for figure in figures)}{page['words']:>7}"
            f"{page['short_words']:>7}{page['average_sentence']:>7.1f}"
            f"{page['parts']['questions']:>5}{page['parts']['checks']:>6}{page['unmarked']:>9}"
        )
    lines.append("")
    for language, sums in data["languages"].items():
        lines.append(
            f"{language}: {sums['pages']} pages, {sums['words']} words, grade median "
            f"{_figure(sums['median_grade'])}, lowest {_figure(sums['lowest_grade'])}, highest "
            f"{_figure(sums['highest_grade'])}, {sums['unmarked']} paragraphs without a mark, "
            f"{sums['one_minute']} short versions of one minute, "
            f"{data['glossary'][language]} words in the glossary"
        )
    statements = data["statements"]
    lines.append(f"statements explained: {statements['explained']} of {statements['total']}")
    kinds = ", ".join(f"{kind} {count}" for kind, count in data["sources"].items())
    lines.append(f"sources used: {kinds}")
    total, general = data["marks"].values()
    share = round(100 * general / total) if total else 0
    lines.append(f"source marks: {total}, {general} general knowledge ({share} of 100)")
    lines.append(f"accepted: {data['accepted']}")
    lines.append(f"findings: {len(data['findings'])}")
    return "\n".join(lines)


def _page(file: PageFile, library: ContentLibrary) -> dict[str, Any]:
    reading = reading_of(file, library)
    return {
        "id": file.page.id,
        "language": file.page.language,
        "grade": reading.grade,
        "raw_grade": reading.raw,
        "smog": reading.smog,
        "average_sentence": round(reading.average_sentence, 1),
        "words": file.page.words,
        "short_words": short_word_count(file.page),
        "short_minutes": minutes_for(short_word_count(file.page)),
        "minutes": file.page.minutes,
        "parts": counts(file),
        "unmarked": len(unmarked(file, library)),
    }


def _language(pages: Sequence[dict[str, Any]]) -> dict[str, Any]:
    grades = [page["grade"] for page in pages if page["grade"] is not None]
    return {
        "pages": len(pages),
        "words": sum(page["words"] for page in pages),
        "median_grade": round(median(grades), 1) if grades else None,
        "lowest_grade": min(grades, default=None),
        "highest_grade": max(grades, default=None),
        "unmarked": sum(page["unmarked"] for page in pages),
        "questions": sum(page["parts"]["questions"] for page in pages),
        "one_minute": sum(page["short_minutes"] == 1 for page in pages),
    }


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"
