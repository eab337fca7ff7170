"""CAR T cells step by step, from collection to close watch."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.cells import drip, drop, hooks, leukemia_cell, t_cell
from aya_companion.ui.drawings.inks import Inks, inks
from aya_companion.ui.drawings.parts import Station, road
from aya_companion.ui.drawings.sketch import Sketch

ALL_ROUND = (0, 60, 120, 180, 240, 300)


def car_t(ui: Ui, width: float) -> ft.Control:
    """Six steps in order."""
    t, ink = ui.t, inks(ui)
    steps = [
        Station(
            lambda s: _collect(s, ink),
            t("Collect"),
            t("Blood flows through a machine. It keeps T cells and gives the rest back."),
        ),
        Station(
            lambda s: _changed(s, ink, 40, 40, 19),
            t("Change in the lab"),
            t("The T cells get a new hook, called a CAR. It fits CD19."),
        ),
        Station(
            lambda s: _grow(s, ink),
            t("Grow"),
            t("In the lab they become many. This takes weeks."),
        ),
        Station(
            lambda s: drip(s, ink, 40, 8, 64, ink.medicine),
            t("Preparing chemo"),
            t("A few days of chemo make room for the new cells."),
        ),
        Station(
            lambda s: _infusion(s, ink),
            t("Infusion"),
            t("The cells go back in through a vein, by drip."),
        ),
        Station(
            lambda s: _watch(s, ink),
            t("Close watch"),
            t(
                "In the body, the hooks hold on to leukemia cells. Your team watches you closely, "
                "and someone stays with you."
            ),
        ),
    ]
    return road(ui, width, steps)


def _changed(s: Sketch, ink: Inks, x: float, y: float, r: float) -> None:
    hooks(s, x, y, r, ink.medicine, ALL_ROUND)
    t_cell(s, ink, x, y, r)


def _collect(s: Sketch, ink: Inks) -> None:
    drop(s, 27, 44, 15, ink.red_cell)
    s.stroke("M 46 46 L 53 46", ink.line, 3)
    s.stroke("M 50 42 L 54 46 L 50 50", ink.line, 3)
    t_cell(s, ink, 65, 46, 9)


def _grow(s: Sketch, ink: Inks) -> None:
    for x, y in ((40, 18), (19, 31), (61, 31), (40, 42), (19, 55), (61, 55), (40, 66)):
        hooks(s, x, y, 7, ink.medicine, (30, 150, 270))
        t_cell(s, ink, x, y, 7)


def _infusion(s: Sketch, ink: Inks) -> None:
    drip(s, ink, 40, 8, 64, ink.sheet)
    for x, y in ((34, 30), (46, 34), (35, 43)):
        t_cell(s, ink, x, y, 4.5)


def _watch(s: Sketch, ink: Inks) -> None:
    leukemia_cell(s, ink, 56, 44, 15)
    hooks(s, 22, 38, 11, ink.medicine, (10, 100, 190, 280))
    t_cell(s, ink, 22, 38, 11)
