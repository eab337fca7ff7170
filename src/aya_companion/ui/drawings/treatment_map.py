"""The map of treatment: the blocks in their usual order, and where the road can branch."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from aya_companion.domain.treatment_map import LeukemiaType, Stop
from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.inks import inks
from aya_companion.ui.drawings.parts import (
    Disc,
    badge,
    badge_side,
    label,
    plain_disc,
    remark,
    roomy,
    stack,
    start,
)
from aya_companion.ui.wording.treatment import leukemia_name, stop_name

ROAD = 8
"""Width of the road, in logical pixels; the tablet's line beside it has half of it."""


def treatment_map(ui: Ui, width: float) -> ft.Control:
    """Six stops on a road with branches, then the road for ALL that came back."""
    t = ui.t
    stops: tuple[tuple[Stop, str, tuple[tuple[Stop, str], ...]], ...] = (
        (Stop.INDUCTION, t("Clear the leukemia you can see."), ()),
        (
            Stop.CONSOLIDATION,
            t("Go after what is hidden."),
            (
                (Stop.BLINATUMOMAB, t("For B-cell ALL, in between, in more and more plans.")),
                (Stop.TRANSPLANT, t("Not routine at this point, but some people need one.")),
            ),
        ),
        (Stop.INTERIM_MAINTENANCE, t("A different set of medicines."), ()),
        (Stop.DELAYED_INTENSIFICATION, t("A strong second push."), ()),
        (Stop.MAINTENANCE, t("Tablets at home for a long time."), ()),
        (Stop.AFTER_TREATMENT, t("Check-ups go on."), ()),
    )
    beside = roomy(ui, width, 200)
    road = [
        _stop(
            ui,
            beside,
            _number(ui, number, stop),
            stop,
            words,
            [_branch(ui, beside, *branch, ui.c.strong_soft, inks(ui).line) for branch in branches],
            last=number == len(stops),
        )
        for number, (stop, words, branches) in enumerate(stops, 1)
    ]
    return stack([_types(ui), stack(road, spacing=0), _came_back(ui, beside)], spacing=20)


def _types(ui: Ui) -> ft.Control:
    t = ui.t
    kinds = (
        (
            LeukemiaType.B_CELL,
            t("Blinatumomab, inotuzumab and CAR T cells are for this type."),
            ui.c.strong,
        ),
        (
            LeukemiaType.T_CELL,
            t("Those three are not for this type. Some plans add other medicines."),
            ui.c.accent,
        ),
        (
            LeukemiaType.PH_POSITIVE,
            t("A targeted tablet goes along the whole way: the thin line."),
            ui.c.gold,
        ),
    )
    rows = [
        ft.Container(
            content=stack(
                [label(ui, leukemia_name(t, kind), strong=True, colour=colour), remark(ui, words)],
                spacing=0,
            ),
            border=_edge(ui, 4, colour),
            padding=_at_start(ui, 12),
        )
        for kind, words, colour in kinds
    ]
    return stack([label(ui, t("Your type of ALL steers the way"), strong=True), *rows], spacing=10)


def _number(ui: Ui, number: int, stop: Stop) -> ft.Control:
    """A stop's number, in the warm colour where the person said they are."""
    here = ui.model.settings.stop is stop
    disc = Disc(ui.c.accent, ui.c.panel) if here else plain_disc(ui)
    return badge(ui, number, disc, _side(ui))


