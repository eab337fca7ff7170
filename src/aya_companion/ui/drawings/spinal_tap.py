"""Where the needle of a spinal tap goes."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.inks import Inks, inks
from aya_companion.ui.drawings.parts import badge, key, label, placed, plain_disc, sheet, stack
from aya_companion.ui.drawings.sketch import Sketch


def spinal_tap(ui: Ui, width: float) -> ft.Control:
    """A person curled up on one side, and the low back from close by."""
    t, ink = ui.t, inks(ui)
    drawn = min(width - 16, 560.0)
    disc = plain_disc(ui)
    close = placed(
        ui,
        _close(ui, ink, drawn),
        [(110, 84, 1, disc), (272, 84, 2, disc), (93, 133, 3, disc), (262, 22, 4, disc)],
    )
    places = (
        t("The spinal cord ends here. The needle goes in below it."),
        t("Clear fluid with nerves in it. The lab takes some, and medicine goes in."),
        t("Bones of the spine."),
        t("The thin needle goes in between two bones, low in the back."),
    )
    return stack(
        [
            sheet(ui, _curled(ui, ink, drawn)),
            label(ui, t("You lie curled up on one side. The circle shows the place.")),
            sheet(ui, close),
            key(ui, [(badge(ui, n, disc), words) for n, words in enumerate(places, 1)]),
        ]
    )


def _curled(ui: Ui, ink: Inks, width: float) -> ft.Control:
    """A person on one side, seen from above, the back at the upper edge."""
    s = Sketch(300, 150, width, mirror=ui.rtl)
    s.box(6, 14, 288, 128, 18, ink.softer)
    s.box(16, 34, 62, 84, 16, ink.clear)
    s.stroke("M 62 84 Q 62 84 64 84", ink.healthy, 46)
    s.stroke("M 98 72 Q 150 34 210 70", ink.healthy, 44)
    s.stroke("M 212 78 L 146 116", ink.healthy, 30)
    s.stroke("M 146 117 L 224 120", ink.healthy, 22)
    s.stroke("M 100 82 L 122 106 L 96 118", ink.line, 15)
    s.stroke("M 96 57 Q 152 19 220 60", ink.clear, 4, (1, 9))
    s.ring(203, 48, 19, ui.c.accent, 3.5)
    _needle(s, ui, 224, 6, 207, 44, 3)
    return s.control()


def _close(ui: Ui, ink: Inks, width: float) -> Sketch:
    """The low back, the skin at the upper edge: bones, canal, cord, nerves, needle."""
    s = Sketch(300, 170, width, mirror=ui.rtl)
    s.path("M 0 40 Q 150 26 300 40 L 300 170 L 0 170 Z", ink.softer)
    s.stroke("M 0 40 Q 150 26 300 40", ink.healthy, 3)
    s.box(0, 70, 300, 28, 0, ink.clear)
    s.stroke("M 0 70 L 300 70", ink.line, 2)
    s.stroke("M 0 98 L 300 98", ink.line, 2)
    s.path("M 0 76 L 104 76 Q 136 78 150 84 Q 136 90 104 92 L 0 92 Z", ink.t_cell)
    for bend in (76, 80, 84, 88, 92):
        s.stroke(f"M 138 84 Q 190 {bend} 300 {bend}", ink.healthy, 1.6)
    for x in (12, 70, 128, 186, 244):
        s.box(x, 108, 46, 50, 9, ink.bone)
        s.frame(x, 108, 46, 50, 9, ink.bone_edge, 1.8)
        spine = (
            f"M {x + 8} 64 L {x + 14} 46 Q {x + 24} 40 {x + 32} 48 L {x + 34} 64 "
            f"Q {x + 21} 68 {x + 8} 64 Z"
        )
        s.path(spine, ink.bone)
        s.stroke(spine, ink.bone_edge, 1.8)
    _needle(s, ui, 236, 8, 224, 86, 3.5)
    return s


def _needle(s: Sketch, ui: Ui, x: float, y: float, tip_x: float, tip_y: float, w: float) -> None:
    """A needle from its hub to its tip."""
    s.stroke(f"M {x} {y} L {tip_x} {tip_y}", ui.c.accent, w)
    s.circle(x, y, w * 1.9, ui.c.accent)
