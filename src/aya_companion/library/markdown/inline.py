"""Words within a paragraph: strong, emphasis, links to words and pages, source marks."""

from __future__ import annotations

import re
from itertools import groupby

from markdown_it.tree import SyntaxTreeNode

from aya_companion.library.markdown.commonmark import MARK
from aya_companion.library.markdown.position import Position
from aya_companion.library.page import Inline, Inlines, SourceMark, TermLink, Text, TopicLink

_LEFTOVERS = {
    "[^": ("A source mark is not written right.", "Write it as [^S25], code without spaces."),
    "](": ("A link is not written right.", "Write it as [words](term:its-id) without spaces."),
    "]{": ("A name is not written right.", 'Write it as [Words?]{#page-name visit="clinic"}.'),
    "**": ("Two stars are left over.", "Put them right before and right after the strong words."),
    ":::": ("Three colons belong to no box.", "Take them out, or write the outer box with four."),
}
_NOT_ALLOWED = {
    "html_inline": ("HTML is not used on pages.", "Take the tag out."),
    "code_inline": ("Backquotes are not used on pages.", "Take them out."),
    "image": ("Pictures are not linked.", "Use a picture box with a drawing of the app."),
    "span": ("A name stands outside of an ask box.", "Take the brackets and the name out."),
}
_LINK = re.compile(r"(term|topic):([a-z0-9]+(?:-[a-z0-9]+)*)")


def read_inlines(node: SyntaxTreeNode, place: Position) -> Inlines:
    """The words under a node (``inline`` or a span). Raises PageError for what pages do not use."""
    return _merged(_read(node, place, strong=False, emphasis=False))


def _read(node: SyntaxTreeNode, place: Position, *, strong: bool, emphasis: bool) -> list[Inline]:
    found: list[Inline] = []
    for child in node.children:
        if child.type == "text":
            _check_leftovers(child, place)
            found.append(Text(child.content, strong, emphasis))
        elif child.type in ("softbreak", "hardbreak"):
            found.append(Text(" ", strong, emphasis))
        elif child.type in ("strong", "em"):
            found += _read(
                child,
                place,
                strong=strong or child.type == "strong",
                emphasis=emphasis or child.type == "em",
            )
        elif child.type == MARK:
            found.append(SourceMark(child.content))
        elif child.type == "link":
            found.append(_read_link(child, place, strong=strong))
        else:
            problem = _NOT_ALLOWED.get(child.type, ("This is not used on pages.", "Take it out."))
            raise place.error(node, *problem)
    return found


def _read_link(node: SyntaxTreeNode, place: Position, *, strong: bool) -> TermLink | TopicLink:
    target = _LINK.fullmatch(str(node.attrs.get("href", "")))
    if not target or set(node.attrs) != {"href"}:
        raise place.error(
            node,
            f"The link to {node.attrs.get('href')!r} leads out of the library.",
            "Link to term:its-id or topic:its-id.",
        )
    inner = _merged(_read(node, place, strong=False, emphasis=False))
    if len(inner) != 1 or not isinstance(inner[0], Text) or not inner[0].text.strip():
        raise place.error(
            node, "A link holds more than plain words.", "Put marks and stars outside of it."
        )
    kind, target_id = target.groups()
    words = inner[0].text
    return TermLink(words, target_id, strong) if kind == "term" else TopicLink(words, target_id)


def _check_leftovers(node: SyntaxTreeNode, place: Position) -> None:
    for leftover, problem in _LEFTOVERS.items():
        if leftover in node.content:
            raise place.error(node, *problem)


def _merged(parts: list[Inline]) -> Inlines:
    """The same words with neighbouring runs of one style joined, and empty ones left out."""
    merged: list[Inline] = []
    for style, run in groupby(parts, key=_style):
        if style is None:
            merged += run
        else:
            words = "".join(part.text for part in run if isinstance(part, Text))
            if words:
                merged.append(Text(words, *style))
    return tuple(merged)


def _style(part: Inline) -> tuple[bool, bool] | None:
    return (part.strong, part.emphasis) if isinstance(part, Text) else None
