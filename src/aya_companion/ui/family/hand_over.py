"""Hand over within the family: choose what goes to another phone, or take over what came."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, cast

import flet as ft

from aya_companion.domain.questions import Question, in_order
from aya_companion.domain.records import Record
from aya_companion.domain.tasks import Task
from aya_companion.domain.visits import Appointment
from aya_companion.state.hand_over_actions import Parcel
from aya_companion.state.problems import PROBLEMS
from aya_companion.ui.context import Handler, Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, primary, secondary
from aya_companion.ui.kit.fields import switch
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import bullets, panel
from aya_companion.ui.kit.text import body, heading, note, section
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.tasks import task_name, task_person
from aya_companion.ui.wording.visits import visit_name, visit_time

KINDS: dict[str, type[Record]] = {
    "appointments": Appointment,
    "questions": Question,
    "tasks": Task,
}
"""What the tables of a file hold."""


@ft.component
def HandOverScreen(ui: Ui, route: Route) -> ft.View:
    """What goes out stands first; what comes in is shown before anything is added."""
    t = ui.t
    coming = ui.do.visits.upcoming()
    questions = in_order(q for q in ui.do.questions.all() if q.is_open and not q.private)
    left_out, set_left_out = ft.use_state(frozenset[str]())
    with_tasks, set_with_tasks = ft.use_state(True)
    incoming, set_incoming = ft.use_state(cast(Parcel | None, None))
    trouble, set_trouble = ft.use_state("")

    async def save() -> None:
        try:
            saved = await ui.do.hand_over.save(
                [v.id for v in coming if v.id not in left_out],
                [q.id for q in questions if q.id not in left_out],
                with_tasks,
            )
        except OSError:
            set_trouble(t("The file could not be written. Free some space, then try again."))
            return
        if saved:
            notice(ui, t("Saved. Send the file to the other phone, and open it here in the app."))

    async def pick() -> None:
        set_trouble("")
        try:
            set_incoming(await ui.do.hand_over.pick())
        except PROBLEMS:
            set_trouble(
                t("This file cannot be taken over. Nothing was changed. Ask for it once more.")
            )

    async def take() -> None:
        assert incoming is not None
        await ui.do.hand_over.take(incoming)
        set_incoming(None)
        notice(ui, t("Added"))

    def leave_out(record_id: str) -> None:
        set_left_out(lambda before: before ^ {record_id})

    controls: list[ft.Control] = []
    if trouble:
        controls.append(panel(ui, [body(ui, trouble)], ground=ui.c.call_soft))
    if incoming is not None:
        controls.append(_incoming(ui, incoming, take, lambda _event: set_incoming(None)))
        return screen(ui, route, controls, name=t("Hand over"))
    controls.append(
        body(
            ui,
            t("Choose what another phone of the family should know. Private questions never go."),
            colour=ui.c.quiet,
        )
    )
    rows = _to_choose(ui, coming, questions, left_out, leave_out)
    rows.append(section(ui, t("Who does what")))
    rows.append(switch(ui, t("The whole list"), with_tasks, set_with_tasks))
    controls += _ways(ui, panel(ui, rows), ui.does(save), ui.does(pick))
    return screen(ui, route, controls, name=t("Hand over"))


def _ways(ui: Ui, chosen: ft.Control, save: Handler, pick: Handler) -> list[ft.Control]:
    """What goes out, the file for it, and the way in for one that came."""
    t = ui.t
    everyone = t(
        "Everyone who has the file can read it. A question takes its appointment along. "
        "Your notes to appointments stay here."
    )
    return [
        chosen,
        primary(ui, t("Save the file"), save, ft.Icons.SAVE_ALT_ROUNDED),
        note(ui, everyone),
        heading(ui, t("From another phone")),
        secondary(ui, t("Open a file"), pick, ft.Icons.FOLDER_OPEN_ROUNDED, fill=True),
    ]


def _to_choose(
    ui: Ui,
    coming: list[Appointment],
    questions: list[Question],
    left_out: frozenset[str],
    leave_out: Callable[[str], None],
) -> list[ft.Control]:
    """Each appointment and question with a switch; ``leave_out`` turns one the other way."""
    rows: list[ft.Control] = [section(ui, ui.t("Appointments"))]
    for visit in coming:
        words, day = visit_name(ui, visit), ui.f.short_weekday_date(visit.day)
        turn = partial(_turned, leave_out, visit.id)
        rows.append(switch(ui, words, visit.id not in left_out, turn, day))
    rows.append(section(ui, ui.t("Questions")))
    for question in questions:
        turn = partial(_turned, leave_out, question.id)
        rows.append(switch(ui, ui.own(question.text), question.id not in left_out, turn))
    return rows


def _turned(leave_out: Callable[[str], None], record_id: str, _on: bool) -> None:
    leave_out(record_id)


def _incoming(ui: Ui, incoming: Parcel, take: Any, cancel: Any) -> ft.Control:
    t = ui.t
    names = {
        "appointments": t("Appointments"),
        "questions": t("Questions"),
        "tasks": t("Who does what"),
    }
    lines: list[ft.Control] = [section(ui, t("What would be added"))]
    for table, count in incoming.summary.counts.items():
        new = t.many("{count} new", "{count} new", count.added)
        changed = t.many("{count} changed", "{count} changed", count.changed)
        known = t.many("{count} already here", "{count} already here", count.unchanged)
        lines.append(body(ui, f"{names.get(table, table)}: {ui.f.list_of((new, changed, known))}"))
        shown = [
            _words(ui, record) for record in incoming.records if isinstance(record, KINDS[table])
        ]
        lines.extend(bullets(ui, [body(ui, words) for words in shown]))
    twice = [conflict for conflict in incoming.summary.conflicts if conflict.table != "tasks"]
    if twice:
        lines.append(
            note(
                ui,
                t.many(
                    "{count} was changed on both phones: both texts are kept.",
                    "{count} were changed on both phones: both texts are kept.",
                    len(twice),
                ),
            )
        )
    if len(twice) < len(incoming.summary.conflicts):
        lines.append(note(ui, t("Where both phones say who has a task, the later one counts.")))
    lines.append(primary(ui, t("Add them"), ui.does(take), ft.Icons.CHECK_ROUNDED))
    lines.append(link(ui, t("Cancel"), cancel))
    return panel(ui, lines)


def _words(ui: Ui, record: Record) -> str:
    """A record that came, in words."""
    if isinstance(record, Appointment):
        parts = (ui.f.full_date(record.day), visit_time(ui, record), visit_name(ui, record))
        return " · ".join(part for part in parts if part)
    if isinstance(record, Question):
        answer = record.answer and ui.t("Answered: {answer}", answer=ui.own(record.answer))
        return " · ".join(part for part in (ui.own(record.text), answer) if part)
    assert isinstance(record, Task)
    return f"{ui.own(task_name(ui.t, record))}: {task_person(ui, record)}"
