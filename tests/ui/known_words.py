"""Tells the words that may stand on a screen untranslated from those somebody forgot.

In the pseudo-language a string from a catalog comes in ⟦brackets⟧. Besides those a screen shows
what the library says, what the person wrote, and numbers, days and names as Babel writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC
from functools import cache
from zoneinfo import available_timezones

from babel import Locale

from aya_companion import __version__
from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import Contact, EmergencyCard, LineType
from aya_companion.domain.treatment_map import Stop
from aya_companion.i18n.locales import LOCALES
from aya_companion.library.ideas import ideas_of, sentences_of
from aya_companion.library.page import Picture, plain
from aya_companion.library.traversal import all_blocks, all_words
from aya_companion.paper.document import make_side
from aya_companion.paper.emergency_card import card_facts, card_title, say_this
from aya_companion.ui.wording.calling import line_name
from tests.fakes.companion import OWN_WORDS, catalogs, shelf

NAMES = {"AYA Companion", *(locale.name for locale in LOCALES.values())}
"""What is called the same in every language."""

SIGNS = re.compile(r"[\s\d\W_]*", re.UNICODE)


def unbracketed(text: str) -> str:
    """The text without what stands in ⟦brackets⟧, which may stand in one another."""
    depth, kept = 0, []
    for sign in text:
        depth += sign == "⟦"
        if depth == 0:
            kept.append(sign)
        depth -= sign == "⟧"
    return "".join(kept)


def forgotten(text: str) -> list[str]:
    """The pieces of a text that come from nowhere they may come from."""
    # On the screen a temperature keeps its unit on its line.
    rest = unbracketed(text).replace("\u00a0°", " °").strip("\u2066\u2067\u2068\u2069\u2009 \n")
    if _is_known(rest):
        return []
    pieces = (piece.strip() for piece in re.split(r" · |: |, |\n|\(|\)", rest))
    return [piece for piece in pieces if not _is_known(piece)]


def _is_known(piece: str) -> bool:
    piece = re.sub(r"^\d+\s+", "", piece)
    return (
        SIGNS.fullmatch(piece) is not None
        or piece in NAMES
        or piece in library()
        or any(words in piece for words in OWN_WORDS)
        or all(word in written_by_babel() for word in re.findall(r"[^\W\d_]+", piece))
    )


@cache
def library() -> frozenset[str]:
    """Every text of the library in each language, whole and by the runs it is drawn in."""
    return frozenset(text.strip() for code in shelf().languages for text in _library(code))


def _library(language: str) -> Iterator[str]:
    books = shelf()
    for page in books.pages(language):
        yield from (page.title, page.summary, page.review)
        for words in all_words(page.blocks):
            yield plain(words)
            yield from (part.text for part in words if hasattr(part, "text"))
        for idea in ideas_of(page, with_detail=True):
            yield from sentences_of(idea.blocks)
        for block in all_blocks(page.blocks):
            if isinstance(block, Picture):
                yield " ".join(plain(words) for words in all_words(block.blocks))
    for pack in (books.pack_into(stop.value, language) for stop in Stop):
        if pack is not None:
            yield from (pack.title, pack.summary)
            for words in all_words((pack.changes, pack.bring, pack.call, pack.feel)):
                yield plain(words)
                yield from (part.text for part in words if hasattr(part, "text"))
    yield from _card_in(language)
    for section in books.sections(language):
        yield section.name
    for term in books.terms(language):
        yield from (term.term, term.meaning, term.say or "")
    for source in books.sources:
        yield from (source.title, source.publisher, source.where, source.code)
        yield f"{source.publisher}, {source.year}"


def _card_in(language: str) -> Iterator[str]:
    """What the picture of the emergency card says, which is in the second language."""
    side = make_side(catalogs(), language, UTC)
    everything = EmergencyCard(
        name="-",
        contacts=(Contact("-", CardNumber.of("-")),),
        emergency_number=CardNumber.of("-"),
        allergies="-",
        line=LineType.PORT,
        diagnosis="-",
        notes="-",
    )
    yield from (card_title(side.t), say_this(side.t))
    yield from (line_name(side.t, line) for line in LineType)
    for fact in card_facts(everything, side, line_name):
        yield from (fact.label.partition(":")[0], fact.label, fact.words)


@cache
def written_by_babel() -> frozenset[str]:
    """The single words of dates, times, places and units in the formats of the pseudo-language."""
    babel = Locale.parse(LOCALES["qps"].formats)
    told = [
        *babel.days["format"]["wide"].values(),
        *babel.days["format"]["abbreviated"].values(),
        *babel.months["format"]["wide"].values(),
        *babel.months["format"]["abbreviated"].values(),
        *babel.territories.values(),
        *available_timezones(),
        *(code.upper() for code in LOCALES),
        "AM PM C F in day days week weeks month months year years ago and or",
        __version__,
    ]
    return frozenset(word for text in told for word in re.findall(r"[^\W\d_]+", str(text)))
