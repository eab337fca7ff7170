"""MRD: one leukemia cell among ever more healthy ones, and where a microscope stops helping."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.dots import dot, field
from aya_companion.ui.drawings.inks import inks
from aya_companion.ui.drawings.parts import label, miniature, remark, sheet, stack
from aya_companion.ui.kit.buttons import pill

STEPS: tuple[tuple[int, int, int], ...] = (
    (10, 5, 2),
    (100, 10, 10),
    (10_000, 20, 10),
    (1_000_000, 20, 10),
)
"""One cell in how many; columns and rows of the field that is drawn."""

MICROSCOPE = 100
"""About how many cells a microscope can find one leukemia cell among (facts: 1 in 20 to 100)."""

MOST_TESTS = 10_000
"""About how many cells most MRD tests can find one among."""


@ft.component
def MrdZoom(ui: Ui, width: float) -> ft.Control:
    """The field of cells with four steps to choose from."""
    step, set_step = ft.use_state(2)
    t, f, ink = ui.t, ui.f, inks(ui)
    among, columns, rows = STEPS[step]
    shown = columns * rows
    centre = columns * (rows // 2) + columns // 3
    if shown == among:
        caption = t("1 leukemia cell in {count} cells.", count=f.number(among))
    else:
        caption = t(
            "{shown} cells are drawn here. Now picture {times} fields like this one, with only "
            "one leukemia cell in all of them.",
            shown=f.number(shown),
            times=f.number(among // shown),
        )
    sees = (
        t("A microscope can help here.")
        if among <= MICROSCOPE
        else t("Too few for a microscope. An MRD test can find it.")
        if among <= MOST_TESTS
        else t("Only the most sensitive MRD tests may find it.")
    )
    eye = ft.Icons.BIOTECH_ROUNDED if among <= MICROSCOPE else ft.Icons.TROUBLESHOOT_ROUNDED
    choices = [
        pill(
            ui,
            t("1 in {count}", count=f.number(count)),
            lambda _event, n=n: set_step(n),
            selected=n == step,
        )
        for n, (count, _, _) in enumerate(STEPS)
    ]
    return stack(
        [
            sheet(ui, field(ui, width - 20, columns, rows, {centre})),
            ft.Row(choices, wrap=True, spacing=8, run_spacing=8),
            ft.Row(
                [
                    miniature(ui, lambda s: dot(s, ink, 15, 15, 9, marked=True)),
                    ft.Container(content=label(ui, caption), expand=True),
                ],
                spacing=10,
                vertical_alignment=ft.CrossAxisAlignment.START,
            ),
            ft.Row(
                [
                    ft.Icon(eye, color=ui.c.strong, size=min(ui.size(28), 44)),
                    ft.Container(content=remark(ui, sees, colour=ui.c.text), expand=True),
                ],
                spacing=12,
            ),
        ]
    )
