"""How hard a page is to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import textstat

from aya_companion.library.errors import PageError
from aya_companion.library.page import (
    Block,
    Heading,
    Inlines,
    Paragraph,
    Picture,
    Teach,
    TermLink,
    Text,
    TopicLink,
    plain,
)
from aya_companion.library.traversal import all_blocks, all_words, blocks_within
from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentFile, ContentLibrary

_SENTENCE_END = re.compile(r"(?<=[.!?…؟。])[\"'»”’)]*\s+")


@dataclass(frozen=True)
class Reading:
    """The figures of one page.

    ``grade`` is the language's measure with the names counted as two syllables, ``raw`` without,
    ``smog`` the SMOG grade (English only); None where a language has no measure.
    """

    grade: float | None
    raw: float | None
    smog: float | None
    average_sentence: float
    longest_sentence: str


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part for part in _SENTENCE_END.split(text.strip()) if part.strip()]


def page_text(file: ContentFile) -> str:
    """All the words of a page or pack; each run that is no sentence is ended with a full stop."""
    runs = (plain(words).strip() for words in all_words(file.blocks))
    return " ".join(_ended(run) for run in runs if run)


def reading_of(file: ContentFile, library: ContentLibrary) -> Reading:
    """How hard this page or pack is to read."""
    text = page_text(file)
    lengths = {sentence: len(sentence.split()) for sentence in sentences(text)}
    count = max(1, len(sentences(text)))
    average = len(text.split()) / count
    longest = max(lengths, key=lambda sentence: lengths[sentence], default="")
    settings = library.readability.get(file.language, {})
    if "measure" not in settings:
        return Reading(None, None, None, average, longest)
    textstat.set_lang(file.language)
    measure = getattr(textstat, settings["measure"], None)
    if measure is None:
        problem = f"There is no measure {settings['measure']!r}."
        name = library.name("readability.toml")
        raise PageError(name, 1, "measure", problem, "See the names in the textstat package.")
    smog = textstat.smog_index(text) if file.language == "en" else None
    return Reading(
        round(float(measure(_with_short_names(text, settings.get("names", [])))), 1),
        round(float(measure(text)), 1),
        smog,
        average,
        longest,
    )


def check_reading(library: ContentLibrary) -> Iterator[Finding]:
    """Pages and packs are easy enough, with short sentences and paragraphs, and headings that ask."""
    for file in library.files:
        reading = reading_of(file, library)
        yield from _grade(file, reading, library.readability.get(file.language, {}))
        limit = library.limits["sentence_words"]
        if reading.average_sentence > limit:
            yield file.finding(
                "reading",
                file.line_of(reading.longest_sentence),
                f"Sentences have {reading.average_sentence:.1f} words on average.",
                f"Make it {limit}; begin with this, the longest one.",
            )
        # What a picture shows is described in one go; what a nurse says they say in their own way.
        apart = {
            inner
            for block in all_blocks(file.blocks)
            if isinstance(block, Picture | Teach)
            for inner in all_blocks(blocks_within(block))
        }
        for block in all_blocks(file.blocks):
            if block not in apart:
                yield from _block(file, block, library.limits["paragraph_sentences"])


def _grade(file: ContentFile, reading: Reading, settings: dict[str, Any]) -> Iterator[Finding]:
    if reading.grade is None:
        return
    too_hard = reading.grade > settings.get("at_most", reading.grade)
    too_hard |= reading.grade < settings.get("at_least", reading.grade)
    if too_hard:
        limit = settings.get("at_most", settings.get("at_least"))
        problem = f"The page reads at {reading.grade:.1f}, and {limit} is the limit."
        do = "Shorter sentences, everyday words; begin with this, the longest sentence."
        yield file.finding("reading", file.line_of(reading.longest_sentence), problem, do)


def _block(file: ContentFile, block: Block, limit: int) -> Iterator[Finding]:
    if isinstance(block, Heading) and not plain(block.content).strip().endswith(("?", "؟", "？")):
        problem = "This heading is not a question."
        line = file.line_of(block.content)
        yield file.finding("reading", line, problem, "Make it one that people ask.")
    if isinstance(block, Paragraph):
        count = len(sentences(plain(_without_lead(block.content))))
        if count > limit:
            problem = f"This paragraph has {count} sentences."
            line = file.line_of(block.content)
            yield file.finding("reading", line, problem, f"Make two of it; {limit} at most.")


def _without_lead(content: Inlines) -> Inlines:
    """The words behind a strong lead such as "**Collection.**", which is a label, no sentence."""
    for index, part in enumerate(content):
        if isinstance(part, Text) and part.strong:
            if part.text.endswith((".", "?", ":")):
                return content[index + 1 :]
        elif not isinstance(part, TermLink | TopicLink):
            break
    return content


def _ended(run: str) -> str:
    run = run.removesuffix(":")
    return run if run.endswith((".", "?", "!", "…", "؟", "。", "»", '"')) else run + "."


def _with_short_names(text: str, names: list[str]) -> str:
    if not names:
        return text
    # "table": a plain word of two syllables.
    return re.sub(rf"\b({'|'.join(names)})s?\b", "table", text, flags=re.IGNORECASE)
