"""Blood counts after a round of chemo: falling, low, climbing."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.cells import drip
from aya_companion.ui.drawings.inks import Inks, inks
from aya_companion.ui.drawings.parts import (
    Disc,
    badge,
    key,
    miniature,
    placed,
    plain_disc,
    remark,
    sheet,
    stack,
)
from aya_companion.ui.drawings.sketch import Sketch


def cycle_counts(ui: Ui, width: float) -> ft.Control:
    """A line of counts over time. It carries no days: those differ too much."""
    t, c, ink = ui.t, ui.c, inks(ui)
    calm, careful = plain_disc(ui), Disc(c.accent, c.panel)
    chart = placed(
        ui,
        _chart(ui, ink, min(width - 16, 620.0)),
        [(66, 74, 1, calm), (136, 158, 2, careful), (192, 78, 3, calm), (252, 126, 4, calm)],
    )
    parts = [
        (miniature(ui, lambda s: drip(s, ink, 15, 1, 28, ink.medicine)), t("A round of chemo.")),
        (badge(ui, 1, calm), t("A few days later, counts often go down.")),
        (
            badge(ui, 2, careful),
            t(
                "The low stretch. Germs and bleeding are the biggest risks: be most careful now, "
                "and call at your team's fever number."
            ),
        ),
        (
            badge(ui, 3, calm),
            t("Counts climb back. Often the next round starts when they are high enough."),
        ),
        (badge(ui, 4, calm), t("Often the climb takes longer. Then the next round starts later.")),
    ]
    differs = t("How long each part lasts differs a lot. Ask your team what to expect.")
    return stack([sheet(ui, chart), key(ui, parts), remark(ui, differs)])


def _chart(ui: Ui, ink: Inks, width: float) -> Sketch:
    s = Sketch(300, 190, width, mirror=ui.rtl)
    s.box(88, 44, 92, 134, 14, ui.c.accent_soft)
    s.stroke("M 10 178 L 292 178", ink.soft, 2)
    s.stroke("M 10 62 L 292 62", ink.line, 1.6, (2, 6))
    s.stroke("M 180 136 C 214 132 240 100 284 58", ink.line, 3, (1, 8))
    s.stroke(
        "M 12 56 L 34 56 C 66 58 74 138 104 138 L 156 138 C 190 138 192 56 222 54 L 236 54",
        ink.t_cell,
        5,
    )
    drip(s, ink, 24, 6, 42, ink.medicine)
    drip(s, ink, 228, 6, 42, ink.medicine)
    drip(s, ink, 284, 10, 38, ink.clear)
    return s
