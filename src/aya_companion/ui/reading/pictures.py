"""The pictures of a page: each in its panel, named for a screen reader, one tap from its full size."""

from __future__ import annotations

import flet as ft

from aya_companion.library.page import Page, Picture
from aya_companion.library.traversal import all_blocks
from aya_companion.ui.drawings import DRAWINGS
from aya_companion.ui.drawings.hundred import hundred
from aya_companion.ui.drawings.parts import room
from aya_companion.ui.kit.buttons import secondary
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import note
from aya_companion.ui.reading.reading import Reading


def framed(r: Reading, picture: Picture, words: str) -> ft.Control:
    """A drawing of a page in its panel, with the way to see it larger. ``words`` describe it.

    A drawing that does not exist yet shows its description, so nothing is missing from the page.
    """
    ui, page = r.ui, r.page
    drawn = described(r, picture, words, room(ui))
    if drawn is None:
        return panel(ui, [note(ui, words, code=page.language)])
    number = pictures(page).index(picture) + 1
    larger = secondary(
        ui,
        ui.t("Make it larger"),
        ui.goes(f"/learn/{page.id}/drawing/{number}"),
        ft.Icons.OPEN_IN_FULL_ROUNDED,
    )
    return panel(ui, [drawn, ft.Row([larger], wrap=True)], padding=16)


def described(r: Reading, picture: Picture, words: str, width: float) -> ft.Control | None:
    """A drawing as one image for a screen reader, called ``words``; None when there is none.

    What can be tapped in it stays reachable. ``r`` is how the page it stands on is being read.
    """
    if picture.name == "hundred":
        drawn = hundred(r.ui, width, picture, r.text)
    elif picture.name in DRAWINGS:
        drawn = DRAWINGS[picture.name](r.ui, width)
    else:
        return None
    return ft.Semantics(image=True, label=words, container=True, content=drawn)


def pictures(page: Page) -> tuple[Picture, ...]:
    """All pictures of a page, in reading order."""
    return tuple(block for block in all_blocks(page.blocks) if isinstance(block, Picture))
