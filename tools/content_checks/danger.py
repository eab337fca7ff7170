"""The lists of danger words: there in every language, a word in every box, reviewed in time."""

from __future__ import annotations

from collections.abc import Iterator

from aya_companion.library.search.danger import BOXES
from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentLibrary


def check_danger(library: ContentLibrary) -> Iterator[Finding]:
    """What puts a call box on top of a search is looked after like a page."""
    written = {file.parent.name for file in library.content.glob("*/danger.toml")}
    for language in sorted(written | set(library.shelf.languages)):
        name = library.name(f"{language}/danger.toml")
        lists = library.settings(f"{language}/danger.toml")
        if not lists:
            problem = "Danger words have no list in this language."
            yield Finding(name, 1, "danger", problem, "Write it; see docs/search.md.")
            continue
        if not {"review_due", *BOXES} <= set(lists):
            continue  # check_format names what is missing
        if lists["review_due"] < library.today:
            problem = f"The danger words were due for review on {lists['review_due']}."
            yield Finding(
                name, 1, "review", problem, "Review them and write the next date.", due=True
            )
        for box in BOXES:
            if not lists[box]:
                yield Finding(name, 1, "danger", f"The list {box!r} is empty.", "Fill it.")
            for phrase in {each for each in lists[box] if lists[box].count(each) > 1}:
                yield Finding(name, 1, "danger", f"{phrase!r} stands there twice.", "Keep one.")
        words = [word for group in lists.get("same", ()) for word in group.split()]
        for word in sorted({each for each in words if words.count(each) > 1}):
            problem = f"{word!r} stands for the words of two lines."
            yield Finding(name, 1, "danger", problem, "Keep it in one line.")
