"""How blinatumomab works: a link between a T cell and a leukemia cell."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.cells import broken_cell, leukemia_cell, marks, t_cell
from aya_companion.ui.drawings.inks import Inks, inks
from aya_companion.ui.drawings.parts import Scene, key, miniature, scenes, stack
from aya_companion.ui.drawings.sketch import Sketch


def blinatumomab(ui: Ui, width: float) -> ft.Control:
    """Three scenes: apart, linked, the leukemia cell breaks."""
    t, ink = ui.t, inks(ui)
    story = [
        Scene(lambda w: _apart(ui, ink, w), t("The two cells pass each other by.")),
        Scene(
            lambda w: _linked(ui, ink, w),
            t("Blinatumomab holds both: CD3 on the T cell and CD19 on the leukemia cell."),
        ),
        Scene(
            lambda w: _broken(ui, ink, w),
            t("Now they are close. The T cell makes the leukemia cell break apart."),
        ),
    ]
    words = key(
        ui,
        [
            (
                miniature(ui, lambda s: _t_cell(s, ink, 15, 15, 10.5)),
                t("T cell: part of your defenses. It has CD3."),
            ),
            (
                miniature(ui, lambda s: _leukemia(s, ink, 15, 15, 10.5)),
                t("B-cell leukemia cell with a mark called CD19."),
            ),
            (
                miniature(ui, lambda s: link(s, ink, 8, 22, 15, 3.6)),
                t("Blinatumomab: a small link."),
            ),
        ],
    )
    return stack([words, scenes(ui, width, story)], spacing=18)


def link(s: Sketch, ink: Inks, left: float, right: float, y: float, thick: float) -> None:
    """Two cups back to back, joined by a bar."""
    cup = thick * 1.5
    s.stroke(f"M {left} {y} L {right} {y}", ink.medicine, thick * 0.8)
    for x, side in ((left, -1), (right, 1)):
        s.stroke(
            f"M {x + side * cup} {y - cup} Q {x - side * cup * 0.4} {y} {x + side * cup} {y + cup}",
            ink.medicine,
            thick * 0.8,
        )


def _t_cell(s: Sketch, ink: Inks, x: float, y: float, r: float) -> None:
    marks(s, x, y, r, ink.t_cell, (0, 70, 140, 215, 290))
    t_cell(s, ink, x, y, r)


def _leukemia(s: Sketch, ink: Inks, x: float, y: float, r: float) -> None:
    marks(s, x, y, r, ink.leukemia, (180, 245, 320, 35, 110))
    leukemia_cell(s, ink, x, y, r)


def _apart(ui: Ui, ink: Inks, width: float) -> ft.Control:
    s = Sketch(300, 120, width - 20, mirror=ui.rtl)
    _t_cell(s, ink, 62, 68, 36)
    _leukemia(s, ink, 236, 54, 38)
    link(s, ink, 138, 164, 26, 5)
    return s.control()


def _linked(ui: Ui, ink: Inks, width: float) -> ft.Control:
    s = Sketch(300, 120, width - 20, mirror=ui.rtl)
    _t_cell(s, ink, 82, 60, 38)
    _leukemia(s, ink, 218, 60, 40)
    link(s, ink, 141, 157, 60, 7)
    return s.control()


def _broken(ui: Ui, ink: Inks, width: float) -> ft.Control:
    s = Sketch(300, 120, width - 20, mirror=ui.rtl)
    _t_cell(s, ink, 92, 60, 38)
    link(s, ink, 150, 164, 60, 6)
    broken_cell(s, ink, 218, 58, 44)
    return s.control()
