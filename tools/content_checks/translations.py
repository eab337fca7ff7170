"""Translations: complete, of the same shape, with the same figures, and made from today's text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from aya_companion.domain.toml_file import line_of
from aya_companion.library.files.folder import TOPICS
from aya_companion.library.files.front_matter import SOURCE_LANGUAGE
from aya_companion.library.page import (
    Ask,
    Block,
    CallNow,
    Check,
    Heading,
    Inlines,
    ListBlock,
    Picture,
    Sensitive,
    SourceMark,
    Table,
    TermLink,
    TopicLink,
    plain,
)
from aya_companion.library.traversal import all_blocks, words_of
from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentFile, ContentLibrary, PageFile
from tools.content_checks.stamp import GLOSSARY_SOURCES, term_sha

_SAME_KEYS = ("section", "phases", "treatments", "statements", "sensitive")
_FIGURE = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")


class Step(NamedTuple):
    """One block as a translation must have it too, and its words."""

    kind: str
    details: tuple[str, ...]
    words: Inlines


def check_translations(library: ContentLibrary) -> Iterator[Finding]:
    """Every page in every language says the same as the English one."""
    for language, language_source in library.shelf.language_sources.items():
        if language == SOURCE_LANGUAGE or not (library.content / language / TOPICS).is_dir():
            continue
        for original in library.originals:
            if original.page.id not in language_source.page_ids:
                problem = f"The page has no translation into {language!r}."
                yield original.finding("translations", 1, problem, "Translate it.")
    for file in library.pages:
        if file.page.language == SOURCE_LANGUAGE:
            continue
        of = library.original_of(file.page.id)
        if of is None:
            problem = "There is no English page of this name that can be read."
            yield file.finding("translations", 1, problem, "Rename it, or mend the English one.")
        else:
            yield from _card(file, of)
            yield from stale(file, file.page.source_sha, of.page.text_sha)
            yield from other_shape(file, file.page.blocks, of, of.page.blocks)
    yield from _glossaries(library)


def _card(file: PageFile, original: PageFile) -> Iterator[Finding]:
    for key in _SAME_KEYS:
        if getattr(file.page, key) != getattr(original.page, key):
            line = file.line_with(f"{key} =")
            problem = f"{key} is not what the English front matter has."
            yield file.finding("translations", line, problem, "Copy it from there.")


def stale(file: ContentFile, source_sha: str, text_sha: str) -> Iterator[Finding]:
    """Whether a translation was made from another text than the original's, which is ``text_sha``."""
    if source_sha != text_sha:
        yield file.finding(
            "translations",
            file.line_with("source_sha ="),
            "The English page has changed since this was translated."
            if source_sha
            else "The front matter does not say which English text was translated.",
            "Bring the text up to date, then run tools.check_content --stamp with this file.",
        )


def other_shape(
    file: ContentFile, blocks: Sequence[Block], original: ContentFile, theirs: Sequence[Block]
) -> Iterator[Finding]:
    """The first place where a translation has another shape; after it, everything would."""
    steps = zip_longest(_steps(blocks), _steps(theirs))
    for mine, wanted in steps:
        if mine is None or wanted is None or mine[:2] != wanted[:2]:
            yield file.finding(
                "translations",
                file.line_of(mine.words) if mine else len(file.lines),
                f"Here the English page has {_described(wanted)}, this one {_described(mine)}.",
                f"Compare with {original.name}:{original.line_of(wanted.words) if wanted else 1}.",
            )
            return
        if _figures(mine.words) != _figures(wanted.words):
            yield file.finding(
                "translations",
                file.line_of(mine.words),
                f"The figures are {_listed(mine.words)}, in English {_listed(wanted.words)}.",
                f"Compare with {original.name}:{original.line_of(wanted.words)}.",
            )


def _glossaries(library: ContentLibrary) -> Iterator[Finding]:
    """Words whose English meaning has changed since they were translated."""
    original = library.shelf.language_sources[SOURCE_LANGUAGE].terms
    for language, language_source in library.shelf.language_sources.items():
        if language == SOURCE_LANGUAGE or not language_source.terms:
            continue
        made_from = library.settings(f"{language}/{GLOSSARY_SOURCES}")
        text = library.text(f"{language}/glossary.toml")
        for term in language_source.terms.values():
            english = original.get(term.id)
            if english and made_from.get(term.id) != term_sha(english):
                yield Finding(
                    library.name(f"{language}/glossary.toml"),
                    line_of(text, term.id),
                    "translations",
                    f"The English word {term.id!r} has changed since this was translated.",
                    "Bring the words up to date, then run tools.check_content --stamp with this file.",
                )


def _steps(blocks: Sequence[Block]) -> Iterator[Step]:
    for block in all_blocks(blocks):
        runs = words_of(block) or ((),)
        for words in runs:
            yield Step(type(block).__name__, (*_details(block), *_links(words)), words)


def _details(block: Block) -> tuple[str, ...]:
    """What a block of this kind must have in common with its original."""
    match block:
        case CallNow(level=level):
            return (level,)
        case Sensitive(kind=kind):
            return (kind,)
        case Picture(name=name, count=count):
            return (name, str(count))
        case Heading(level=level, anchor=anchor):
            return (str(level), anchor)
        case ListBlock(items=items, ordered=ordered):
            return (str(ordered), *(str(len(item.blocks)) for item in items))
        case Table(header=header, rows=rows):
            return (f"{len(header)} columns", f"{len(rows)} rows")
        case Ask(questions=questions):
            return tuple(f"{q.id} {' '.join(sorted(q.visits))}" for q in questions)
        case Check(questions=checks):
            return tuple(f"{len(q.choices)} choices, {q.right + 1} right" for q in checks)
        case _:
            return ()


def _links(words: Inlines) -> tuple[str, ...]:
    """Marks and links of a run of words, in an order that does not hang on the language's."""
    found = []
    for part in words:
        match part:
            case SourceMark(source=source):
                found.append(f"^{source}")
            case TermLink(term=term):
                found.append(f"term:{term}")
            case TopicLink(topic=topic):
                found.append(f"topic:{topic}")
    return tuple(sorted(found))


def _figures(words: Inlines) -> Counter[int]:
    """The figures in some words, without the signs that languages part them with."""
    # int() reads the digits of every script.
    return Counter(int(re.sub(r"\D", "", figure)) for figure in _FIGURE.findall(plain(words)))


def _listed(words: Inlines) -> str:
    return ", ".join(_FIGURE.findall(plain(words))) or "none"


def _described(step: Step | None) -> str:
    if step is None:
        return "nothing more"
    return " ".join((f"a {step.kind}", *step.details))
