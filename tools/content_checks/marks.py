"""Source marks: known, used, fresh, and none missing where a page states a fact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from aya_companion.library.folding import fold
from aya_companion.library.page import (
    Ask,
    Block,
    CallNow,
    Check,
    Inlines,
    ListBlock,
    Paragraph,
    Picture,
    SourceMark,
    Table,
    Teach,
    TermLink,
    TopicLink,
    plain,
)
from aya_companion.library.sources import GENERAL_KNOWLEDGE, KINDS, Source
from aya_companion.library.traversal import all_words, blocks_within
from aya_companion.library.vocabulary import HUNDRED
from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentFile, ContentLibrary, PageFile
from tools.content_checks.reading import sentences

_SPACE_BEFORE = re.compile(r"\s\[\^\w+\]")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»")
_MARK = re.compile(r"\[\^(\w+)\]")


def check_marks(library: ContentLibrary) -> Iterator[Finding]:
    """Every fact says where it comes from, from a source that is known and was looked at."""
    for file in library.pages:
        for words in unmarked(file, library):
            problem = f"No source mark: {words[:60]!r}."
            do = "Add the mark of its source, or [^K]."
            yield file.finding("marks", file.line_of(words), problem, do)
        for number, line in enumerate(file.lines, start=1):
            if _SPACE_BEFORE.search(line):
                problem = "There is a space before a source mark."
                yield file.finding("marks", number, problem, "Take the space out.")
        yield from _unknown(file, marks_in(file.page.blocks), library)
    for pack in library.packs:
        yield from _unknown(pack, marks_in(pack.blocks), library)
        for point in _unmarked(pack.blocks):
            problem = f"No source mark: {plain(point)[:60]!r}."
            yield pack.finding("marks", pack.line_of(point), problem, "Add the mark of its source.")
    yield from _unused_and_old(library)


def marks_in(blocks: Sequence[Block]) -> Counter[str]:
    """How often some blocks name each source."""
    return Counter(
        part.source for words in all_words(blocks) for part in words if isinstance(part, SourceMark)
    )


def known_share(library: ContentLibrary) -> tuple[int, int]:
    """How many marks the English pages have, and how many of them name general knowledge."""
    marks = Counter[str]()
    for file in library.originals:
        marks += marks_in(file.page.blocks)
    return marks.total(), marks[GENERAL_KNOWLEDGE]


def sources_by_kind(library: ContentLibrary) -> dict[str, int]:
    """How many sources of each kind the English pages use."""
    used = {code for file in library.originals for code in marks_in(file.page.blocks)}
    kinds = Counter(source.kind for source in library.shelf.sources if source.code in used)
    return dict(sorted(kinds.items()))


def unmarked(file: PageFile, library: ContentLibrary) -> list[str]:
    """The paragraphs, list items and tables that speak of medicine without a source mark.

    Words to say, kindness and signposts to other pages need none: what counts are paragraphs with
    a figure, a linked word, or one of the clinical words of hard-words.toml.
    """
    settings = library.settings("hard-words.toml").get(file.page.language, {})
    clinical = library.pattern("hard-words.toml", settings.get("clinical", [""]))
    return [
        plain(words)
        for words in _unmarked(file.page.blocks)
        if any(isinstance(part, TermLink) for part in words)
        or clinical.search(fold(_QUOTED.sub("", plain(words))))
        or re.search(r"\d", plain(words))
    ]


def _unmarked(blocks: Sequence[Block], *, introduced: bool = False) -> Iterator[Inlines]:
    """``introduced``: the sentence before these blocks carries marks for them."""
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        before = blocks[index - 1] if index else None
        match block:
            case Ask() | Teach():
                pass
            case Picture(name=name):
                if name == HUNDRED:
                    yield from _unmarked(block.blocks[1:])
            case CallNow(blocks=inner):
                # The line after the signs says when to call, which is the app's rule, not a fact.
                yield from _unmarked(inner[:-1])
            case Check(questions=questions):
                for question in questions:
                    if not any(_marked(words) for words in all_words(question.why)):
                        yield from all_words(question.why[:1])
            case Paragraph(content=content):
                leads_on = isinstance(following, ListBlock | Table | Picture)
                if not (introduced or leads_on or _marked(content) or _is_signpost(content)):
                    yield content
            case ListBlock(items=items):
                marked = isinstance(before, Paragraph) and _marked(before.content)
                for item in items:
                    if not any(_marked(words) for words in all_words(item.blocks)):
                        yield from _unmarked(item.blocks, introduced=introduced or marked)
            case Table():
                marked = isinstance(before, Paragraph) and _marked(before.content)
                if not (marked or any(_marked(words) for words in all_words([block]))):
                    yield block.header[0]
            case _:
                yield from _unmarked(blocks_within(block))


def _is_signpost(words: Inlines) -> bool:
    """Whether this is one sentence that leads to another page."""
    leads = any(isinstance(part, TopicLink) for part in words)
    return leads and len(sentences(plain(words))) == 1


def _marked(words: Inlines) -> bool:
    return any(isinstance(part, SourceMark) for part in words)


def _unknown(file: ContentFile, marks: Counter[str], library: ContentLibrary) -> Iterator[Finding]:
    for code in marks:
        if code not in library.shelf.catalog.sources:
            line = file.line_with(f"[^{code}]")
            problem = f"The source {code!r} is not in sources.toml."
            yield file.finding("sources", line, problem, "Add it there, or use another.")


def _unused_and_old(library: ContentLibrary) -> Iterator[Finding]:
    name = library.name("sources.toml")
    lines = library.text("sources.toml").splitlines()
    term = timedelta(days=library.limits["source_days"])
    used = {
        code
        for file in library.content.rglob("*.md")
        for code in _MARK.findall(file.read_text(encoding="utf-8", errors="replace"))
    }
    for source in library.shelf.sources:
        line = lines.index(f"[{source.code}]") + 1 if f"[{source.code}]" in lines else 1
        if source.code not in used and source.code != GENERAL_KNOWLEDGE:
            problem = f"No page uses the source {source.code!r}."
            yield Finding(name, line, "sources", problem, "Use it or take it out.")
        yield from (
            Finding(name, line, "sources", *problem) for problem in _wrong(source, library.today)
        )
        if source.looked_at + term < library.today and source.code != GENERAL_KNOWLEDGE:
            problem = f"The source {source.code!r} was last looked at on {source.looked_at}."
            yield Finding(
                name, line, "sources", problem, "Look again and write the date.", due=True
            )


def _wrong(source: Source, today: date) -> Iterator[tuple[str, str]]:
    """What cannot be true of a source, and what to do."""
    if source.kind not in KINDS:
        kinds = ", ".join(sorted(KINDS))
        yield f"The kind of {source.code!r} is not known: {source.kind!r}.", f"Use: {kinds}."
    if source.looked_at > today:
        problem = f"The source {source.code!r} is said to be looked at on {source.looked_at}."
        yield problem, "Write the day on which somebody did."
    if source.year > today.year:
        yield f"The source {source.code!r} is from the year {source.year}.", "Put it right."
    if "..." in source.where:
        problem = f"The address of {source.code!r} has a part left out."
        yield problem, "Write it whole, or only the part that is known."
