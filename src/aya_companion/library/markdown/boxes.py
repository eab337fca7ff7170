"""The boxes of a page, by name, and which may hold which."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.tree import SyntaxTreeNode

from aya_companion.library.markdown.asking import read_ask, read_check
from aya_companion.library.markdown.commonmark import BOX
from aya_companion.library.markdown.plain_blocks import (
    read_plain_block,
    read_plain_blocks,
    read_words,
)
from aya_companion.library.markdown.position import Position
from aya_companion.library.page import (
    Block,
    CallNow,
    Family,
    KeyPoints,
    ListBlock,
    More,
    Paragraph,
    Picture,
    Sensitive,
    Teach,
    Unknown,
)
from aya_companion.library.vocabulary import CALL_LEVELS, DRAWINGS, HUNDRED, SENSITIVE_BOXES

NUMBERS = "numbers"
_TEACH_PARTS = 5
_HOLDS = {
    "more": {"picture"},
    "unknown": {"picture"},
    NUMBERS: {"picture"},
    "family": {"picture"},
    "sensitive": {"picture", "more", "unknown", NUMBERS},
}
"""Which boxes another box may hold; a box that is not named here holds none."""


def read_box(node: SyntaxTreeNode, place: Position) -> Block:
    """The box that a container token stands for. Raises PageError for an unknown one."""
    name, *words = node.info.split()
    if name not in _READERS:
        raise place.error(
            node, f"There is no box {name!r}.", f"Use one of: {', '.join(sorted(_READERS))}."
        )
    if node.nester_tokens is None or not node.nester_tokens.closing.markup:
        raise place.error(
            node,
            f"The box {name!r} has no end.",
            "End it with three colons alone. If it holds a box, write the outer one with four.",
        )
    if not node.children:
        raise place.error(node, f"The box {name!r} is empty.", "Fill it in or take it out.")
    return _READERS[name](node, words, place)


def _held(node: SyntaxTreeNode, name: str, place: Position) -> tuple[Block, ...]:
    return _read(node.children, name, place)


def _read(nodes: Sequence[SyntaxTreeNode], name: str, place: Position) -> tuple[Block, ...]:
    """What a box holds: plain blocks, and the boxes it may hold."""
    blocks = []
    for node in nodes:
        if node.type == BOX and node.info.split()[0] in _HOLDS.get(name, ()):
            blocks.append(read_box(node, place))
        else:
            blocks.append(read_plain_block(node, place))
    return tuple(blocks)


def _no_words(node: SyntaxTreeNode, words: list[str], place: Position) -> None:
    if words:
        raise place.error(
            node, f"{' '.join(words)!r} does not belong behind this name.", "Take it out."
        )


def _one_of(
    node: SyntaxTreeNode, words: list[str], allowed: frozenset[str], place: Position
) -> str:
    if len(words) != 1 or words[0] not in allowed:
        raise place.error(
            node,
            "The word behind the name of this box is missing or not known.",
            f"Use one of: {', '.join(sorted(allowed))}.",
        )
    return words[0]


def _key_points(node: SyntaxTreeNode, words: list[str], place: Position) -> KeyPoints:
    _no_words(node, words, place)
    return KeyPoints(_held(node, "key-points", place))


def _call_now(node: SyntaxTreeNode, words: list[str], place: Position) -> CallNow:
    return CallNow(_one_of(node, words, CALL_LEVELS, place), _held(node, "call-now", place))


def _family(node: SyntaxTreeNode, words: list[str], place: Position) -> Family:
    _no_words(node, words, place)
    return Family(_held(node, "family", place))


def _unknown(node: SyntaxTreeNode, words: list[str], place: Position) -> Unknown:
    _no_words(node, words, place)
    return Unknown(_held(node, "unknown", place))


def _numbers(node: SyntaxTreeNode, words: list[str], place: Position) -> Sensitive:
    _no_words(node, words, place)
    return Sensitive(NUMBERS, _held(node, NUMBERS, place))


def _sensitive(node: SyntaxTreeNode, words: list[str], place: Position) -> Sensitive:
    kind = _one_of(node, words, SENSITIVE_BOXES, place)
    return Sensitive(kind, _held(node, "sensitive", place))


def _more(node: SyntaxTreeNode, words: list[str], place: Position) -> More:
    _no_words(node, words, place)
    title, *rest = node.children
    if title.tag != "h3" or not rest:
        raise place.error(
            node, "A more box begins with a heading and goes on.", "Write ### and its question."
        )
    return More(read_words(title, place), _read(rest, "more", place))


def _picture(node: SyntaxTreeNode, words: list[str], place: Position) -> Picture:
    name = _one_of(node, words[:1], DRAWINGS, place)
    blocks = _held(node, "picture", place)
    if name != HUNDRED:
        _no_words(node, words[1:], place)
        return Picture(name, blocks)
    count = words[1] if len(words) == 2 else ""
    if not (count.isascii() and count.isdecimal() and 0 <= int(count) <= 100):
        raise place.error(node, "The picture needs a number up to 100.", "Write: hundred 17.")
    legend = blocks[0]
    if not (isinstance(legend, ListBlock) and len(legend.items) == 2 and len(blocks) > 1):
        raise place.error(
            node,
            "A picture of 100 people names both groups and who they are.",
            "Write a list of two items, then a paragraph.",
        )
    if not all(isinstance(block, Paragraph) for block in blocks[1:]):
        raise place.error(node, "Only paragraphs follow the two items.", "Move the rest out.")
    return Picture(name, blocks, int(count))


def _ask(node: SyntaxTreeNode, words: list[str], place: Position) -> Block:
    _no_words(node, words, place)
    return read_ask(node.children, node, place)


def _check(node: SyntaxTreeNode, words: list[str], place: Position) -> Block:
    _no_words(node, words, place)
    return read_check(node.children, node, place)


def _teach(node: SyntaxTreeNode, words: list[str], place: Position) -> Teach:
    _no_words(node, words, place)
    starts = [index for index, child in enumerate(node.children) if child.tag == "h3"]
    ends = [*starts[1:], len(node.children)]
    parts = [
        read_plain_blocks(node.children[start + 1 : end], place)
        for start, end in zip(starts, ends, strict=True)
    ]
    if len(parts) != _TEACH_PARTS or starts[0] != 0 or not all(parts):
        raise place.error(
            node,
            "A teach box has five filled parts.",
            "Write ### Say, Show, Ask, Listen for, Another way, in this order.",
        )
    say, show, ask, listen_for, another_way = parts
    return Teach(say, show, ask, listen_for, another_way)


_READERS: dict[str, Callable[[SyntaxTreeNode, list[str], Position], Block]] = {
    "key-points": _key_points,
    "call-now": _call_now,
    "picture": _picture,
    "more": _more,
    "unknown": _unknown,
    NUMBERS: _numbers,
    "sensitive": _sensitive,
    "family": _family,
    "ask": _ask,
    "check": _check,
    "teach": _teach,
}
