"""A donor transplant along time."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.cells import drip, platelet, red_cell, white_cell
from aya_companion.ui.drawings.inks import Inks, inks
from aya_companion.ui.drawings.parts import Station, road
from aya_companion.ui.drawings.sketch import Sketch


def transplant_timeline(ui: Ui, width: float) -> ft.Control:
    """Six stations from before to later."""
    t, ink = ui.t, inks(ui)
    parts = [
        Station(
            lambda s: _people(s, ink),
            t("Before"),
            t("Tests, the search for a donor, and a talk about fertility."),
        ),
        Station(
            lambda s: drip(s, ink, 40, 8, 64, ink.medicine),
            t("The days before day 0"),
            t(
                "Strong treatment, called conditioning. Chemo, and for some people radiation to "
                "the whole body."
            ),
        ),
        Station(
            lambda s: _cells(s, ink),
            t("Day 0"),
            t("The donor's cells go in by drip."),
            ui.c.accent_soft,
        ),
        Station(
            lambda s: _sprout(s, ink),
            t("New cells start to grow"),
            t("Called engraftment. Often after 10 to 21 days. With cord blood it takes longer."),
        ),
        Station(
            lambda s: _home(s, ink),
            t("Up to about day 100"),
            t("Close care near the hospital, many visits, and someone who helps you."),
        ),
        Station(
            lambda s: _tree(s, ink),
            t("Later"),
            t("Your defenses take a year or more to come back. Vaccines start again."),
        ),
    ]
    return road(ui, width, parts)


def _person(s: Sketch, x: float, y: float, size: float, colour: str) -> None:
    s.circle(x, y - size * 0.55, size * 0.34, colour)
    s.path(
        f"M {x - size * 0.6} {y + size * 0.75} C {x - size * 0.6} {y - size * 0.25} "
        f"{x + size * 0.6} {y - size * 0.25} {x + size * 0.6} {y + size * 0.75} Z",
        colour,
    )


def _people(s: Sketch, ink: Inks) -> None:
    _person(s, 26, 42, 22, ink.healthy)
    _person(s, 55, 42, 22, ink.t_cell)
    s.stroke("M 36 64 L 46 64", ink.medicine, 3)
    s.stroke("M 42 60 L 47 64 L 42 68", ink.medicine, 3)


def _cells(s: Sketch, ink: Inks) -> None:
    drip(s, ink, 40, 8, 64, ink.red_cell)


def _sprout(s: Sketch, ink: Inks) -> None:
    s.path("M 14 66 Q 40 50 66 66 Z", ink.bone)
    s.stroke("M 14 66 Q 40 50 66 66 Z", ink.bone_edge, 2)
    s.stroke("M 40 58 L 40 34", ink.t_cell, 4)
    s.path("M 40 44 Q 20 44 20 26 Q 38 26 40 44 Z", ink.healthy)
    s.path("M 40 38 Q 60 38 60 20 Q 42 20 40 38 Z", ink.t_cell)


def _home(s: Sketch, ink: Inks) -> None:
    s.path("M 12 42 L 40 17 L 68 42 Z", ink.t_cell)
    s.stroke("M 14 41 L 40 18 L 66 41", ink.t_cell, 5)
    s.box(20, 38, 40, 27, 3, ink.soft)
    s.box(34, 46, 12, 19, 2, ink.t_cell)


def _tree(s: Sketch, ink: Inks) -> None:
    s.stroke("M 40 66 L 40 40", ink.bone_edge, 6)
    for x, y, r in ((40, 28, 17), (25, 38, 12), (55, 38, 12)):
        s.circle(x, y, r, ink.healthy)
    red_cell(s, ink, 33, 27, 6)
    white_cell(s, ink, 50, 31, 6.5)
    platelet(s, ink, 40, 40, 4.5)
