"""How inotuzumab works: an antibody that carries chemo to cells with CD22."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.cells import antibody, broken_cell, leukemia_cell, load, marks
from aya_companion.ui.drawings.inks import Inks, inks
from aya_companion.ui.drawings.parts import Scene, key, miniature, scenes, stack
from aya_companion.ui.drawings.sketch import Sketch


def inotuzumab(ui: Ui, width: float) -> ft.Control:
    """Three scenes: it holds on, it is pulled in, the cell falls apart."""
    t, ink = ui.t, inks(ui)
    story = [
        Scene(lambda w: _holds(ui, ink, w), t("Inotuzumab holds on to CD22.")),
        Scene(
            lambda w: _inside(ui, ink, w), t("The cell pulls it in. Inside, the chemo comes free.")
        ),
        Scene(lambda w: _broken(ui, ink, w), t("The leukemia cell falls apart.")),
    ]
    words = key(
        ui,
        [
            (
                miniature(ui, lambda s: _cell(s, ink, 15, 15, 10.5)),
                t("B-cell leukemia cell with a mark called CD22."),
            ),
            (
                miniature(ui, lambda s: antibody(s, ink, 14, 15, 11, loaded=False)),
                t("Inotuzumab: an antibody, shaped like a letter Y."),
            ),
            (miniature(ui, lambda s: load(s, ink, 15, 15, 8)), t("The chemo that it carries.")),
        ],
    )
    return stack([words, scenes(ui, width, story)], spacing=18)


def _cell(s: Sketch, ink: Inks, x: float, y: float, r: float) -> None:
    marks(s, x, y, r, ink.leukemia, (180, 245, 320, 35, 110))
    leukemia_cell(s, ink, x, y, r)


def _holds(ui: Ui, ink: Inks, width: float) -> ft.Control:
    s = Sketch(300, 120, width - 20, mirror=ui.rtl)
    _cell(s, ink, 210, 60, 42)
    antibody(s, ink, 134, 60, 26)
    antibody(s, ink, 54, 30, 18)
    return s.control()


def _inside(ui: Ui, ink: Inks, width: float) -> ft.Control:
    s = Sketch(300, 120, width - 20, mirror=ui.rtl)
    marks(s, 160, 60, 46, ink.leukemia, (245, 320, 35, 110))
    s.circle(160, 60, 46, ink.leukemia)
    s.circle(156, 62, 33, ink.leukemia_core)
    antibody(s, ink, 140, 60, 13, loaded=False)
    for x, y in ((166, 46), (178, 64), (163, 78)):
        load(s, ink, x, y, 7)
    return s.control()


def _broken(ui: Ui, ink: Inks, width: float) -> ft.Control:
    s = Sketch(300, 120, width - 20, mirror=ui.rtl)
    broken_cell(s, ink, 160, 60, 46)
    return s.control()
