"""Ways to protect fertility, by the time there is."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.inks import Inks, inks
from aya_companion.ui.drawings.parts import key, label, miniature, stack
from aya_companion.ui.drawings.sketch import Sketch


def fertility_choices(ui: Ui, width: float) -> ft.Control:
    """Three bands: little time, about two weeks, later."""
    t, c, ink = ui.t, ui.c, inks(ui)
    return stack(
        [
            _band(
                ui,
                lambda s: _clock(s, ink, 0.12),
                t("Hours to a few days"),
                c.accent_soft,
                [
                    (lambda s: _sperm(s, ink), t("Storing sperm. Often done in a day.")),
                    (
                        lambda s: _sample(s, ink),
                        t("A small operation for sperm, if a sample is not possible."),
                    ),
                    (
                        lambda s: _ovary(s, ink),
                        t(
                            "A small operation for a piece of ovary. With leukemia, using it "
                            "later needs experts."
                        ),
                    ),
                ],
            ),
            _band(
                ui,
                lambda s: _clock(s, ink, 0.5),
                t("About two weeks"),
                c.gold_soft,
                [
                    (
                        lambda s: _egg(s, ink),
                        t(
                            "Freezing eggs or embryos. In ALL there is often no time for it at first."
                        ),
                    ),
                ],
            ),
            _band(
                ui,
                lambda s: _clock(s, ink, 0.999),
                t("Later"),
                c.strong_soft,
                [
                    (
                        lambda s: _door(s, ink),
                        t("Ask again during treatment, before a transplant and after treatment."),
                    ),
                ],
            ),
        ]
    )


def _band(
    ui: Ui,
    clock: Callable[[Sketch], None],
    name: str,
    ground: str,
    choices: list[tuple[Callable[[Sketch], None], str]],
) -> ft.Control:
    head = ft.Row(
        [
            miniature(ui, clock),
            ft.Container(content=label(ui, name, strong=True), expand=True),
        ],
        spacing=12,
    )
    list_of = key(ui, [(miniature(ui, draw), words) for draw, words in choices])
    return ft.Container(
        content=stack([head, list_of]), bgcolor=ground, border_radius=14, padding=14
    )


def _clock(s: Sketch, ink: Inks, share: float) -> None:
    """A clock of which ``share`` is filled."""
    s.circle(15, 15, 13.5, ink.clear)
    steps = max(2, round(share * 40))
    points = [
        (15 + 11 * sin(2 * pi * share * n / steps), 15 - 11 * cos(2 * pi * share * n / steps))
        for n in range(steps + 1)
    ]
    s.path("M 15 15 " + " ".join(f"L {x} {y}" for x, y in points) + " Z", ink.healthy)
    s.ring(15, 15, 12.5, ink.t_cell, 2.4)
    s.stroke("M 15 8 L 15 15 L 20 18", ink.t_cell, 2.2)


def _sperm(s: Sketch, ink: Inks) -> None:
    s.oval(8.5, 12, 6, 4.6, ink.t_cell)
    s.stroke("M 14 13 Q 18 18 21 14 Q 24 10 27 16", ink.t_cell, 2)


def _sample(s: Sketch, ink: Inks) -> None:
    s.box(9, 9, 12, 18, 3, ink.clear)
    s.box(9, 17, 12, 10, 3, ink.healthy)
    s.frame(9, 9, 12, 18, 3, ink.t_cell, 2)
    s.box(7, 4, 16, 5, 2, ink.t_cell)


def _egg(s: Sketch, ink: Inks) -> None:
    s.circle(15, 15, 12, ink.healthy_core)
    s.ring(15, 15, 12, ink.t_cell, 2)
    s.circle(17, 14, 4.5, ink.t_cell)


def _ovary(s: Sketch, ink: Inks) -> None:
    s.oval(15, 15, 13, 9.5, ink.healthy)
    for x, y, r in ((10, 13, 3), (17, 11, 2.2), (19, 18, 3.2), (12, 19, 1.8)):
        s.circle(x, y, r, ink.clear)


def _door(s: Sketch, ink: Inks) -> None:
    s.box(7, 2, 16, 26, 2.5, ink.clear)
    s.frame(7, 2, 16, 26, 2.5, ink.t_cell, 2)
    s.path("M 7 2 L 18 6 L 18 28 L 7 28 Z", ink.healthy)
    s.circle(15, 17, 1.5, ink.clear)
