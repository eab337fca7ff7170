"""What each colour stands for in every drawing; made from the theme, so light and dark follow."""

from __future__ import annotations

from dataclasses import dataclass

from aya_companion.ui.context import Ui


@dataclass(frozen=True)
class Inks:
    """Colours by what they show. A thing that matters keeps 3 to 1 against its ground.

    No difference is told by colour alone: each kind of cell also has a shape of its own.
    """

    sheet: str
    """The tinted ground of a scene."""
    soft: str
    """Large quiet areas: a bed, a body. What they show has an outline in ``line``."""
    softer: str
    line: str
    """Outlines and paths."""
    leukemia: str
    leukemia_core: str
    t_cell: str
    t_cell_core: str
    healthy: str
    healthy_core: str
    red_cell: str
    red_cell_core: str
    medicine: str
    """Whatever is given: links, antibodies, drips, chemo."""
    bone: str
    """Pale, and never without its edge."""
    bone_edge: str
    marrow: str
    clear: str
    """White in light, near black in dark: holes and highlights."""


def inks(ui: Ui) -> Inks:
    """The colours for the appearance chosen."""
    c = ui.c
    return Inks(
        sheet=mix(c.strong_soft, c.panel, 0.55),
        soft=mix(c.strong, c.panel, 0.26),
        softer=mix(c.strong, c.panel, 0.1),
        line=mix(c.strong, c.panel, 0.68),
        leukemia=c.accent,
        leukemia_core=mix(c.accent, c.panel, 0.45),
        t_cell=c.strong,
        t_cell_core=mix(c.strong, c.panel, 0.45),
        healthy=mix(c.strong, c.panel, 0.68),
        healthy_core=mix(c.strong, c.panel, 0.25),
        red_cell=mix(c.call, c.panel, 0.7),
        red_cell_core=mix(c.call, c.panel, 0.35),
        medicine=c.gold,
        bone=mix(c.gold, c.panel, 0.3),
        bone_edge=mix(c.gold, c.panel, 0.8),
        marrow=mix(c.accent_soft, c.panel, 0.55),
        clear=c.panel,
    )


def mix(colour: str, ground: str, share: float) -> str:
    """``share`` of a colour over a ground; all as #RRGGBB."""
    pairs = zip(_parts(colour), _parts(ground), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
