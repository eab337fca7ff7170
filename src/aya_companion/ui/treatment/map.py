"""The map of treatment: every place, "you are here", and the way to what each one brings."""

from __future__ import annotations

import flet as ft

from aya_companion.domain.treatment_map import BRANCHES, MAIN_LINE, LeukemiaType, Stop
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, tap_panel
from aya_companion.ui.kit.fields import choice
from aya_companion.ui.kit.panels import marked
from aya_companion.ui.kit.text import body, heading, note
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.treatment import leukemia_name, stop_line, stop_name

B_CELL_ONLY = frozenset({Stop.BLINATUMOMAB, Stop.INOTUZUMAB, Stop.CAR_T})
"""Treatments that act on B-cell ALL only."""


def map_screen(ui: Ui, route: Route) -> ft.View:
    """The usual path, then the branches. Tapping a place shows what changes there."""
    t = ui.t
    here = ui.model.settings.stop

    async def choose_kind(key: str) -> None:
        await ui.do.map.set_leukemia(LeukemiaType(key))

    controls: list[ft.Control] = [
        body(
            ui,
            t("This is the usual order. Your team has your own map, and theirs is the right one."),
            colour=ui.c.quiet,
        ),
        note(ui, t("Tap a place to see what changes there, or to say that you are there.")),
        heading(ui, t("The usual path")),
        *(_place(ui, stop, here) for stop in MAIN_LINE),
        heading(ui, t("Turns some people take")),
        *(_place(ui, stop, here) for stop in BRANCHES),
        heading(ui, t("My kind of ALL")),
        choice(
            ui,
            t("What my team called it"),
            {kind.value: leukemia_name(t, kind) for kind in LeukemiaType},
            ui.model.settings.leukemia.value,
            choose_kind,
        ),
    ]
    if here is not None:
        controls.append(link(ui, t("Don't show where I am"), ui.does(ui.do.map.be_at, None)))
    return screen(ui, route, controls, name=t("My treatment map"), spacing=12)


def _place(ui: Ui, stop: Stop, here: Stop | None) -> ft.Control:
    t = ui.t
    is_here = stop is here
    words: list[ft.Control] = [
        ft.Text(stop_name(t, stop), style=ui.style(18, weight=600, height=1.3)),
        note(ui, stop_line(t, stop)),
    ]
    if stop in B_CELL_ONLY:
        words.append(note(ui, t("For B-cell ALL"), colour=ui.c.strong))
    began = ui.do.map.began(stop)
    if began is not None:
        words.append(note(ui, t("From {date}", date=ui.f.medium_date(began)), colour=ui.c.strong))
    if is_here:
        words.insert(
            0, ft.Text(t("You are here"), style=ui.style(14, weight=600, colour=ui.c.accent))
        )
    icon = ft.Icons.LOCATION_ON_ROUNDED if is_here else ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED
    row = marked(
        ui,
        ft.Icon(icon, color=ui.c.accent if is_here else ui.c.quiet, size=ui.size(26)),
        ft.Column(words, spacing=2, tight=True),
    )
    button = tap_panel(
        ui,
        row,
        ui.goes(f"/more/map/{stop.value}"),
        background=ui.c.accent_soft if is_here else None,
    )
    return ft.Semantics(selected=is_here, content=button)
