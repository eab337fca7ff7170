"""Packs for the changes of treatment: pages and questions that exist, translations in step."""

from __future__ import annotations

from collections.abc import Iterator

from aya_companion.library.files.front_matter import SOURCE_LANGUAGE
from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentLibrary, PackFile
from tools.content_checks.translations import other_shape, stale

_SAME_KEYS = ("stop", "pages", "questions")


def check_packs(library: ContentLibrary) -> Iterator[Finding]:
    """Each pack leads to what exists and is the same in every language."""
    originals = {
        file.pack.id: file for file in library.packs if file.pack.language == SOURCE_LANGUAGE
    }
    for file in library.packs:
        yield from _names(file, library)
        if file.pack.language == SOURCE_LANGUAGE:
            continue
        original = originals.get(file.pack.id)
        if original is None:
            problem = "There is no English pack of this name that can be read."
            yield file.finding("translations", 1, problem, "Rename it, or mend the English one.")
        else:
            yield from _translation(file, original)
    for language, language_source in library.shelf.language_sources.items():
        for original in originals.values():
            if original.pack.id not in language_source.packs:
                problem = f"The pack has no translation into {language!r}."
                yield original.finding("translations", 1, problem, "Translate it.")


def _names(file: PackFile, library: ContentLibrary) -> Iterator[Finding]:
    for page in file.pack.pages:
        if not library.shelf.has(page):
            line = file.line_with("pages =")
            yield file.finding("links", line, f"There is no page {page!r}.", "Name one there is.")
    for question in file.pack.questions:
        if library.shelf.page_of_question(question) is None:
            line = file.line_with("questions =")
            problem = f"No page has the question {question!r}."
            yield file.finding("links", line, problem, "Name one there is.")


def _translation(file: PackFile, original: PackFile) -> Iterator[Finding]:
    for key in _SAME_KEYS:
        if getattr(file.pack, key) != getattr(original.pack, key):
            line = file.line_with(f"{key} =")
            problem = f"{key} is not what the English front matter has."
            yield file.finding("translations", line, problem, "Copy it from there.")
    yield from stale(file, file.pack.source_sha, original.pack.text_sha)
    yield from other_shape(file, file.blocks, original, original.blocks)
