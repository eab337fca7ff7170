"""A page one idea at a time: what a tired reader sees on one screen, or hears in one go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aya_companion.library.page import (
    Ask,
    Block,
    CallNow,
    Check,
    Family,
    Heading,
    Inlines,
    KeyPoints,
    ListBlock,
    More,
    Page,
    Paragraph,
    Picture,
    Sensitive,
    Table,
    Teach,
    Text,
    Unknown,
    plain,
)

_SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+(?=[^a-zà-ÿ])|(?<=[。！？])")


@dataclass(frozen=True)
class Idea:
    """Blocks that belong on one screen, under the heading they stand under ("" for none)."""

    heading: str
    anchor: str
    blocks: tuple[Block, ...]


def ideas_of(page: Page, *, with_detail: bool = False) -> tuple[Idea, ...]:
    """The ideas of a page in reading order, the summary first.

    Each key point is one, each box for calling, each paragraph with the list that follows it. Check
    questions and notes for teaching are left to the whole page, and what is folded away too unless
    ``with_detail``.
    """
    return tuple(_ideas(page, with_detail))


def _ideas(page: Page, with_detail: bool) -> Iterator[Idea]:
    yield Idea("", "", (Paragraph((Text(page.summary),)),))
    heading, anchor = "", ""
    waiting: Block | None = None
    for block in page.blocks:
        if waiting is not None:
            if isinstance(block, ListBlock):
                yield Idea(heading, anchor, (waiting, block))
                waiting = None
                continue
            yield Idea(heading, anchor, (waiting,))
            waiting = None
        match block:
            case Heading(content=content, anchor=name):
                heading, anchor = plain(content), name
            case Paragraph():
                waiting = block
            case KeyPoints(blocks=inside):
                yield from (
                    Idea("", "", (KeyPoints((ListBlock((item,)),)),))
                    for each in inside
                    if isinstance(each, ListBlock)
                    for item in each.items
                )
            case More(title=title, blocks=inside):
                if with_detail:
                    yield from (Idea(plain(title), "", (each,)) for each in inside)
            case Check() | Teach():
                pass
            case CallNow() | Family() | Ask() | Unknown():
                yield Idea("", "", (block,))
            case _:
                yield Idea(heading, anchor, (block,))
    if waiting is not None:
        yield Idea(heading, anchor, (waiting,))


def sentences_of(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The sentences of blocks in order, source marks left out; none of sensitive parts."""
    return tuple(_sentences_of(blocks))


def _sentences_of(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(content=content) | Heading(content=content):
                yield from _split(content)
            case ListBlock(items=items):
                for item in items:
                    yield from _sentences_of(item.blocks)
            case Table(header=header, rows=rows):
                yield from (_row(header, row) for row in rows)
            case Ask(questions=questions):
                yield from (question.text for question in questions)
            case KeyPoints() | CallNow() | Family() | Unknown() | More() | Picture():
                yield from _sentences_of(block.blocks)
            case Sensitive() | Check() | Teach():
                pass


def _row(header: tuple[Inlines, ...], row: tuple[Inlines, ...]) -> str:
    """A row of a table for the ear: what it is about, then each cell after its column's name."""
    columns = (
        f"{plain(name)}: {plain(cell)}" if name else plain(cell)
        for name, cell in zip(header[1:], row[1:], strict=True)
    )
    return "; ".join((plain(row[0]), *columns))


def _split(content: Inlines) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(plain(content)):
        if sentence.strip():
            yield sentence.strip()
