"""A page of the library on paper, or as text to send: whole or short, with its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aya_companion.domain.care_team import CallLevel
from aya_companion.i18n.catalogs import Translator
from aya_companion.i18n.checked_words import checked_words
from aya_companion.library import page as p
from aya_companion.library.sources import Source
from aya_companion.library.traversal import SHORT, all_words, blocks_within, words_of
from aya_companion.paper.document import Side, render

LevelName = Callable[[Translator, CallLevel], str]


@dataclass(frozen=True)
class PagePrint:
    """What to print. ``sources`` are all sources by code; ``opened`` the kinds of sensitive part
    that go on paper: what was not opened on the screen stays closed on paper too."""

    page: p.Page
    sources: Mapping[str, Source]
    short: bool = False
    opened: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Item:
    """A piece of the printed page: a heading, a paragraph, a list item or the start of a box."""

    kind: str
    text: str


def page_html(printed: PagePrint, side: Side, level_name: LevelName) -> str:
    """The page as HTML in its own language; ``side`` is in that language too."""
    return render(
        "page.html",
        side=side,
        title=printed.page.title,
        points=11.5,
        summary=printed.page.summary,
        items=list(_items(printed, side.t, level_name)),
        sources_title=side.t("Where this comes from"),
        sources=_sources(printed, side.t),
        foot=_foot(printed.page, side),
    )


def page_text(printed: PagePrint, side: Side, level_name: LevelName) -> str:
    """The page as plain text to send to someone."""
    lines = [printed.page.title, "", printed.page.summary]
    for item in _items(printed, side.t, level_name):
        if item.kind in ("heading", "box"):
            lines += ["", item.text.upper() if item.kind == "box" else item.text]
        else:
            lines.append(f"- {item.text}" if item.kind == "point" else item.text)
    lines += ["", side.t("Where this comes from")]
    lines += [f"- {source}" for source in _sources(printed, side.t)]
    lines += ["", *_foot(printed.page, side)]
    return "\n".join(lines)


def _items(printed: PagePrint, t: Translator, level_name: LevelName) -> Iterable[_Item]:
    for block in _wanted(printed):
        yield from _block(block, t, level_name, printed.opened)


def _wanted(printed: PagePrint) -> list[p.Block]:
    """The blocks for paper; notes for nurses and quizzes stay on the screen."""
    return [
        block
        for block in printed.page.blocks
        if not isinstance(block, p.Teach | p.Check)
        and (not printed.short or isinstance(block, SHORT))
    ]


def _shown(blocks: Iterable[p.Block], opened: frozenset[str]) -> Iterator[p.Block]:
    """Each block and what is inside it, without the sensitive parts that stay closed."""
    for block in blocks:
        if not isinstance(block, p.Sensitive) or block.kind in opened:
            yield block
            yield from _shown(blocks_within(block), opened)


def _block(
    block: p.Block, t: Translator, level_name: LevelName, opened: frozenset[str]
) -> Iterable[_Item]:
    match block:
        case p.Heading(content=content):
            yield _Item("heading", p.plain(content))
        case p.Paragraph(content=content):
            yield _Item("words", p.plain(content))
        case p.ListBlock(items=items):
            for item in items:
                words = " ".join(p.plain(run) for run in all_words(item.blocks))
                yield _Item("point", words)
        case p.Table(header=header, rows=rows):
            for row in rows:
                cells = [f"{p.plain(h)}: {p.plain(c)}" for h, c in zip(header, row, strict=False)]
                yield _Item("point", "; ".join(cells))
        case p.Ask(questions=questions):
            yield _Item("box", t("Questions to ask"))
            for question in questions:
                yield _Item("point", question.text)
        case p.CallNow(level=level, blocks=blocks):
            yield _Item("call", level_name(t, CallLevel(level)))
            yield from _inside(blocks, t, level_name, opened)
        case p.Sensitive(kind=kind, blocks=blocks):
            if kind in opened:
                yield from _inside(blocks, t, level_name, opened)
        case p.More(title=title, blocks=blocks):
            yield _Item("heading", p.plain(title))
            yield from _inside(blocks, t, level_name, opened)
        case p.KeyPoints(blocks=blocks):
            yield _Item("box", t("The short version"))
            yield from _inside(blocks, t, level_name, opened)
        case p.Family(blocks=blocks):
            yield _Item("box", t("For family and friends"))
            yield from _inside(blocks, t, level_name, opened)
        case p.Unknown(blocks=blocks):
            yield _Item("box", t("What doctors don't know yet"))
            yield from _inside(blocks, t, level_name, opened)
        case p.Picture(blocks=blocks):
            yield from _inside(blocks, t, level_name, opened)
        case _:
            return


def _inside(
    blocks: Iterable[p.Block], t: Translator, level_name: LevelName, opened: frozenset[str]
) -> Iterable[_Item]:
    for block in blocks:
        yield from _block(block, t, level_name, opened)


def _sources(printed: PagePrint, t: Translator) -> Sequence[str]:
    """The sources of what is printed, in order of first use."""
    codes: dict[str, None] = {}
    for block in _shown(_wanted(printed), printed.opened):
        for words in words_of(block):
            codes.update((part.source, None) for part in words if isinstance(part, p.SourceMark))
    known = [printed.sources[code] for code in codes if code in printed.sources]
    return [", ".join(str(x) for x in (s.title, s.publisher, s.year or "") if x) for s in known]


def _foot(page: p.Page, side: Side) -> list[str]:
    """Who checked the page and its translation, and when it was written and is due."""
    written = side.t(
        "Written {written}. Due for review {due}. General education, not medical advice. "
        "Your team's own rule always wins.",
        written=side.f.medium_date(page.written),
        due=side.f.medium_date(page.review_due),
    )
    return [*checked_words(side.t, side.f, page.review, page.translation), written]
