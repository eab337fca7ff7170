"""Figures for groups of people: only in numbers boxes, out of 100, both outcomes, drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aya_companion.library.page import (
    Block,
    Inlines,
    ListBlock,
    Paragraph,
    Picture,
    Sensitive,
    plain,
)
from aya_companion.library.traversal import all_blocks, all_words
from aya_companion.library.vocabulary import HUNDRED
from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentFile, ContentLibrary


@dataclass(frozen=True)
class Figures:
    """How a language says figures for people: ``odds`` in any way, ``of_100`` in the right one.

    ``of_100`` takes the number before it as its group.
    """

    odds: re.Pattern[str]
    of_100: re.Pattern[str]


def check_numbers(library: ContentLibrary) -> Iterator[Finding]:
    """Figures for groups stand in numbers boxes, with a picture of 100 people for each."""
    figures = {language: _figures(language, library) for language in library.shelf.language_sources}
    for file in library.pages:
        says = figures[file.page.language]
        boxes = [b for b in all_blocks(file.page.blocks) if _is_numbers(b)]
        for box in boxes:
            yield from _box(file, box, says)
        inside = [inner for box in boxes for inner in all_blocks([box])]
        allowed = set(all_words(boxes))
        outside = (words for words in all_words(file.page.blocks) if words not in allowed)
        yield from _outside(file, outside, says)
        for key in ("title", "summary"):
            if found := says.odds.search(getattr(file.page, key)):
                yield file.finding("numbers", file.line_with(f"{key} ="), *_said_outside(found))
        for block in all_blocks(file.page.blocks):
            if _is_hundred(block) and not any(block is inner for inner in inside):
                problem = "A picture of 100 people stands outside of a numbers box."
                line = file.line_of(next(all_words([block]), ()))
                yield file.finding("numbers", line, problem, "Move it into one.")
    for pack in library.packs:
        yield from _outside(pack, all_words(pack.blocks), figures[pack.pack.language])


def _figures(language: str, library: ContentLibrary) -> Figures:
    settings = library.settings("hard-words.toml").get(language, {})
    of_100 = [settings["of_100"]] if "of_100" in settings else []
    right = library.pattern("hard-words.toml", of_100).pattern
    return Figures(
        library.pattern("hard-words.toml", settings.get("odds", []), re.IGNORECASE),
        re.compile(rf"\b(\d+) {right}\b", re.IGNORECASE),
    )


def _outside(file: ContentFile, runs: Iterator[Inlines], says: Figures) -> Iterator[Finding]:
    for words in runs:
        if found := says.odds.search(plain(words)):
            yield file.finding("numbers", file.line_of(words), *_said_outside(found))


def _said_outside(found: re.Match[str]) -> tuple[str, str]:
    said = " ".join(found[0].split())
    problem = f"A figure for a group of people stands outside of a numbers box: '{said}'."
    return problem, "Move it into one."


def _box(file: ContentFile, box: Block, says: Figures) -> Iterator[Finding]:
    hundreds = [b for b in all_blocks([box]) if isinstance(b, Picture) and _is_hundred(b)]
    if not hundreds:
        problem = "A numbers box has no picture of 100 people."
        line = file.line_with(":: numbers")
        yield file.finding("numbers", line, problem, "Add ::: picture hundred.")
    for picture in hundreds:
        yield from _legend(file, picture, says)
    for words in all_words([box]):
        other = says.of_100.sub("", plain(words))
        if says.odds.search(other):
            problem = "A figure is not said out of 100 people."
            yield file.finding("numbers", file.line_of(words), problem, "Say it so.")
    drawn = {count for picture in hundreds for count in _counts(picture)}
    legends = set(all_words(picture.blocks[0] for picture in hundreds))
    for words in all_words(b for b in all_blocks([box]) if isinstance(b, Paragraph)):
        for number in says.of_100.findall(plain(words)):
            if words not in legends and int(number) not in drawn:
                problem = f"{number} of 100 people have no picture of their own."
                do = "Draw them: ::: picture hundred."
                yield file.finding("numbers", file.line_of(words), problem, do)


def _legend(file: ContentFile, picture: Picture, says: Figures) -> Iterator[Finding]:
    legend = picture.blocks[0]
    assert isinstance(legend, ListBlock)
    for item, count in zip(legend.items, _counts(picture), strict=True):
        words = next(all_words(item.blocks), ())
        if str(count) not in says.of_100.findall(plain(words)):
            # Who hears or prints the page has these words alone, without the picture.
            problem = f"This item of the picture should name {count} people out of 100."
            do = "Say it with the 100, and make both add up to it."
            yield file.finding("numbers", file.line_of(words), problem, do)


def _counts(picture: Picture) -> tuple[int, int]:
    assert picture.count is not None
    return picture.count, 100 - picture.count


def _is_hundred(block: Block) -> bool:
    return isinstance(block, Picture) and block.name == HUNDRED


def _is_numbers(block: Block) -> bool:
    return isinstance(block, Sensitive) and block.kind == "numbers"
