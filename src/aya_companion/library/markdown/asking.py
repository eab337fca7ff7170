"""The boxes that ask: questions for the team, and questions to oneself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.tree import SyntaxTreeNode

from aya_companion.library.markdown.inline import read_inlines
from aya_companion.library.markdown.plain_blocks import read_plain_blocks, read_words
from aya_companion.library.markdown.position import Position
from aya_companion.library.page import (
    Ask,
    Check,
    CheckQuestion,
    Inlines,
    PageQuestion,
    Text,
)
from aya_companion.library.vocabulary import VISIT_KINDS

_CHOICE = re.compile(r"\[([ xX])\]\s+")
_ASK_ITEM = 'Write each as: - [Words?]{#page-name visit="clinic"}'


def read_ask(nodes: Sequence[SyntaxTreeNode], box: SyntaxTreeNode, place: Position) -> Ask:
    """Questions to ask the team, one per list item, each with a name of its own."""
    if len(nodes) != 1 or nodes[0].type != "bullet_list":
        raise place.error(box, "An ask box holds one list and nothing else.", _ASK_ITEM)
    questions = tuple(_read_page_question(item, place) for item in nodes[0].children)
    names = [question.id for question in questions]
    for item, name in zip(nodes[0].children, names, strict=True):
        if names.count(name) > 1:
            raise place.error(item, f"The name {name!r} is used twice.", "Give one another name.")
    return Ask(questions)


def _read_page_question(item: SyntaxTreeNode, place: Position) -> PageQuestion:
    paragraph = item.children[0] if item.children else item
    words = paragraph.children[0].children if paragraph.children else []
    if len(item.children) != 1 or len(words) != 1 or words[0].type != "span":
        raise place.error(item, "This is not a question with a name.", _ASK_ITEM)
    span = words[0]
    name = str(span.attrs.get("id", ""))
    if set(span.attrs) != {"id", "visit"}:
        raise place.error(item, "The question needs a name and kinds of visit.", _ASK_ITEM)
    if not re.fullmatch(rf"{re.escape(place.page_id)}(-[a-z0-9]+)+", name):
        raise place.error(
            item,
            f"The name {name!r} does not begin with the page's id.",
            f"Write {place.page_id}- and small letters.",
        )
    visits = tuple(str(span.attrs["visit"]).split())
    for visit in visits:
        if visit not in VISIT_KINDS:
            kinds = ", ".join(sorted(VISIT_KINDS))
            raise place.error(item, f"{visit!r} is no kind of visit.", f"Use: {kinds}.")
    content = read_inlines(span, place)
    if not visits or not content:
        raise place.error(item, "The question has no words or no kind of visit.", _ASK_ITEM)
    return PageQuestion(name, content, visits)


def read_check(nodes: Sequence[SyntaxTreeNode], box: SyntaxTreeNode, place: Position) -> Check:
    """Questions to oneself: a heading, choices, and the reason, again and again."""
    if not nodes or len(nodes) % 3:
        raise place.error(
            box,
            "A check box does not hold whole questions.",
            "Write for each: a ### line, a list of choices, a > line.",
        )
    return Check(
        tuple(
            _read_check_question(nodes[start : start + 3], place)
            for start in range(0, len(nodes), 3)
        )
    )


def _read_check_question(nodes: Sequence[SyntaxTreeNode], place: Position) -> CheckQuestion:
    for node, kind, tag, wanted in zip(
        nodes,
        ("heading", "bullet_list", "blockquote"),
        ("h3", "ul", "blockquote"),
        ("a ### line with the question", "a list of choices", "a > line with the reason"),
        strict=True,
    ):
        if (node.type, node.tag) != (kind, tag):
            raise place.error(node, f"Here should stand {wanted}.", "Put it here.")
    heading, choices, why = nodes
    read = [_read_choice(item, place) for item in choices.children]
    right = [index for index, (is_right, _) in enumerate(read) if is_right]
    if not 2 <= len(read) <= 4 or len(right) != 1:
        raise place.error(
            choices,
            "A check question has two to four choices, one of them right.",
            "Mark the right one [x] and the others [ ].",
        )
    return CheckQuestion(
        read_words(heading, place),
        tuple(content for _, content in read),
        right[0],
        read_plain_blocks(why.children, place),
    )


def _read_choice(item: SyntaxTreeNode, place: Position) -> tuple[bool, Inlines]:
    """Whether a choice is right, and its words."""
    wrong = place.error(item, "This is not a choice.", "Write it as: - [ ] Words, or - [x] Words.")
    if len(item.children) != 1 or item.children[0].type != "paragraph":
        raise wrong
    content = read_words(item.children[0], place)
    first = content[0] if content else None
    box = _CHOICE.match(first.text) if isinstance(first, Text) else None
    if not box or not isinstance(first, Text):
        raise wrong
    rest = first.text[box.end() :]
    words = (Text(rest, first.strong, first.emphasis),) if rest else ()
    if not words and len(content) == 1:
        raise wrong
    return box[1] != " ", words + content[1:]
