"""Fields of people or cells, some of them marked."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.inks import Inks, inks
from aya_companion.ui.drawings.sketch import Sketch


def field(
    ui: Ui, width: float, columns: int, rows: int, marked: set[int], *, largest: float = 46
) -> ft.Control:
    """Rows of rings, those in ``marked`` (row by row, from where reading starts) filled.

    A filled disc against a ring can be told apart without seeing colours.
    """
    ink = inks(ui)
    pitch = min(width / columns, largest)
    s = Sketch(columns * 10, rows * 10, pitch * columns, mirror=ui.rtl)
    for index in range(columns * rows):
        row, column = divmod(index, columns)
        dot(s, ink, column * 10 + 5, row * 10 + 5, 3.9, marked=index in marked)
    return ft.Row([s.control()], alignment=ft.MainAxisAlignment.CENTER)


def dot(s: Sketch, ink: Inks, x: float, y: float, r: float, *, marked: bool) -> None:
    """One of a field."""
    if marked:
        s.circle(x, y, r * 1.08, ink.leukemia)
    else:
        s.circle(x, y, r, ink.softer)
        s.ring(x, y, r * 0.9, ink.healthy, r * 0.2)