def _stop(
    ui: Ui,
    beside: bool,
    node: ft.Control,
    stop: Stop,
    words: str,
    branches: Sequence[ft.Control],
    *,
    last: bool,
) -> ft.Control:
    """A stop on the road and what branches off there; the tablet's line runs along the road.

    Without room for the road at the side, the words take the whole width between two pieces.
    """
    ink = inks(ui)
    named: list[ft.Control] = [label(ui, stop_name(ui.t, stop), strong=True), remark(ui, words)]
    if ui.model.settings.stop is stop:
        named.insert(0, remark(ui, ui.t("You are here"), colour=ui.c.accent))
    if not beside:
        return stack(
            [
                ft.Row([node]),
                stack(named, spacing=0),
                *branches,
                *([] if last else [_piece(ui, ink.soft)]),
            ],
            spacing=8,
        )
    text = ft.Container(content=stack(named, spacing=0), padding=_at_start(ui, _side(ui) / 2 + 5))
    inner = ft.Container(
        content=stack([text, *branches], spacing=10),
        border=_edge(ui, ROAD / 2, ft.Colors.TRANSPARENT if last else ui.c.gold),
        margin=_away(ui, 3),
        padding=ft.Padding.only(bottom=0 if last else 22),
    )
    rail = ft.Container(
        content=inner,
        border=_edge(ui, ROAD, ft.Colors.TRANSPARENT if last else ink.soft),
        margin=_away(ui, _side(ui) / 2 - ROAD / 2),
    )
    return ft.Stack([rail, start(ui, node)])


def _piece(ui: Ui, colour: str) -> ft.Control:
    """A short piece of road with the tablet's line, between two stops."""
    return ft.Row(
        [
            ft.Container(width=_side(ui) / 2 - ROAD),
            ft.Container(width=ROAD, height=22, bgcolor=colour),
            ft.Container(width=ROAD / 2, height=22, bgcolor=ui.c.gold),
        ],
        spacing=3,
    )


def _branch(ui: Ui, beside: bool, stop: Stop, words: str, ground: str, stub: str) -> ft.Control:
    """A side path: a stub of road that leads onto a tinted ground."""
    tile = ft.Container(
        content=stack(
            [label(ui, stop_name(ui.t, stop), strong=True), remark(ui, words)], spacing=0
        ),
        bgcolor=ground,
        border_radius=14,
        padding=ft.Padding.symmetric(horizontal=14 if beside else 8, vertical=10),
        expand=beside,
    )
    if not beside:
        return tile
    return ft.Row([ft.Container(width=20, height=4, bgcolor=stub), tile], spacing=0)


def _came_back(ui: Ui, beside: bool) -> ft.Control:
    """The road for ALL that came back or did not respond: treatments, then often a transplant."""
    t, side = ui.t, _side(ui)
    turn = ft.Container(
        content=ft.Icon(ft.Icons.ALT_ROUTE_ROUNDED, color=ui.c.accent, size=side * 0.66),
        width=side,
        height=side,
        border_radius=side / 2,
        bgcolor=ui.c.accent_soft,
        alignment=ft.Alignment.CENTER,
    )
    named = stack(
        [
            label(ui, stop_name(t, Stop.RELAPSE), strong=True),
            remark(ui, t("Or if it did not respond. A new road begins.")),
        ],
        spacing=0,
    )
    for_b_cells = t("For B-cell ALL.")
    ground, stub = ui.c.accent_soft, inks(ui).leukemia_core
    branches = [
        _branch(ui, beside, stop, words, ground, stub)
        for stop, words in (
            (Stop.BLINATUMOMAB, for_b_cells),
            (Stop.INOTUZUMAB, for_b_cells),
            (Stop.CAR_T, for_b_cells),
            (Stop.TRANSPLANT, t("Often the step after them.")),
        )
    ]
    if not beside:
        return stack([ft.Row([turn]), named, *branches], spacing=8)
    text = ft.Container(content=named, padding=_at_start(ui, side / 2 + 12))
    rail = ft.Container(
        content=stack([text, *branches], spacing=10),
        border=_edge(ui, ROAD, stub),
        margin=_away(ui, side / 2 - ROAD / 2),
    )
    return ft.Stack([rail, start(ui, turn)])


def _side(ui: Ui) -> float:
    return max(badge_side(ui), 28.0)


def _edge(ui: Ui, width: float, colour: str) -> ft.Border:
    line = ft.BorderSide(width, colour)
    return ft.Border(right=line) if ui.rtl else ft.Border(left=line)


def _away(ui: Ui, space: float) -> ft.Margin:
    return ft.Margin.only(right=space) if ui.rtl else ft.Margin.only(left=space)


def _at_start(ui: Ui, space: float) -> ft.Padding:
    return ft.Padding.only(right=space) if ui.rtl else ft.Padding.only(left=space)
