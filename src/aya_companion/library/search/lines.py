"""What of a page and the glossary can be found: short lines, each with what it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aya_companion.library.glossary import Term
from aya_companion.library.ideas import sentences_of
from aya_companion.library.page import (
    Ask,
    CallNow,
    Check,
    Family,
    Heading,
    KeyPoints,
    More,
    Page,
    Picture,
    Sensitive,
    Teach,
    Unknown,
    plain,
)
from aya_companion.library.traversal import anchored

TITLE, ALSO, SUMMARY, KEY, HEADING, BODY, HIDDEN = (
    "title",
    "also",
    "summary",
    "key",
    "heading",
    "body",
    "hidden",
)
"""Where a line stands. ``HIDDEN`` lines are found and never shown: the reader may not want them."""


@dataclass(frozen=True)
class Findable:
    """Something a search can find.

    ``kind`` is page, heading, term or question. ``id`` is the page's id for pages and headings,
    the glossary's or the question's own otherwise; ``page`` is "" for words of the glossary.
    ``anchor`` is where on the page it stands, "" for its top.
    """

    kind: str
    id: str
    title: str
    page: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Line:
    """A line of text and what it is: one of the names above."""

    field: str
    text: str


Found = tuple[Findable, tuple[Line, ...]]


def findables_of_page(page: Page) -> Iterator[Found]:
    """The page, its headings, its boxes and its questions, each with its lines.

    Check questions are left out (they hold wrong answers), and so are notes for teaching.
    """
    at = Findable("page", page.id, page.title, page.id)
    lines = [Line(TITLE, page.title), *(Line(ALSO, words) for words in page.also)]
    lines.append(Line(SUMMARY, page.summary))
    for anchor, block in anchored(page.blocks):
        match block:
            case Heading(content=content):
                yield at, tuple(lines)
                at = Findable("heading", page.id, plain(content), page.id, anchor)
                lines = [Line(HEADING, plain(content))]
            case KeyPoints() | CallNow():
                lines.extend(Line(KEY, text) for text in sentences_of([block]))
            case More(title=title, blocks=inside):
                more = Findable("heading", page.id, plain(title), page.id, anchor)
                texts = (Line(BODY, text) for text in sentences_of(inside))
                yield more, (Line(HEADING, plain(title)), *texts)
            case Family() | Unknown():
                box = Findable("page", page.id, page.title, page.id, anchor)
                yield box, tuple(Line(BODY, text) for text in sentences_of([block]))
            case Sensitive(blocks=inside):
                lines.extend(Line(HIDDEN, text) for text in sentences_of(inside))
            case Ask(questions=questions):
                for asked in questions:
                    question = Findable("question", asked.id, asked.text, page.id, anchor)
                    yield question, (Line(HEADING, asked.text),)
            case Check() | Teach() | Picture():
                pass
            case _:
                lines.extend(Line(BODY, text) for text in sentences_of([block]))
    yield at, tuple(lines)


def findables_of_glossary(terms: Iterable[Term]) -> Iterator[Found]:
    """The words of the glossary with their meanings."""
    for term in terms:
        word = Findable("term", term.id, term.term)
        yield word, (Line(HEADING, term.term), Line(BODY, term.meaning))
