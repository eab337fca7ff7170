"""A page is cut into ideas that fit one screen each, and nothing a reader needs is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from aya_companion.library.ideas import ideas_of, sentences_of
from aya_companion.library.markdown.parser import parse_page
from aya_companion.library.shelf import Shelf
from tests.library.pages import page_text

PAGE = """\
::: key-points
- One. Still one.
- Two.
:::

::: call-now team
- Fever.

If you are unsure, call.
:::

## What now?

These are the ways:

- First.
- Second.

A paragraph alone.

::: more
### Folded
Away.
:::

::: sensitive dying
Hard words.
:::
"""


@pytest.mark.pure
def test_each_key_point_each_box_and_each_paragraph_with_its_list_is_an_idea() -> None:
    page = parse_page(
        page_text(PAGE, changes={"sensitive": '["dying"]'}), "content/en/topics/mrd.md"
    )
    ideas = [(idea.heading, sentences_of(idea.blocks)) for idea in ideas_of(page)]
    assert ideas == [
        ("", ("It shows how well treatment works.",)),
        ("", ("One.", "Still one.")),
        ("", ("Two.",)),
        ("", ("Fever.", "If you are unsure, call.")),
        ("What now?", ("These are the ways:", "First.", "Second.")),
        ("What now?", ("A paragraph alone.",)),
        ("What now?", ()),
    ]


def test_every_page_of_the_library_has_ideas_and_a_summary_first() -> None:
    shelf = Shelf.from_folder(Path(__file__).resolve().parents[2] / "content")
    for page in shelf.pages("en"):
        ideas = ideas_of(page)
        assert len(ideas) > 5
        assert sentences_of(ideas[0].blocks)[0] == page.summary or page.summary.startswith(
            sentences_of(ideas[0].blocks)[0]
        )
