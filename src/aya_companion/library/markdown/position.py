"""Where in a content file the parser is, so that every complaint can name the line."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from aya_companion.library.errors import PageError


@dataclass(frozen=True)
class Position:
    """A page being read: its path, its id, and the line of the file its body begins on."""

    path: str
    page_id: str
    body_line: int

    def error(self, node: SyntaxTreeNode, problem: str, what_to_do: str) -> PageError:
        """A complaint about a node of the body."""
        return PageError(self.path, self.line(node), None, problem, what_to_do)

    def line(self, node: SyntaxTreeNode) -> int:
        """The line of the file a node begins on; of what holds it, where it knows none itself."""
        while node.is_root or node.map is None:
            if node.parent is None:
                return self.body_line
            node = node.parent
        return self.body_line + node.map[0]
