"""What a page and its boxes are filled with: paragraphs, lists and tables."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it.tree import SyntaxTreeNode

from aya_companion.library.markdown.commonmark import BOX
from aya_companion.library.markdown.inline import read_inlines
from aya_companion.library.markdown.position import Position
from aya_companion.library.page import Block, Inlines, ListBlock, ListItem, Paragraph, Table

COLUMNS = 3
"""How many columns of a table fit on a phone."""

_NOT_ALLOWED = {
    "heading": (
        "A heading stands where none is used.",
        "Use ## between sections. In a more box, begin another more box for it.",
    ),
    "html_block": ("HTML is not used on pages.", "Take the tags out."),
    "code_block": ("A line is indented by four spaces.", "Begin it at the left edge."),
    "fence": ("Backquotes are not used on pages.", "Take them out."),
    "hr": ("A line of dashes or stars stands alone.", "Take it out."),
    "blockquote": ("A > line stands outside of a check box.", "Take the > away."),
    BOX: ("A box stands where none may be.", "Put it behind, at the left edge."),
}


def read_plain_blocks(nodes: Iterable[SyntaxTreeNode], place: Position) -> tuple[Block, ...]:
    """Paragraphs, lists and tables. Raises PageError for anything else."""
    return tuple(read_plain_block(node, place) for node in nodes)


def read_plain_block(node: SyntaxTreeNode, place: Position) -> Block:
    """One paragraph, list or table."""
    if node.type == "paragraph":
        return Paragraph(read_words(node, place))
    if node.type in ("bullet_list", "ordered_list"):
        return read_list(node, place)
    if node.type == "table":
        return _read_table(node, place)
    raise place.error(
        node, *_NOT_ALLOWED.get(node.type, ("This is not used on pages.", "Take it out."))
    )


def read_list(node: SyntaxTreeNode, place: Position) -> ListBlock:
    """A list with its items."""
    items = []
    for item in node.children:
        if not item.children:
            raise place.error(item, "A list item is empty.", "Fill it in or take it out.")
        items.append(ListItem(read_plain_blocks(item.children, place)))
    return ListBlock(tuple(items), ordered=node.type == "ordered_list")


def read_words(node: SyntaxTreeNode, place: Position) -> Inlines:
    """The words of a paragraph, heading or table cell."""
    return read_inlines(node.children[0], place) if node.children else ()


def _read_table(node: SyntaxTreeNode, place: Position) -> Table:
    rows = [
        tuple(read_words(cell, place) for cell in row.children)
        for part in node.children
        for row in part.children
    ]
    if len(rows[0]) > COLUMNS:
        raise place.error(node, f"The table has {len(rows[0])} columns.", f"Use {COLUMNS} at most.")
    return Table(rows[0], tuple(rows[1:]))
