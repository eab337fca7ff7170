"""One appointment: when and where, its questions, and what to do before, at and after it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import flet as ft

from aya_companion.domain.questions import in_order
from aya_companion.domain.visits import Appointment
from aya_companion.i18n.formats import Formats
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.lost import lost_screen
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import danger, icon_button, link, primary, secondary
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, heading, note, title
from aya_companion.ui.routes import Route
from aya_companion.ui.visits.after_visit import after_visit
from aya_companion.ui.visits.question_list import question_row
from aya_companion.ui.wording.repeats import reminder_words, repeat_words
from aya_companion.ui.wording.visits import calendar_name, visit_kind, visit_name, visit_time


def visit_screen(ui: Ui, route: Route) -> ft.View:
    """An appointment with everything that hangs on it."""
    t = ui.t
    visit = ui.do.visits.shown(route.params["visit"])
    if visit is None:
        return lost_screen(ui, route)
    questions = in_order(ui.do.questions.of_visit(visit.id))
    over = ui.do.visits.is_over(visit)
    controls: list[ft.Control] = [title(ui, visit_name(ui, visit)), _facts(ui, visit)]
    if not over:
        controls += _ways(ui, visit)
    controls.append(heading(ui, t("Questions for this visit")))
    if questions:
        controls.extend(question_row(ui, question) for question in questions)
    else:
        controls.append(note(ui, t("None yet. Three good ones are enough.")))
    if over or any(not q.is_open for q in questions):
        controls += after_visit(ui, visit)
    controls += _rest(ui, visit, over)
    edit = icon_button(ui, ft.Icons.EDIT_ROUNDED, t("Change"), ui.goes(f"/visits/{visit.id}/edit"))
    return screen(ui, route, controls, actions=[edit])


def _ways(ui: Ui, visit: Appointment) -> list[ft.Control]:
    """Prepare, the page, and at the visit, which comes first on its day."""
    t = ui.t
    prepare = (t("Prepare"), ui.goes(f"/visits/{visit.id}/prepare"), ft.Icons.CHECKLIST_ROUNDED)
    at_visit = (
        t("At the visit"),
        ui.goes(f"/visits/{visit.id}/now"),
        ft.Icons.RECORD_VOICE_OVER_ROUNDED,
    )
    first, second = (at_visit, prepare) if ui.do.visits.is_today(visit) else (prepare, at_visit)
    return [
        primary(ui, *first),
        ft.Row(
            [
                secondary(ui, *second),
                secondary(
                    ui,
                    t("My page"),
                    ui.goes(f"/visits/{visit.id}/sheet"),
                    ft.Icons.DESCRIPTION_ROUNDED,
                ),
            ],
            wrap=True,
            spacing=8,
            run_spacing=8,
        ),
    ]


def _rest(ui: Ui, visit: Appointment, over: bool) -> list[ft.Control]:
    """The calendar, the way to hand it on, and deleting."""
    t = ui.t

    async def delete() -> None:
        removed = await ui.do.visits.delete(visit)
        if removed is None:
            return
        await ui.model.done("/visits")

        async def undo() -> None:
            await ui.do.visits.restore(removed)

        notice(ui, t("Appointment deleted. Its questions wait on your list."), undo)

    controls: list[ft.Control] = []
    if over:
        ways = [
            link(ui, t("At the visit"), ui.goes(f"/visits/{visit.id}/now")),
            link(ui, t("My page"), ui.goes(f"/visits/{visit.id}/sheet")),
        ]
        controls.append(ft.Row(list(ways), wrap=True, spacing=8, run_spacing=8))
    else:
        controls += _calendar(ui, visit)
        if visit.repeats is not None:
            controls += _one_of_a_series(ui, visit)
    controls.append(
        danger(ui, t("Delete appointment"), ui.submits(delete), ft.Icons.DELETE_OUTLINE_ROUNDED)
    )
    return controls


def _calendar(ui: Ui, visit: Appointment) -> list[ft.Control]:
    """To the phone's calendar, and what it is told."""
    t = ui.t

    async def to_calendar() -> None:
        try:
            saved = await ui.do.calendar.save([visit], lambda v: calendar_name(t, v))
        except OSError:
            notice(ui, t("The file could not be written. Free some space, then try again."))
            return
        if saved:
            notice(ui, t("Open the file to put it in the phone's calendar."))

    return [
        link(
            ui,
            t("To the phone's calendar"),
            ui.does(to_calendar),
            ft.Icons.EVENT_AVAILABLE_ROUNDED,
        ),
        note(
            ui,
            t(
                "The calendar gets the name you gave it, the time and the place. What it is for, "
                "who you see, your questions and notes stay here."
            ),
        ),
    ]


def _one_of_a_series(ui: Ui, visit: Appointment) -> list[ft.Control]:
    """To move one day of a series, or leave it out."""
    t = ui.t

    async def skip() -> None:
        before = ui.do.visits.get(visit.id)
        if before is None or not await ui.do.visits.skip(visit):
            return

        async def undo() -> None:
            await ui.do.visits.put(before)

        notice(ui, t("This one is left out. The others stay."), undo)

    move = ui.goes(f"/visits/{visit.id}/move/{visit.day.isoformat()}")
    return [
        link(ui, t("Move this one"), move, ft.Icons.EDIT_CALENDAR),
        link(ui, t("Leave this one out"), ui.does(skip), ft.Icons.EVENT_BUSY),
    ]


def _facts(ui: Ui, visit: Appointment) -> ft.Control:
    t = ui.t
    local = Formats(ui.code, ZoneInfo(visit.zone))
    when = visit_time(ui, visit)
    rows: list[tuple[ft.IconData, str]] = [
        (ft.Icons.EVENT_ROUNDED, local.full_date(visit.day)),
    ]
    if when:
        zone = visit.zone.replace("_", " ") if visit.zone != ui.model.companion.zone else ""
        rows.append((ft.Icons.SCHEDULE_ROUNDED, f"{when} ({zone})" if zone else when))
    rows.append((ft.Icons.LABEL_OUTLINE_ROUNDED, visit_kind(t, visit.kind)))
    reminder = "" if visit.reminder_minutes is None else reminder_words(t, visit.reminder_minutes)
    rows.extend(
        (icon, words)
        for icon, words in (
            (ft.Icons.REPEAT_ROUNDED, repeat_words(ui, visit)),
            (ft.Icons.NOTIFICATIONS_OUTLINED, reminder),
            (ft.Icons.PLACE_OUTLINED, ui.own(visit.place)),
            (ft.Icons.PERSON_OUTLINE_ROUNDED, ui.own(visit.with_whom)),
            (ft.Icons.NOTES_ROUNDED, ui.own(visit.note)),
        )
        if words
    )
    return panel(
        ui,
        [
            ft.Row(
                [
                    ft.Icon(icon, color=ui.c.strong, size=ui.size(22)),
                    ft.Container(body(ui, words), expand=True),
                ],
                spacing=14,
                vertical_alignment=ft.CrossAxisAlignment.START,
            )
            for icon, words in rows
        ],
    )
