"""A page's file, read into the frozen blocks that every screen draws."""

from __future__ import annotations

from hashlib import sha256

from markdown_it.tree import SyntaxTreeNode

from aya_companion.library.errors import PageError
from aya_companion.library.files.front_matter import read_front_matter, split_page
from aya_companion.library.markdown.boxes import read_box
from aya_companion.library.markdown.commonmark import BOX, page_markdown
from aya_companion.library.markdown.plain_blocks import read_plain_block, read_words
from aya_companion.library.markdown.position import Position
from aya_companion.library.page import Block, Heading, Page
from aya_companion.library.traversal import word_count

_SHA_LENGTH = 16
_MARKDOWN = page_markdown()


def parse_page(text: str, path: str) -> Page:
    """The page that ``text`` says.

    ``path`` is the file's place, with slashes, ending in ``<language>/topics/<id>.md``; it names
    the language and the id, and every complaint.
    Raises PageError with the line (and the key, for a front matter) and what to do.
    """
    split = split_page(text, path)
    front = read_front_matter(split.front, path)
    if not split.body.strip():
        raise PageError(path, split.body_line, None, "The page has no text.", "Write it.")
    place = Position(path, front["id"], split.body_line)
    blocks = read_body(split.body, place)
    sha = text_sha(front["title"], front["summary"], split.body)
    return Page(**front, blocks=blocks, words=word_count(blocks), text_sha=sha)


def read_body(body: str, place: Position) -> tuple[Block, ...]:
    """The blocks of a page's body, without its front matter."""
    tree = SyntaxTreeNode(_MARKDOWN.parse(body))
    sections = 0
    blocks: list[Block] = []
    for node in tree.children:
        if node.type == BOX:
            blocks.append(read_box(node, place))
        elif node.type == "heading":
            if node.tag != "h2":
                raise place.error(
                    node, "A heading between sections has another level.", "Write it with ##."
                )
            sections += 1
            blocks.append(Heading(2, read_words(node, place), f"s{sections}"))
        else:
            blocks.append(read_plain_block(node, place))
    return tuple(blocks)


def text_sha(*texts: str) -> str:
    """A short fingerprint of all that is translated, such as a page's title, summary and body.

    A translation names the one it was made from. Space at the ends of lines does not count.
    """
    trimmed = ("\n".join(line.rstrip() for line in text.strip().splitlines()) for text in texts)
    return sha256("\n\n".join(trimmed).encode()).hexdigest()[:_SHA_LENGTH]
