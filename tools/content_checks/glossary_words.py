"""Medical words: explained in the glossary, and linked where a page uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from aya_companion.domain.toml_file import line_of
from aya_companion.library.files.front_matter import SOURCE_LANGUAGE
from aya_companion.library.folding import fold
from aya_companion.library.glossary import Term
from aya_companion.library.page import (
    Ask,
    Check,
    Inlines,
    Paragraph,
    Picture,
    Table,
    Teach,
    Text,
    plain,
)
from aya_companion.library.traversal import all_blocks, all_words, terms_used
from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentFile, ContentLibrary, PageFile

_WORD = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)*")
_STEM = 4
"""Words that share this many letters, and all but a few at their ends, are one word inflected."""
_ENDING = 3


def check_glossary(library: ContentLibrary) -> Iterator[Finding]:
    """Every link and every hard word has its meaning; every meaning is short and used."""
    for file in library.files:
        yield from _links(file, library)
        yield from _hard_words(file, library)
    for page in library.originals:  # a translation has the links of its original
        yield from _unlinked(page, library)
    used = {
        term
        for file in library.files
        if file.language == SOURCE_LANGUAGE
        for term in terms_used(file.blocks)
    }
    original = library.shelf.language_sources[SOURCE_LANGUAGE].terms
    for language in library.shelf.languages:
        language_source = library.shelf.language_sources[language]
        name = library.name(f"{language}/glossary.toml")
        file_text = library.text(f"{language}/glossary.toml")
        for term in language_source.terms.values():
            line = line_of(file_text, term.id)
            yield from _term(term, name, line, library.limits["meaning_words"])
            if term.id not in used:
                problem = f"No page links to {term.id!r}."
                yield Finding(name, line, "glossary", problem, "Link it or take it out.")
        for missing in sorted(set(original) ^ set(language_source.terms)):
            problem = f"{missing!r} is not in both glossaries, here and in English."
            yield Finding(name, 1, "glossary", problem, "Add it or take it out.")


def hard_words(file: ContentFile, library: ContentLibrary) -> dict[str, str]:
    """The words of a page or pack that look medical, folded, each with how it is written there."""
    settings = library.settings("hard-words.toml").get(file.language, {})
    listed = [*settings.get("patterns", []), *settings.get("drugs", [])]
    looks = library.pattern("hard-words.toml", listed)
    everyday = set(settings.get("everyday", []))
    found: dict[str, str] = {}
    for words in all_words(file.blocks):
        for word in _WORD.findall(plain(words)):
            folded = fold(word)
            if looks.search(folded) and folded not in everyday:
                found.setdefault(folded, word)
    return found


def _hard_words(file: ContentFile, library: ContentLibrary) -> Iterator[Finding]:
    language_source = library.shelf.language_sources[file.language]
    known = {
        fold(word) for term in language_source.terms.values() for word in _WORD.findall(term.term)
    }
    settings = library.settings("hard-words.toml").get(file.language, {})
    drugs = library.pattern("hard-words.toml", settings.get("drugs", []))
    for folded, word in hard_words(file, library).items():
        # Asparaginase is not asparagine: the ending of a drug's name is a part of it.
        same = _same_name if drugs.search(folded) else _same_word
        if not any(same(folded, other) for other in known):
            problem = f"{word!r} looks medical and is not in the glossary."
            do = "Explain it there and link it, say it otherwise, or add it to hard-words.toml."
            yield file.finding("glossary", file.line_of_word(word), problem, do)


def _unlinked(file: PageFile, library: ContentLibrary) -> Iterator[Finding]:
    """Words of the glossary that a page's text uses and never links."""
    linked = set(terms_used(file.page.blocks))
    text = [block for block in file.page.blocks if not isinstance(block, Ask | Check | Teach)]
    described = [block for block in all_blocks(text) if isinstance(block, Picture)]
    apart = set(all_words(described))
    shown = all_words(block for block in all_blocks(text) if isinstance(block, Paragraph | Table))
    runs = [words for words in shown if words not in apart]
    for term in library.shelf.language_sources[file.language].terms.values():
        if term.id in linked:
            continue
        uses = ((words, name) for words in runs for name in _names(term.term) if _uses(words, name))
        words, name = next(uses, ((), ""))
        if name:
            problem = f"{name!r} is in the glossary and never linked here."
            do = f"Link it at its first use: (term:{term.id})."
            yield file.finding("glossary", file.line_of(words), problem, do)


@cache
def _names(term: str) -> tuple[str, ...]:
    """The names of a word of the glossary: before the brackets, and the short one within them."""
    # What is more than one word in brackets, or stands in the middle, explains the name.
    both = re.fullmatch(r"([^()]+) \(([^() ]+)\)", term)
    return (both[1], both[2]) if both else (re.sub(r"\s*\([^)]*\)", "", term),)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    flags = re.IGNORECASE if name.islower() else re.NOFLAG
    # "CAR" in "CAR T" is a part of another name.
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?:s|es)?(?![\w-]|(?-i: [A-Z]\b))", flags)


def _uses(words: Inlines, name: str) -> bool:
    """Whether a run of words says this name outside of links."""
    shown = "|".join(part.text for part in words if isinstance(part, Text))
    return bool(_pattern(name).search(shown))


def _same_name(word: str, other: str) -> bool:
    return word in (other, f"{other}s", f"{other}es") or other in (f"{word}s", f"{word}es")


def _same_word(word: str, other: str) -> bool:
    if _same_name(word, other):
        return True
    shared = next(
        (i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b),
        min(len(word), len(other)),
    )
    return shared >= max(_STEM, max(len(word), len(other)) - _ENDING)


def _links(file: ContentFile, library: ContentLibrary) -> Iterator[Finding]:
    # Where a language has no glossary yet, the English word is shown.
    known = {term.id for term in library.shelf.terms(file.language)}
    for term in terms_used(file.blocks):
        if term not in known:
            line = file.line_with(f"(term:{term})")
            problem = f"The glossary has no word {term!r}."
            yield file.finding("glossary", line, problem, "Add it there, or link to another.")


def _term(term: Term, name: str, line: int, limit: int) -> Iterator[Finding]:
    count = len(term.meaning.split())
    if count > limit:
        problem = f"The meaning of {term.id!r} has {count} words."
        yield Finding(name, line, "glossary", problem, f"Shorten it to {limit}.")
    if "[" in term.meaning or "*" in term.meaning:
        problem = f"The meaning of {term.id!r} holds a mark or a link."
        yield Finding(name, line, "glossary", problem, "Write plain words only.")
    if not term.term.strip() or not term.meaning.strip():
        problem = f"The entry {term.id!r} is not filled in."
        yield Finding(name, line, "glossary", problem, "Fill it in.")
