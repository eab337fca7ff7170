"""Healthy marrow and marrow with ALL, each with the blood that leaves it."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.cells import leukemia_cell, platelet, red_cell, white_cell
from aya_companion.ui.drawings.inks import Inks, inks
from aya_companion.ui.drawings.parts import key, label, miniature, roomy, sheet, stack
from aya_companion.ui.drawings.sketch import Sketch

Cell = Callable[[Sketch, Inks, float, float, float], None]

R, W, P, L = "red", "white", "platelet", "leukemia"
SHAPES: dict[str, tuple[Cell, float]] = {
    R: (red_cell, 8.5),
    W: (white_cell, 9.5),
    P: (platelet, 6),
    L: (leukemia_cell, 10.2),
}
HEALTHY = (R, W, P, P, R, R, W, R, P, R, P, W, R, R, R, P, W, R, R, P, R)
CROWDED = (L, L, R, L, L, L, P, L, L, L, L, L, L, R, L, L, L, W, L, L, L)
"""What lies in the marrow, in rows of three."""
RICH = (R, P, R, W, R, R, P)
POOR = (R, None, L, None, P, None, R)
"""What floats in the blood, from top to bottom."""


def marrow_and_blood(ui: Ui, width: float) -> ft.Control:
    """Two bones, side by side where there is room."""
    t, ink = ui.t, inks(ui)
    beside = roomy(ui, width, 280)
    each = (width - 12) / 2 if beside else width
    drawn = min(each - 12, 240.0)
    panels: list[ft.Control] = []
    for name, marrow, blood in (
        (t("Healthy marrow"), HEALTHY, RICH),
        (t("Marrow with ALL"), CROWDED, POOR),
    ):
        bone = _bone(ui, ink, drawn, marrow, blood)
        panel = stack([label(ui, name, strong=True, centred=True), sheet(ui, bone)], spacing=6)
        panels.append(ft.Container(content=panel, width=each) if beside else panel)
    pair: ft.Control = (
        ft.Row(panels, spacing=12, vertical_alignment=ft.CrossAxisAlignment.END)
        if beside
        else stack(panels)
    )
    words = key(
        ui,
        [
            (
                miniature(ui, lambda s: red_cell(s, ink, 15, 15, 12)),
                t("Red cells carry oxygen. Too few: tired, pale, short of breath."),
            ),
            (
                miniature(ui, lambda s: platelet(s, ink, 15, 15, 10)),
                t("Platelets stop bleeding. Too few: bruises and nosebleeds."),
            ),
            (
                miniature(ui, lambda s: white_cell(s, ink, 15, 15, 12.5)),
                t("Healthy white cells fight germs. Too few: infections."),
            ),
            (
                miniature(ui, lambda s: leukemia_cell(s, ink, 15, 15, 13)),
                t("Blasts, the leukemia cells, take up the room."),
            ),
        ],
    )
    return stack([pair, words], spacing=16)


def _bone(
    ui: Ui,
    ink: Inks,
    width: float,
    marrow: tuple[str, ...],
    blood: tuple[str | None, ...],
) -> ft.Control:
    """A bone cut open, with a vessel beside it."""
    s = Sketch(150, 220, width, mirror=ui.rtl)
    ends = ((26, 22), (78, 22), (26, 198), (78, 198))
    # Edges first: what is filled over them leaves the outline of the whole bone.
    for x, y in ends:
        s.circle(x, y, 21, ink.bone_edge)
    s.box(10, 22, 84, 176, 22, ink.bone_edge)
    for x, y in ends:
        s.circle(x, y, 19, ink.bone)
    s.box(12, 24, 80, 172, 20, ink.bone)
    s.box(19, 32, 66, 156, 20, ink.marrow)
    for n, kind in enumerate(marrow):
        cell, size = SHAPES[kind]
        row, column = divmod(n, 3)
        sway = 2.2 if row % 2 else -2.2
        cell(s, ink, 52 + (column - 1) * 19.5 + sway, 46 + row * 21.2, size)
    s.box(112, 4, 34, 212, 17, ink.red_cell)
    s.box(115, 7, 28, 206, 14, ink.marrow)
    for n, one in enumerate(blood):
        if one is not None:
            cell, size = SHAPES[one]
            cell(s, ink, 129 + (2 if n % 2 else -2), 24 + n * 29, size * 0.95)
    s.stroke("M 90 110 L 106 110", ink.line, 3.5)
    s.stroke("M 101 104 L 107 110 L 101 116", ink.line, 3.5)
    return s.control()
