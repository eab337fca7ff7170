"""Who does what: who has it now, since when, and "I take this over"."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

import flet as ft

from aya_companion.domain.tasks import Task, TaskKind
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.add_field import AddField
from aya_companion.ui.kit.buttons import icon_button, link, pill, secondary
from aya_companion.ui.kit.drafts import latest, use_draft
from aya_companion.ui.kit.fields import text_field, words_to
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import icon_square, marked, panel
from aya_companion.ui.kit.text import body, note
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.tasks import task_name, task_person

ICONS = {
    TaskKind.MEDICINES: ft.Icons.MEDICATION_ROUNDED,
    TaskKind.DRIVING: ft.Icons.DIRECTIONS_CAR_ROUNDED,
    TaskKind.CALLS: ft.Icons.CALL_ROUNDED,
    TaskKind.TEMPERATURE: ft.Icons.THERMOSTAT_ROUNDED,
    TaskKind.MEALS: ft.Icons.RESTAURANT_ROUNDED,
    TaskKind.LETTERS: ft.Icons.MAIL_ROUNDED,
    TaskKind.OTHER: ft.Icons.VOLUNTEER_ACTIVISM_ROUNDED,
}


@ft.component
def TasksScreen(ui: Ui, route: Route) -> ft.View:
    """The usual things, then what they added. One of them at a time is being handed over."""
    t = ui.t
    taking, set_taking = ft.use_state("")
    name, set_name = use_draft(ui, "who", "")

    async def take(task: Task, who: str) -> None:
        if await ui.do.tasks.take_over(task, who):
            set_taking("")
            set_name("")

    async def take_typed(task: Task) -> None:
        await take(task, latest(ui, "who", name))

    async def delete(task: Task) -> None:
        async def undo() -> None:
            await ui.do.tasks.restore(task)

        if await ui.do.tasks.delete(task):
            notice(ui, t("Taken off"), undo)

    controls: list[ft.Control] = [
        body(
            ui,
            t("Asking for help is part of the plan. Write down who has what."),
            colour=ui.c.quiet,
        )
    ]
    for task in ui.do.tasks.all():
        is_open = taking == task.id
        parts = [_line(ui, task)]
        if is_open:
            parts += _handing_over(ui, task, name, set_name, take, take_typed)
        else:
            parts.append(_ways(ui, task, partial(set_taking, task.id), delete))
        controls.append(panel(ui, parts, padding=14, spacing=12 if is_open else 4))
    controls.append(AddField(ui, t("Something else to do"), "task", ui.do.tasks.add))
    controls.append(
        link(
            ui,
            t("Send this list to another phone"),
            ui.goes("/visits/hand-over"),
            ft.Icons.SEND_TO_MOBILE_ROUNDED,
        )
    )
    return screen(ui, route, controls, name=t("Who does what"), spacing=12)


def _handing_over(
    ui: Ui,
    task: Task,
    name: str,
    set_name: Callable[[str], None],
    take: Callable[[Task, str], Awaitable[None]],
    take_typed: Callable[[Task], Awaitable[None]],
) -> list[ft.Control]:
    """Who takes it over: somebody new, somebody who has something already, or nobody."""
    t = ui.t
    who_field = text_field(
        ui,
        t("Who takes it over?"),
        name,
        words_to(set_name),
        on_submit=ui.does(take_typed, task),
    )
    known = [who for who in ui.do.tasks.names() if who != task.who]
    choices = [pill(ui, ui.own(who), ui.does(take, task, who)) for who in known]
    choices.append(secondary(ui, t("Save"), ui.does(take_typed, task), ft.Icons.CHECK_ROUNDED))
    if task.who:
        choices.append(link(ui, t("Nobody right now"), ui.does(take, task, "")))
    return [who_field, ft.Row(choices, wrap=True, spacing=8, run_spacing=8)]


def _ways(
    ui: Ui,
    task: Task,
    begin: Callable[[], None],
    delete: Callable[[Task], Awaitable[None]],
) -> ft.Control:
    """To hand it over, and to take what is not a usual thing off the list."""
    t = ui.t
    words = t("Hand over") if task.who else t("I take this over")
    row: list[ft.Control] = [link(ui, words, lambda _event: begin())]
    if task.kind is TaskKind.OTHER:
        row.append(
            icon_button(
                ui,
                ft.Icons.DELETE_OUTLINE_ROUNDED,
                t("Take off: {what}", what=task.title),
                ui.does(delete, task),
                colour=ui.c.quiet,
            )
        )
    return ft.Row(row, wrap=True, spacing=8)


def _line(ui: Ui, task: Task) -> ft.Control:
    t = ui.t
    return marked(
        ui,
        icon_square(ui, ICONS[task.kind]),
        ft.Column(
            [
                body(ui, ui.own(task_name(t, task)), strong=True),
                note(ui, task_person(ui, task), colour=ui.c.strong if task.who else None),
            ],
            spacing=2,
            tight=True,
        ),
    )
