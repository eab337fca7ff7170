"""The parts of a page: which there are, in which order, and how many of each."""

from __future__ import annotations

from collections.abc import Iterator

from aya_companion.domain.care_team import CallLevel
from aya_companion.library.page import (
    Ask,
    Block,
    CallNow,
    Check,
    Family,
    Heading,
    KeyPoints,
    ListBlock,
    Paragraph,
    Picture,
    Sensitive,
    Teach,
    plain,
)
from aya_companion.library.traversal import all_blocks, all_words, short_word_count
from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentFile, ContentLibrary, PageFile

BOXES: dict[type[Block], str] = {
    KeyPoints: "key-points",
    CallNow: "call-now",
    Family: "family",
    Ask: "ask",
    Check: "check",
    Teach: "teach",
}
_ORDER: dict[type[Block], int] = {
    KeyPoints: 0,
    CallNow: 1,
    Family: 3,
    Ask: 4,
    Check: 5,
    Teach: 6,
}
_SECTIONS = 2


def check_parts(library: ContentLibrary) -> Iterator[Finding]:
    """Each page has its parts, in order, and as many of each as readers can take."""
    for file in library.pages:
        yield from _required(file)
        yield from _order(file)
        yield from _counts(file, library)
        yield from _sensitive(file)
        yield from _emergency(file, library)
    for each in library.files:
        yield from _call_lines(each, library)


def counts(file: PageFile) -> dict[str, int]:
    """How many of each part a page has."""
    blocks = file.page.blocks
    return {
        "key_points": sum(_items(block) for block in blocks if isinstance(block, KeyPoints)),
        "call_now": sum(isinstance(block, CallNow) for block in blocks),
        "sections": sum(isinstance(block, Heading) for block in blocks),
        "pictures": sum(isinstance(block, Picture) for block in all_blocks(blocks)),
        "questions": sum(len(block.questions) for block in blocks if isinstance(block, Ask)),
        "checks": sum(len(block.questions) for block in blocks if isinstance(block, Check)),
        "family": sum(isinstance(block, Family) for block in blocks),
        "teach": sum(isinstance(block, Teach) for block in blocks),
    }


def _required(file: PageFile) -> Iterator[Finding]:
    for kind, name in BOXES.items():
        found = sum(isinstance(block, kind) for block in file.page.blocks)
        if not found:
            problem = f"The page has no {name} box."
            yield file.finding("parts", file.body_line, problem, f"Add ::: {name}.")
        if found > 1 and kind is not CallNow:
            problem = f"The page has {found} {name} boxes."
            line = file.line_with(f"::: {name}")
            yield file.finding("parts", line, problem, "Join them.")


def _order(file: PageFile) -> Iterator[Finding]:
    reached = 0
    for block in file.page.blocks:
        place = _ORDER.get(type(block), _SECTIONS)
        if place < reached:
            name = BOXES.get(type(block), "section")
            line = file.line_with(f"::: {name}")
            if type(block) not in BOXES:
                words = next(iter(all_words([block])), ())
                line = file.line_of(words)
            yield file.finding(
                "parts",
                line,
                f"This {name} stands too late.",
                "The order is: key-points, call-now, sections, family, ask, check, teach.",
            )
            return
        reached = place


def _counts(file: PageFile, library: ContentLibrary) -> Iterator[Finding]:
    limits, found = library.limits, counts(file)
    for key, box in (("key_points", "key-points"), ("questions", "ask")):
        least, most = limits[key]
        if found[key] and not least <= found[key] <= most:
            line = file.line_with(f"::: {box}")
            problem = f"There are {found[key]} in {box}."
            yield file.finding("parts", line, problem, f"Make it {least} to {most}.")
    if found["checks"] not in (0, limits["checks"]):
        problem = f"There are {found['checks']} questions in check."
        line = file.line_with("::: check")
        yield file.finding("parts", line, problem, f"Make it {limits['checks']}.")
    least, most = limits["page_words"]
    if not least <= file.page.words <= most:
        problem = f"The page has {file.page.words} words before ask."
        yield file.finding("length", file.body_line, problem, f"Make it {least} to {most}.")
    short = short_word_count(file.page)
    if short > limits["short_words"]:
        problem = f"Key points, call-now and ask have {short} words together."
        do = f"Shorten them to {limits['short_words']}."
        yield file.finding("length", file.body_line, problem, do)
    for block in all_blocks(file.page.blocks):
        if isinstance(block, ListBlock) and len(block.items) > limits["list_items"]:
            words = next(all_words([block]), ())
            problem = f"This list has {len(block.items)} items."
            do = f"Cut it, or make two lists; {limits['list_items']} at most."
            yield file.finding("length", file.line_of(words), problem, do)


def _call_lines(file: ContentFile, library: ContentLibrary) -> Iterator[Finding]:
    wanted = library.readability.get(file.language, {}).get("call_line")
    levels = [block.level for block in file.blocks if isinstance(block, CallNow)]
    for block in file.blocks:
        if not isinstance(block, CallNow):
            continue
        line = file.line_with(f"::: call-now {block.level}")
        if levels.count(block.level) > 1:
            problem = f"There are two boxes for {block.level}."
            yield file.finding("parts", line, problem, "Join them.")
        last = block.blocks[-1]
        says = plain(last.content).strip() if isinstance(last, Paragraph) else ""
        if wanted and not says.endswith(wanted):
            problem = "The box does not end with the line that says when to call."
            yield file.finding("parts", line, problem, f'End it with "{wanted}"')
        if not any(isinstance(inner, ListBlock) for inner in block.blocks):
            problem = "The box has no list of signs."
            yield file.finding("parts", line, problem, "Write the signs as a list.")


def _emergency(file: PageFile, library: ContentLibrary) -> Iterator[Finding]:
    """Whether a page whose topic has emergency signs still has them."""
    listed = library.settings("emergency.toml").get("pages", [])
    levels = {block.level for block in file.blocks if isinstance(block, CallNow)}
    if file.id in listed and CallLevel.EMERGENCY not in levels:
        problem = "The page has no signs for emergency services."
        do = "Write ::: call-now emergency; emergency.toml lists the page."
        yield file.finding("parts", file.body_line, problem, do)


def _sensitive(file: PageFile) -> Iterator[Finding]:
    boxes = {block.kind for block in all_blocks(file.page.blocks) if isinstance(block, Sensitive)}
    if boxes != set(file.page.sensitive):
        named = ", ".join(sorted(boxes)) or "none"
        yield file.finding(
            "front matter",
            file.line_with("sensitive ="),
            f"The front matter does not name the sensitive parts of the text: {named}.",
            "Write them into sensitive.",
        )


def _items(block: KeyPoints) -> int:
    return sum(len(inner.items) for inner in block.blocks if isinstance(inner, ListBlock))
