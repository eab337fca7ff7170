"""A page of the library as frozen data: what the parser makes and every screen draws.

Nothing here knows Markdown, files or controls.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from math import ceil


@dataclass(frozen=True)
class Text:
    """A run of words, perhaps strong or emphasised."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True)
class TermLink:
    """Words that can be tapped for their meaning; ``term`` is a glossary id."""

    text: str
    term: str
    strong: bool = False


@dataclass(frozen=True)
class TopicLink:
    """Words that open another page; ``topic`` is a page id."""

    text: str
    topic: str


@dataclass(frozen=True)
class SourceMark:
    """Where the statement before it comes from; ``source`` is a code in sources.toml."""

    source: str


Inline = Text | TermLink | TopicLink | SourceMark
Inlines = tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """A heading inside a page. ``anchor`` is stable and the same in every language (``s1``...)."""

    level: int
    content: Inlines
    anchor: str


@dataclass(frozen=True)
class Paragraph:
    """One paragraph."""

    content: Inlines


@dataclass(frozen=True)
class ListItem:
    """One item; ``blocks`` holds paragraphs and lists within it."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class ListBlock:
    """A list, numbered or not."""

    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Table:
    """A small table: a header row, then rows, each a tuple of cells."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True)
class KeyPoints:
    """The page in three to five points."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class CallNow:
    """Warning signs and how soon to call: ``level`` is emergency, team or today."""

    level: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class PageQuestion:
    """A question a page suggests: a stable name, its words, the kinds of visit it fits."""

    id: str
    content: Inlines
    visits: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return plain(self.content)


@dataclass(frozen=True)
class Ask:
    """Questions to ask the team."""

    questions: tuple[PageQuestion, ...]


@dataclass(frozen=True)
class Family:
    """For family and friends."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class CheckQuestion:
    """A question to oneself: choices, which one is right (an index), and why."""

    content: Inlines
    choices: tuple[Inlines, ...]
    right: int
    why: tuple[Block, ...]


@dataclass(frozen=True)
class Check:
    """Check yourself."""

    questions: tuple[CheckQuestion, ...]


@dataclass(frozen=True)
class More:
    """More detail, folded away; shown at full depth only."""

    title: Inlines
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Teach:
    """For nurses: what to say, show, ask back, listen for, and another way to put it."""

    say: tuple[Block, ...]
    show: tuple[Block, ...]
    ask: tuple[Block, ...]
    listen_for: tuple[Block, ...]
    another_way: tuple[Block, ...]


@dataclass(frozen=True)
class Unknown:
    """What doctors do not know yet."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Sensitive:
    """A part shown only to those who choose it. ``kind``: numbers, fertility, relapse, dying."""

    kind: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Picture:
    """A named drawing. ``blocks`` describe it; a ``hundred`` has a count and two legend items."""

    name: str
    blocks: tuple[Block, ...]
    count: int | None = None


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Table
    | KeyPoints
    | CallNow
    | Ask
    | Family
    | Check
    | More
    | Teach
    | Unknown
    | Sensitive
    | Picture
)


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page in one language.

    ``language`` is the language of the words, which is not always the one asked for: a page that
    has no translation is given in English. ``minutes`` are reading minutes at full depth.
    """

    id: str
    language: str
    title: str
    summary: str
    section: str
    phases: tuple[str, ...]
    treatments: tuple[str, ...]
    statements: tuple[str, ...]
    also: tuple[str, ...]
    written: date
    review_due: date
    review: str
    sensitive: tuple[str, ...]
    blocks: tuple[Block, ...]
    words: int
    source_sha: str = ""
    translation: str = ""
    text_sha: str = field(default="", repr=False)

    @property
    def minutes(self) -> int:
        """Minutes to read it at full depth."""
        return minutes_for(self.words)


WORDS_A_MINUTE = 240
"""The pace of all times that the app names: adults read about 238 words of English prose a minute in
silence, and more of Spanish (Brysbaert, J. Memory and Language 109, 2019; a mean over studies).
Who is tired or ill reads more slowly."""


def minutes_for(words: int) -> int:
    """Whole minutes to read so many words; a begun minute counts, so that none is promised away."""
    return max(1, ceil(words / WORDS_A_MINUTE))


def plain(content: Inlines) -> str:
    """The words of inline content, source marks left out."""
    return "".join(part.text for part in content if not isinstance(part, SourceMark))
