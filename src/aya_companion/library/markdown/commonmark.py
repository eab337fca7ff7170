"""The Markdown of a page: CommonMark with boxes, names on words, tables, and source marks."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.container import container_plugin

BOX = "container_box"
"""Token type of every box; its name and words are the token's ``info``."""

MARK = "source_mark"
"""Token type of a source mark; its code is the token's ``content``."""

_MARK = re.compile(r"\[\^([A-Za-z][A-Za-z0-9]*)\]")


def page_markdown() -> MarkdownIt:
    """A Markdown parser for page bodies. It never renders; only its tokens are used.

    One container rule takes every name, so that a box with an unknown name is reported instead of
    being read as a paragraph. Setext headings and link references are off: an underline under a
    sentence, or a line that begins with ``[x]:``, would change meaning without a trace.
    """
    markdown = MarkdownIt("commonmark").enable("table").disable(["lheading", "reference"])
    markdown.use(attrs_plugin, spans=True)
    markdown.use(container_plugin, "box", validate=lambda info, _markup: bool(info.strip()))
    # Before links, and before the spans that would take the brackets of a mark for their own.
    markdown.inline.ruler.before("link", MARK, _source_mark)
    return markdown


def _source_mark(state: StateInline, silent: bool) -> bool:
    """Inline rule for ``[^S25]``."""
    match = _MARK.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push(MARK, "", 0)
        token.content = match[1]
    state.pos = match.end()
    return True
