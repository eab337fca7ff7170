"""Read a hospital's calendar file: what is in it is shown before anything is kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import cast

import flet as ft

from aya_companion.domain.calendar_files import (
    CalendarFileError,
    CalendarTooLargeError,
    Doubt,
    NoAppointmentsError,
)
from aya_companion.domain.visits import Appointment
from aya_companion.i18n.catalogs import Translator
from aya_companion.state.calendar_actions import Incoming
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, primary
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import empty, panel
from aya_companion.ui.kit.text import body, heading, note
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.repeats import repeat_words
from aya_companion.ui.wording.visits import visit_name, visit_time

SHOWN = 30


def calendar_trouble(t: Translator, error: Exception) -> str:
    """What is wrong with a file, and what to do."""
    if isinstance(error, NoAppointmentsError):
        return t("There is no appointment in this file. Nothing was changed.")
    if isinstance(error, CalendarTooLargeError):
        return t(
            "This file is too large for appointments. Nothing was changed. Ask for another one."
        )
    return t(
        "This is not a calendar file, or it is damaged. Nothing was changed. Ask for a new one."
    )


@ft.component
def CalendarImportScreen(ui: Ui, route: Route) -> ft.View:
    """Choose a file, look, add."""
    t = ui.t
    incoming, set_incoming = ft.use_state(cast(Incoming | None, None))
    trouble, set_trouble = ft.use_state("")

    async def pick() -> None:
        set_trouble("")
        try:
            set_incoming(await ui.do.calendar.pick())
        except (CalendarFileError, OSError) as error:
            set_incoming(None)
            set_trouble(calendar_trouble(t, error))

    async def take() -> None:
        assert incoming is not None
        if await ui.do.calendar.take(incoming):
            await ui.model.back("/visits")
            notice(ui, t("Appointments added"))

    async def remove(visit: Appointment) -> None:
        assert incoming is not None
        removed = await ui.do.visits.delete(visit)
        if removed is None:
            return
        left = tuple(each for each in incoming.cancelled if each.id != visit.id)
        set_incoming(replace(incoming, cancelled=left))

        async def undo() -> None:
            await ui.do.visits.restore(removed)

        notice(ui, t("Appointment deleted. Its questions wait on your list."), undo)

    controls: list[ft.Control] = []
    if trouble:
        controls.append(panel(ui, [body(ui, trouble)], ground=ui.c.call_soft))
    if incoming is None:
        controls.append(
            empty(
                ui,
                ft.Icons.EVENT_ROUNDED,
                t("Appointments from the hospital"),
                t("Some hospitals send a calendar file. Its name ends in .ics."),
                primary(ui, t("Choose a file"), ui.does(pick), ft.Icons.FOLDER_OPEN_ROUNDED),
            )
        )
    else:
        controls += _cancelled(ui, incoming, remove)
        controls += _look(ui, incoming)
        if incoming.new or incoming.changed:
            count = len(incoming.new) + len(incoming.changed)
            words = t.many("Add {count} appointment", "Add {count} appointments", count)
            controls.append(primary(ui, words, ui.does(take), ft.Icons.CHECK_ROUNDED))
            controls.append(link(ui, t("Cancel"), lambda _event: set_incoming(None)))
        else:
            controls.append(link(ui, t("Done"), ui.goes("/visits")))
    return screen(ui, route, controls, name=t("Read a calendar file"))


def _cancelled(
    ui: Ui, incoming: Incoming, remove: Callable[[Appointment], Awaitable[None]]
) -> list[ft.Control]:
    """What they have and the hospital cancelled, each with a button to remove it."""
    t = ui.t
    controls: list[ft.Control] = []
    if incoming.cancelled:
        controls.append(heading(ui, t("Cancelled by the hospital")))
    for visit in incoming.cancelled:
        button = link(
            ui,
            t("Remove this appointment"),
            ui.does(remove, visit),
            ft.Icons.DELETE_OUTLINE_ROUNDED,
        )
        controls.append(panel(ui, [*_facts(ui, visit), button], padding=14, spacing=4))
    if incoming.unknown:
        words = t.many(
            "{count} cancelled appointment is not on your list.",
            "{count} cancelled appointments are not on your list.",
            incoming.unknown,
        )
        controls.append(note(ui, words))
    return controls


def _look(ui: Ui, incoming: Incoming) -> list[ft.Control]:
    t = ui.t
    controls: list[ft.Control] = []
    for name, visits in ((t("New"), incoming.new), (t("Changed"), incoming.changed)):
        if visits:
            controls.append(heading(ui, name))
            controls.extend(_visit(ui, visit, incoming) for visit in visits[:SHOWN])
            if len(visits) > SHOWN:
                more = len(visits) - SHOWN
                controls.append(note(ui, t.many("and {count} more", "and {count} more", more)))
    if incoming.known:
        words = t.many(
            "{count} appointment is here already.",
            "{count} appointments are here already.",
            incoming.known,
        )
        controls.append(note(ui, words))
    if incoming.file.left_out:
        words = t.many(
            "{count} entry had no usable day and is left out.",
            "{count} entries had no usable day and are left out.",
            incoming.file.left_out,
        )
        controls.append(note(ui, words))
    return controls


def _visit(ui: Ui, visit: Appointment, incoming: Incoming) -> ft.Control:
    doubts = [
        note(ui, doubt_words(ui.t, doubt), colour=ui.c.accent)
        for doubt in ui.do.calendar.doubts(visit, incoming)
    ]
    return panel(ui, [*_facts(ui, visit), *doubts], padding=14, spacing=4)


def _facts(ui: Ui, visit: Appointment) -> list[ft.Control]:
    """What it is called, when and where it is, and the coming days a series leaves out."""
    parts = (
        ui.f.full_date(visit.day),
        visit_time(ui, visit),
        visit.zone.replace("_", " ") if visit.zone != ui.model.companion.zone else "",
        ui.own(visit.place),
        repeat_words(ui, visit),
    )
    lines: list[ft.Control] = [
        body(ui, visit_name(ui, visit), strong=True),
        note(ui, " · ".join(part for part in parts if part)),
    ]
    today = ui.model.now().astimezone(ui.f.zone).date()
    days = [ui.f.short_weekday_date(day) for day in sorted(visit.exceptions) if day >= today]
    if visit.repeats is not None and days:
        lines.append(note(ui, ui.t("Not on: {days}", days=ui.f.list_of(days[:SHOWN]))))
    return lines


def doubt_words(t: Translator, doubt: Doubt) -> str:
    """What was not understood of an appointment, and what to do."""
    match doubt:
        case Doubt.REPEAT:
            return t("It repeats in a way this app cannot show. Only this day is added.")
        case Doubt.ZONE:
            return t(
                "The file names a time zone that this app does not know. The time is shown as if it "
                "were yours. Ask the hospital."
            )
        case Doubt.CLOCKS:
            return t(
                "This series goes by other clocks than yours. When the clocks change, it may be an "
                "hour earlier or later. Ask the hospital."
            )
