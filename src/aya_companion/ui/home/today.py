"""Today: where I am, the next visit and its questions, three pages that fit."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from aya_companion.domain.treatment_map import MAIN_LINE, Stop
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, primary
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, heading, overline, section
from aya_companion.ui.kit.visit_entry import visit_entry
from aya_companion.ui.reading.page_entry import page_entry
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.storage import may_forget_words
from aya_companion.ui.wording.treatment import stop_line, stop_name

FIRST_PAGES = ("fever", "what-is-all", "first-days")
"""What is offered to someone who has not said where they are."""


def greeting(ui: Ui) -> str:
    """Good morning, afternoon or evening, by the device's clock."""
    hour = ui.model.now().astimezone(ui.f.zone).hour
    if hour < 5:
        return ui.t("Hello")
    if hour < 12:
        return ui.t("Good morning")
    return ui.t("Good afternoon") if hour < 18 else ui.t("Good evening")


def today_screen(ui: Ui, route: Route) -> ft.View:
    """The first tab."""
    t = ui.t
    stop = ui.model.settings.stop
    at_hand = _at_hand(ui)
    # On the day of a visit nothing is more urgent than it.
    today = any(ui.do.visits.is_today(visit) for visit in ui.do.visits.at_hand())
    here = _here(ui, stop)
    controls: list[ft.Control] = [*at_hand, here] if today else [here, *at_hand]
    if ui.do.backup.warning_due:
        controls.append(_warning(ui))
    elif ui.do.backup.reminder_due:
        controls.append(_reminder(ui))
    controls.append(
        primary(ui, t("Write a question"), ui.goes("/visits/questions/new"), ft.Icons.ADD_ROUNDED)
    )
    if stop is None:
        found = (ui.shelf.find(name, ui.code) for name in FIRST_PAGES)
        pages = [page for page in found if page]
    else:
        pages = list(ui.shelf.for_stop(stop.value, ui.code))[:3]
    controls.append(heading(ui, t("For this phase") if stop else t("A good place to start")))
    controls.extend(page_entry(ui, page) for page in pages)
    return screen(ui, route, controls, name=greeting(ui))


def _reminder(ui: Ui) -> ft.Control:
    """A gentle word about backups, which can be put off."""
    words = body(ui, ui.t("You have written things that are on this device only."))
    return _can_wait(ui, [words])


def _warning(ui: Ui) -> ft.Control:
    """That this browser forgets, and what to do about it; it can be put off."""
    t = ui.t
    words = [
        section(ui, t("Only in this browser"), colour=ui.c.gold),
        body(ui, may_forget_words(t)),
    ]
    return _can_wait(ui, words, link(ui, t("Put it on my phone"), ui.goes("/more/install")))


def _can_wait(ui: Ui, words: Sequence[ft.Control], *ways: ft.Control) -> ft.Control:
    """Words about keeping what was written, the ways to do it, and one to put it off."""
    ways = (
        *ways,
        link(ui, ui.t("Save a backup"), ui.goes("/more/backup")),
        link(ui, ui.t("Not now"), ui.does(ui.do.backup.put_off)),
    )
    return panel(
        ui, [*words, ft.Row(list(ways), wrap=True)], ground=ui.c.gold_soft, padding=16, spacing=4
    )


def _here(ui: Ui, stop: Stop | None) -> ft.Control:
    t = ui.t
    if stop is None:
        return panel(
            ui,
            [
                heading(ui, t("Where are you in treatment?")),
                body(
                    ui,
                    t("Say where you are, and this screen shows what fits. You can skip this."),
                    colour=ui.c.quiet,
                ),
                link(ui, t("Choose on the map"), ui.goes("/more/map"), ft.Icons.MAP_OUTLINED),
            ],
        )
    return panel(
        ui,
        [
            overline(ui, t("You are here")),
            heading(ui, stop_name(t, stop)),
            body(ui, stop_line(t, stop), colour=ui.c.quiet),
            progress(ui, stop),
            link(
                ui,
                t("What changes now"),
                ui.goes(f"/more/map/{stop.value}"),
                ft.Icons.ARROW_FORWARD_ROUNDED,
            ),
        ],
        spacing=8,
    )


def progress(ui: Ui, stop: Stop) -> ft.Control:
    """The main line as a row of bars, the person's place in the warm colour.

    A branch has no place on the line: the bars stay quiet.
    """
    weights = {Stop.MAINTENANCE: 4, Stop.DIAGNOSIS: 1}
    at = MAIN_LINE.index(stop) if stop in MAIN_LINE else -1
    bars: list[ft.Control] = [
        ft.Container(
            height=9,
            border_radius=5,
            expand=weights.get(place, 2),
            bgcolor=ui.c.strong if n < at else ui.c.accent if n == at else ui.c.line,
        )
        for n, place in enumerate(MAIN_LINE)
    ]
    row = ft.Container(ft.Row(bars, spacing=5), padding=ft.Padding.symmetric(vertical=10))
    if at < 0:
        return row
    label = ui.t(
        "Place {place} of {all} on the usual path",
        place=ui.f.number(at + 1),
        all=ui.f.number(len(MAIN_LINE)),
    )
    return ft.Semantics(label=label, image=True, container=True, content=row)


def _at_hand(ui: Ui) -> list[ft.Control]:
    """What is going on today, with the way to its questions, and the next visit."""
    t = ui.t
    visits = ui.do.visits.at_hand()
    if not visits:
        nothing = [
            heading(ui, t("No visit written down yet")),
            body(
                ui,
                t("Add your next appointment, and your questions will wait there for you."),
                colour=ui.c.quiet,
            ),
            link(ui, t("Add an appointment"), ui.goes("/visits/new"), ft.Icons.EVENT_ROUNDED),
        ]
        return [panel(ui, nothing)]
    controls: list[ft.Control] = []
    for visit in visits:
        controls.append(visit_entry(ui, visit))
        if ui.do.visits.is_today(visit):
            controls.append(
                primary(
                    ui,
                    t("At the visit"),
                    ui.goes(f"/visits/{visit.id}/now"),
                    ft.Icons.RECORD_VOICE_OVER_ROUNDED,
                )
            )
    return controls
