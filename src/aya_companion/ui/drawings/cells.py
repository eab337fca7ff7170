"""The cells and molecules that come back in many drawings, always in the same shape."""

from __future__ import annotations

from math import cos, pi, sin

from aya_companion.ui.drawings.inks import Inks
from aya_companion.ui.drawings.sketch import Sketch


def leukemia_cell(s: Sketch, ink: Inks, x: float, y: float, r: float) -> None:
    """A blast: large and round, most of it filled by its core."""
    s.circle(x, y, r, ink.leukemia)
    s.circle(x - r * 0.12, y + r * 0.06, r * 0.62, ink.leukemia_core)


def t_cell(s: Sketch, ink: Inks, x: float, y: float, r: float) -> None:
    """A T cell: round, with a small core."""
    s.circle(x, y, r, ink.t_cell)
    s.circle(x + r * 0.15, y - r * 0.1, r * 0.44, ink.t_cell_core)


def white_cell(s: Sketch, ink: Inks, x: float, y: float, r: float) -> None:
    """A healthy white cell: its core has two lobes."""
    s.circle(x, y, r, ink.healthy)
    s.circle(x - r * 0.3, y - r * 0.05, r * 0.36, ink.healthy_core)
    s.circle(x + r * 0.3, y + r * 0.1, r * 0.36, ink.healthy_core)


def red_cell(s: Sketch, ink: Inks, x: float, y: float, r: float) -> None:
    """A red cell: a flat disc with a dent."""
    s.oval(x, y, r, r * 0.8, ink.red_cell)
    s.oval(x, y, r * 0.45, r * 0.3, ink.red_cell_core)


def platelet(s: Sketch, ink: Inks, x: float, y: float, r: float) -> None:
    """A platelet: a small speck with four corners."""
    s.path(
        f"M {x - r} {y} Q {x - r * 0.3} {y - r * 0.3} {x} {y - r} "
        f"Q {x + r * 0.3} {y - r * 0.3} {x + r} {y} Q {x + r * 0.3} {y + r * 0.3} {x} {y + r} "
        f"Q {x - r * 0.3} {y + r * 0.3} {x - r} {y} Z",
        ink.medicine,
    )


def marks(s: Sketch, x: float, y: float, r: float, colour: str, towards: tuple[float, ...]) -> None:
    """Marks on the outside of a cell: knobs on short stems, at these angles in degrees."""
    for angle in towards:
        a = angle * pi / 180
        inner, outer = r * 0.96, r * 1.22
        s.stroke(
            f"M {x + inner * cos(a)} {y + inner * sin(a)} L {x + outer * cos(a)} {y + outer * sin(a)}",
            colour,
            r * 0.1,
        )
        s.circle(x + outer * cos(a), y + outer * sin(a), r * 0.13, colour)


def hooks(s: Sketch, x: float, y: float, r: float, colour: str, towards: tuple[float, ...]) -> None:
    """Hooks on the outside of a changed cell: short stems that end in a cup."""
    for angle in towards:
        a = angle * pi / 180
        stem = r * 1.2
        px, py = x + stem * cos(a), y + stem * sin(a)
        s.stroke(f"M {x + r * cos(a)} {y + r * sin(a)} L {px} {py}", colour, r * 0.12)
        tip = r * 0.3
        ends = [(px + tip * cos(a + side), py + tip * sin(a + side)) for side in (-0.95, 0.95)]
        s.stroke(
            f"M {ends[0][0]} {ends[0][1]} L {px} {py} L {ends[1][0]} {ends[1][1]}",
            colour,
            r * 0.12,
        )


def antibody(s: Sketch, ink: Inks, x: float, y: float, size: float, *, loaded: bool = True) -> None:
    """A letter Y lying on its side, arms towards the end, with its load on the stem."""
    s.stroke(f"M {x - size} {y} L {x} {y}", ink.medicine, size * 0.2)
    s.stroke(
        f"M {x + size * 0.72} {y - size * 0.6} L {x} {y} L {x + size * 0.72} {y + size * 0.6}",
        ink.medicine,
        size * 0.2,
    )
    if loaded:
        load(s, ink, x - size * 1.0, y, size * 0.34)


def load(s: Sketch, ink: Inks, x: float, y: float, r: float) -> None:
    """A small load of chemo: a square on its corner."""
    s.path(f"M {x - r} {y} L {x} {y - r} L {x + r} {y} L {x} {y + r} Z", ink.t_cell)


def broken_cell(s: Sketch, ink: Inks, x: float, y: float, r: float) -> None:
    """A leukemia cell that falls apart into pieces."""
    pieces = (
        (-0.62, -0.5, 0.3),
        (0.05, -0.86, 0.2),
        (0.66, -0.44, 0.33),
        (0.92, 0.22, 0.16),
        (0.42, 0.52, 0.3),
        (-0.2, 0.9, 0.18),
        (-0.72, 0.38, 0.27),
        (-0.02, -0.08, 0.36),
    )
    for dx, dy, size in pieces:
        core = ink.leukemia_core if size > 0.32 else ink.leukemia
        s.circle(x + dx * r, y + dy * r, size * r, core)


def drop(s: Sketch, x: float, y: float, r: float, colour: str) -> None:
    """A drop of blood or medicine."""
    s.path(
        f"M {x} {y - r * 1.5} C {x + r * 0.5} {y - r * 0.7} {x + r} {y - r * 0.2} {x + r} {y + r * 0.25} "
        f"C {x + r} {y + r * 1.3} {x - r} {y + r * 1.3} {x - r} {y + r * 0.25} "
        f"C {x - r} {y - r * 0.2} {x - r * 0.5} {y - r * 0.7} {x} {y - r * 1.5} Z",
        colour,
    )


def drip(s: Sketch, ink: Inks, x: float, y: float, h: float, filling: str) -> None:
    """A drip bag with its line, hanging at ``x``, from ``y`` down over ``h`` units."""
    w = h * 0.46
    s.stroke(f"M {x} {y} L {x} {y + h * 0.08}", ink.line, h * 0.03)
    s.box(x - w / 2, y + h * 0.07, w, h * 0.58, h * 0.1, ink.clear)
    s.box(x - w / 2, y + h * 0.26, w, h * 0.39, h * 0.1, filling)
    s.frame(x - w / 2, y + h * 0.07, w, h * 0.58, h * 0.1, ink.line, h * 0.03)
    s.stroke(f"M {x} {y + h * 0.65} L {x} {y + h}", ink.line, h * 0.03)
