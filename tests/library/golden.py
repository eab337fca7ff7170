"""Golden cases kept as readable Markdown: a title, the input, a line with a dot, what comes out.

Cases are parted by a line of equals signs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import NamedTuple

from aya_companion.library.page import Block, Inlines, SourceMark, TermLink, Text, TopicLink

FIXTURES = Path(__file__).parent / "fixtures"


class GoldenCase(NamedTuple):
    """One case of a fixture file."""

    title: str
    given: str
    expected: str


def golden_cases(name: str) -> list[GoldenCase]:
    """The cases of ``fixtures/<name>.md``."""
    cases = []
    for part in (FIXTURES / f"{name}.md").read_text(encoding="utf-8").split("\n=====\n"):
        title, _, rest = part.strip("\n").partition("\n")
        given, _, expected = rest.partition("\n.\n")
        cases.append(GoldenCase(title, given.strip("\n") + "\n", expected.strip("\n")))
    return cases


def outline(blocks: Iterable[Block], indent: str = "") -> str:
    """Blocks as text a person can compare: one line per block, words in a short notation."""
    return "\n".join(line for block in blocks for line in _lines(block, indent))


def _lines(block: object, indent: str) -> Iterable[str]:
    assert is_dataclass(block)
    words, inner = [type(block).__name__], []
    for part in fields(block):
        value = getattr(block, part.name)
        if isinstance(value, tuple) and value and _is_inline(value[0]):
            words.append(f"{part.name}={_words(value)}")
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            inner.append((part.name, value))
        elif isinstance(value, tuple) and value and isinstance(value[0], tuple):
            words += [f"{part.name}={' / '.join(map(_cell, value))}"]
        elif value not in (None, False, ()):
            words.append(f"{part.name}={value}")
    yield indent + " ".join(words)
    for name, blocks in inner:
        if len(inner) > 1:
            yield f"{indent}  {name}:"
        for each in blocks:
            yield from _lines(each, indent + ("    " if len(inner) > 1 else "  "))


def _cell(value: tuple[object, ...]) -> str:
    if value and isinstance(value[0], tuple):
        return " | ".join(_words(cell) for cell in value)  # type: ignore[arg-type]
    return _words(value)  # type: ignore[arg-type]


def _is_inline(value: object) -> bool:
    return isinstance(value, Text | TermLink | TopicLink | SourceMark)


def _words(content: Inlines) -> str:
    return "".join(map(_word, content))


def _word(part: object) -> str:
    match part:
        case Text(text, strong, emphasis):
            text = f"_{text}_" if emphasis else text
            return f"*{text}*" if strong else text
        case TermLink(text, term, strong):
            return f"*<{text} = {term}>*" if strong else f"<{text} = {term}>"
        case TopicLink(text, topic):
            return f"<{text} > {topic}>"
        case SourceMark(source):
            return f"^{source}"
    raise AssertionError(part)
