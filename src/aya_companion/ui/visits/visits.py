"""Visits: coming appointments, questions, past appointments."""

from __future__ import annotations

import flet as ft

from aya_companion.domain.questions import in_order
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, primary, secondary
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import empty
from aya_companion.ui.kit.text import heading, note
from aya_companion.ui.kit.visit_entry import visit_entry
from aya_companion.ui.routes import Route
from aya_companion.ui.visits.question_list import question_row
from aya_companion.ui.wording.visits import calendar_name


@ft.component
def VisitsScreen(ui: Ui, route: Route) -> ft.View:
    """What is coming, what waits to be asked, and what has been."""
    t = ui.t
    shown, set_shown = ft.use_state(5)
    coming, been = ui.do.visits.upcoming(), ui.do.visits.past()
    waiting = in_order(ui.do.questions.waiting())
    controls: list[ft.Control] = []
    if coming:
        controls.append(
            primary(ui, t("Add an appointment"), ui.goes("/visits/new"), ft.Icons.EVENT_ROUNDED)
        )
        controls.append(heading(ui, t("Coming up")))
        controls.extend(visit_entry(ui, visit) for visit in coming)
    else:
        controls.append(
            empty(
                ui,
                ft.Icons.EVENT_ROUNDED,
                t("No visit coming up"),
                t("Add your next appointment. Your questions can wait there for you."),
                primary(
                    ui, t("Add an appointment"), ui.goes("/visits/new"), ft.Icons.EVENT_ROUNDED
                ),
            )
        )
    controls.append(heading(ui, t("Questions waiting for a visit")))
    if waiting:
        controls.extend(question_row(ui, question) for question in waiting[:4])
    else:
        controls.append(note(ui, t("None right now. Every page has good ones to start from.")))
    controls.append(
        ft.Row(
            [
                secondary(
                    ui,
                    t("Write a question"),
                    ui.goes("/visits/questions/new"),
                    ft.Icons.ADD_ROUNDED,
                ),
                link(ui, t("All my questions"), ui.goes("/visits/questions")),
            ],
            wrap=True,
            spacing=8,
        )
    )
    if been:
        controls.append(heading(ui, t("Past visits")))
        controls.extend(visit_entry(ui, visit) for visit in been[:shown])
        if len(been) > shown:
            controls.append(link(ui, t("Show more"), lambda _event: set_shown(shown + 20)))
    controls.append(heading(ui, t("More for visits")))
    controls += _places(ui)
    return screen(ui, route, controls, name=t("Visits"))


def _places(ui: Ui) -> list[ft.Control]:
    """Look back, calendars, handing over."""
    t = ui.t

    async def to_calendar() -> None:
        try:
            saved = await ui.do.calendar.save(
                ui.do.visits.upcoming(), lambda visit: calendar_name(t, visit)
            )
        except OSError:
            notice(ui, t("The file could not be written. Free some space, then try again."))
            return
        if saved:
            notice(ui, t("Open the file to put it in the phone's calendar."))

    places = [
        link(ui, t("Look back"), ui.goes("/visits/look-back"), ft.Icons.HISTORY_ROUNDED),
        link(
            ui,
            t("Read a calendar file"),
            ui.goes("/visits/calendar"),
            ft.Icons.FILE_OPEN_ROUNDED,
        ),
        link(
            ui,
            t("Hand over to another phone"),
            ui.goes("/visits/hand-over"),
            ft.Icons.SEND_TO_MOBILE_ROUNDED,
        ),
        link(ui, t("Who does what"), ui.goes("/more/tasks"), ft.Icons.GROUPS_ROUNDED),
    ]
    if ui.do.visits.upcoming():
        places.insert(
            1,
            link(
                ui,
                t("All coming visits to the phone's calendar"),
                ui.does(to_calendar),
                ft.Icons.EVENT_AVAILABLE_ROUNDED,
            ),
        )
    return list(places)
