"""Packs: what changes at a turn of treatment, what to bring, when to call, how it may feel.

A pack is a file like a page, ``<language>/packs/<id>.md``: a front matter between ``+++`` lines, then four
boxes in this order: ``changes``, ``bring``, ``call-now team``, ``feel``. Its pages and its questions
are those of the library, named in the front matter, so they come in every language at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from markdown_it.tree import SyntaxTreeNode

from aya_companion.domain.toml_file import Key, names, one_of
from aya_companion.domain.treatment_map import Stop
from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import read_text
from aya_companion.library.files.front_matter import read_front, split_page
from aya_companion.library.markdown.boxes import read_box
from aya_companion.library.markdown.commonmark import BOX, page_markdown
from aya_companion.library.markdown.parser import text_sha
from aya_companion.library.markdown.plain_blocks import read_list
from aya_companion.library.markdown.position import Position
from aya_companion.library.page import CallNow, ListBlock

PACKS = "packs"
_BOXES = ("changes", "bring", "call-now", "feel")
_POINTS = {"changes": (3, 5), "bring": (2, 6), "feel": (3, 6)}
PACK = {
    "stop": Key(one_of(frozenset(Stop))),
    "pages": Key(names(least=3, most=3)),
    "questions": Key(names(least=3, most=5)),
}
"""What the front matter of a pack has besides what every front matter has."""

_MARKDOWN = page_markdown()


@dataclass(frozen=True, kw_only=True)
class Pack:
    """What helps at one turn of treatment, in one language.

    ``stop`` is the place on the map it leads into; ``pages`` and ``questions`` are ids in the
    library. ``language`` is that of the words: English when there is no translation.
    """

    id: str
    language: str
    title: str
    summary: str
    stop: str
    pages: tuple[str, ...]
    questions: tuple[str, ...]
    changes: ListBlock
    bring: ListBlock
    call: CallNow
    feel: ListBlock
    written: date
    review_due: date
    review: str
    source_sha: str = ""
    translation: str = ""
    text_sha: str = ""


def parse_pack(text: str, path: str) -> Pack:
    """The pack that ``text`` says; ``path`` ends in ``<language>/packs/<id>.md``.

    Raises PageError with the line, the key of the front matter if one is to blame, and what to do.
    """
    split = split_page(text, path)
    front = read_front(split.front, path, PACKS, PACK)
    place = Position(path, front["id"], split.body_line)
    nodes = SyntaxTreeNode(_MARKDOWN.parse(split.body)).children
    names = tuple(node.info.split()[0] if node.type == BOX else node.type for node in nodes)
    if names != _BOXES:
        wrong = next((n for n, (a, b) in enumerate(zip(names, _BOXES, strict=False)) if a != b), -1)
        where = place.line(nodes[wrong]) if nodes else split.body_line
        boxes = ", ".join(_BOXES)
        raise PageError(path, where, None, "A pack has four boxes.", f"In this order: {boxes}.")
    changes, bring, call, feel = nodes
    box = read_box(call, place)
    assert isinstance(box, CallNow)
    return Pack(
        **front,
        changes=_points(changes, "changes", place),
        bring=_points(bring, "bring", place),
        call=box,
        feel=_points(feel, "feel", place),
        text_sha=text_sha(front["title"], front["summary"], split.body),
    )


def read_packs(folder: Path, name: str) -> tuple[dict[str, Pack], tuple[PageError, ...]]:
    """The packs of a language's folder by id, and what was wrong with the ones left out.

    ``name`` is what complaints call that folder, such as ``content/es``.
    """
    packs: dict[str, Pack] = {}
    problems: list[PageError] = []
    for file in sorted((folder / PACKS).glob("*.md")):
        path = f"{name}/{PACKS}/{file.name}"
        try:
            pack = parse_pack(read_text(file, path), path)
            packs[pack.id] = pack
        except PageError as error:
            problems.append(error)
    return packs, tuple(problems)


def _points(node: SyntaxTreeNode, name: str, place: Position) -> ListBlock:
    """The one list a box of a pack holds."""
    children = node.children
    if len(children) != 1 or children[0].type != "bullet_list":
        raise place.error(node, f"The box {name!r} holds one list and nothing else.", "Write it.")
    points = read_list(children[0], place)
    least, most = _POINTS[name]
    if not least <= len(points.items) <= most:
        raise place.error(
            node, f"The box {name!r} has {len(points.items)} points.", f"Write {least} to {most}."
        )
    return points
