"""Drawings made by the app: few shapes, light and dark, with labels and a text alternative."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.blinatumomab import blinatumomab
from aya_companion.ui.drawings.body_signs import body_signs
from aya_companion.ui.drawings.car_t import car_t
from aya_companion.ui.drawings.cycle_counts import cycle_counts
from aya_companion.ui.drawings.fertility_choices import fertility_choices
from aya_companion.ui.drawings.inotuzumab import inotuzumab
from aya_companion.ui.drawings.marrow_and_blood import marrow_and_blood
from aya_companion.ui.drawings.mrd_zoom import MrdZoom
from aya_companion.ui.drawings.spinal_tap import spinal_tap
from aya_companion.ui.drawings.transplant_timeline import transplant_timeline
from aya_companion.ui.drawings.treatment_map import treatment_map

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
