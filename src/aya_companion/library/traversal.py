"""Ways through a page: every block, every run of words, every link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    PageQuestion,
    Paragraph,
    Table,
    Teach,
    TermLink,
    Unknown,
    plain,
)

SHORT: tuple[type, ...] = (KeyPoints, CallNow, Ask)
"""What the short version of a page holds."""


def blocks_within(block: Block) -> tuple[Block, ...]:
    """The blocks right inside a block, in reading order."""
    match block:
        case ListBlock(items=items):
            return tuple(inner for item in items for inner in item.blocks)
        case Check(questions=questions):
            return tuple(inner for question in questions for inner in question.why)
        case Teach():
            return block.say + block.show + block.ask + block.listen_for + block.another_way
        case Heading() | Paragraph() | Table() | Ask():
            return ()
        case _:
            return block.blocks


def all_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Each block and everything inside it, in reading order."""
    for block in blocks:
        yield block
        yield from all_blocks(blocks_within(block))


def words_of(block: Block) -> tuple[Inlines, ...]:
    """The runs of words that belong to a block itself, not to blocks inside it."""
    match block:
        case Heading(content=content) | Paragraph(content=content):
            return (content,)
        case More(title=title):
            return (title,)
        case Table(header=header, rows=rows):
            return (*header, *(cell for row in rows for cell in row))
        case Ask(questions=questions):
            return tuple(question.content for question in questions)
        case Check(questions=checks):
            return tuple(words for check in checks for words in (check.content, *check.choices))
        case _:
            return ()


def all_words(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """Every run of words, in reading order."""
    for block in all_blocks(blocks):
        yield from words_of(block)


def terms_used(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The glossary ids that are linked, in the order of their first use."""
    links = (part for words in all_words(blocks) for part in words if isinstance(part, TermLink))
    return tuple(dict.fromkeys(link.term for link in links))


def questions_of(page: Page) -> tuple[PageQuestion, ...]:
    """The questions a page suggests for the team."""
    return tuple(
        question for block in page.blocks if isinstance(block, Ask) for question in block.questions
    )


def anchored(blocks: Iterable[Block]) -> Iterator[tuple[str, Block]]:
    """Each block of a page with the anchor it can be opened at; "" for those that have none."""
    counts: dict[str, int] = {}
    for block in blocks:
        match block:
            case Heading(anchor=anchor):
                yield anchor, block
            case More() | Unknown() | Family() | Ask():
                name = type(block).__name__.lower()
                counts[name] = counts.get(name, 0) + 1
                yield f"{name}{counts[name]}", block
            case _:
                yield "", block


def word_count(blocks: Iterable[Block]) -> int:
    """How many words there are to read, what is for asking, checking and teaching left out."""
    read = (block for block in blocks if not isinstance(block, Ask | Check | Teach))
    return sum(len(plain(words).split()) for words in all_words(read))


def short_word_count(page: Page) -> int:
    """How many words the short version of a page has."""
    short = (block for block in page.blocks if isinstance(block, SHORT))
    return sum(len(plain(words).split()) for words in all_words(short))
