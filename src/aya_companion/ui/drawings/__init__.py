"""Drawings made by the app: few shapes, light and dark, with labels and a text alternative."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from aya_companion.library.page import Page, Picture
from aya_companion.library.walk import all_blocks
from aya_companion.ui.buttons import secondary
from aya_companion.ui.cards import card
from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.blinatumomab import blinatumomab
from aya_companion.ui.drawings.body_signs import body_signs
from aya_companion.ui.drawings.car_t import car_t
from aya_companion.ui.drawings.cycle_counts import cycle_counts
from aya_companion.ui.drawings.fertility_choices import fertility_choices
from aya_companion.ui.drawings.hundred import hundred
from aya_companion.ui.drawings.inotuzumab import inotuzumab
from aya_companion.ui.drawings.marrow_and_blood import marrow_and_blood
from aya_companion.ui.drawings.mrd_zoom import MrdZoom
from aya_companion.ui.drawings.parts import room
from aya_companion.ui.drawings.spinal_tap import spinal_tap
from aya_companion.ui.drawings.transplant_timeline import transplant_timeline
from aya_companion.ui.drawings.treatment_map import treatment_map
from aya_companion.ui.reading import Reading
from aya_companion.ui.text import note

DRAWINGS: dict[str, Callable[[Ui, float], ft.Control]] = {
    "blinatumomab": blinatumomab,
    "body-signs": body_signs,
    "car-t": car_t,
    "cycle-counts": cycle_counts,
    "fertility-choices": fertility_choices,
    "inotuzumab": inotuzumab,
    "marrow-and-blood": marrow_and_blood,
    "mrd-zoom": MrdZoom,
    "spinal-tap": spinal_tap,
    "transplant-timeline": transplant_timeline,
    "treatment-map": treatment_map,
}
"""Drawing by the name a page calls it, made for a width in logical pixels."""


def framed(r: Reading, picture: Picture, words: str) -> ft.Control:
    """A drawing of a page in its card, with the way to see it larger. ``words`` describe it.

    A drawing that does not exist yet shows its description, so nothing is missing from the page.
    """
    ui, page = r.ui, r.page
    drawn = described(r, picture, words, room(ui))
    if drawn is None:
        return card(ui, [note(ui, words, code=page.language)])
    number = pictures(page).index(picture) + 1
    larger = secondary(
        ui,
        ui.t("Make it larger"),
        ui.goes(f"/learn/{page.id}/drawing/{number}"),
        ft.Icons.OPEN_IN_FULL_ROUNDED,
    )
    return card(ui, [drawn, ft.Row([larger], wrap=True)], padding=16)


def described(r: Reading, picture: Picture, words: str, width: float) -> ft.Control | None:
    """A drawing as one image for a screen reader, called ``words``; None when there is none.

    What can be tapped in it stays reachable. ``r`` is how the page it stands on is being read.
    """
    if picture.name == "hundred":
        drawn = hundred(r, width, picture)
    elif picture.name in DRAWINGS:
        drawn = DRAWINGS[picture.name](r.ui, width)
    else:
        return None
    return ft.Semantics(image=True, label=words, container=True, content=drawn)


def pictures(page: Page) -> tuple[Picture, ...]:
    """All pictures of a page, in reading order."""
    return tuple(block for block in all_blocks(page.blocks) if isinstance(block, Picture))
