"""Records that were changed on both sides: both texts, and which of them to keep."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import flet as ft

from aya_companion.domain.care_team import EmergencyCard
from aya_companion.domain.questions import Question
from aya_companion.domain.restoring import Conflict, Keep
from aya_companion.domain.tasks import Task
from aya_companion.domain.treatment_map import TreatmentDates
from aya_companion.domain.visits import Appointment
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import pill
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, note
from aya_companion.ui.wording.tasks import task_name
from aya_companion.ui.wording.treatment import stop_name
from aya_companion.ui.wording.visits import visit_title


def table_name(ui: Ui, table: str) -> str:
    """The person's name for what a table holds."""
    t = ui.t
    return {
        "appointments": t("Appointments"),
        "questions": t("Questions"),
        "notes": t("Notes"),
        "tasks": t("Who does what"),
        "card": t("Emergency card"),
        "settings": t("Settings"),
        "map": t("Dates on my map"),
    }.get(table, table)


def conflict_panel(
    ui: Ui, conflict: Conflict, choices: dict[tuple[str, str], Keep], set_choices: Any
) -> ft.Control:
    """A record both sides changed: both texts, and which to keep."""
    t = ui.t
    key = (conflict.table, conflict.record_id)
    names = {
        Keep.BOTH: t("Keep both"),
        Keep.MINE: t("Keep mine"),
        Keep.THEIRS: t("Keep the backup's"),
    }
    chosen = choices.get(key, Keep.BOTH)
    pills = [
        pill(
            ui,
            name,
            lambda _event, keep=keep: set_choices({**choices, key: keep}),
            selected=keep is chosen,
        )
        for keep, name in names.items()
    ]
    return panel(
        ui,
        [
            note(ui, t("{what}: changed on both sides", what=table_name(ui, conflict.table))),
            body(ui, t("Here: {text}", text=_words_of(ui, conflict.mine))),
            body(ui, t("In the backup: {text}", text=_words_of(ui, conflict.theirs))),
            ft.Row(pills, wrap=True, spacing=8, run_spacing=8),
        ],
        ground=ui.c.gold_soft,
        padding=16,
    )


def _words_of(ui: Ui, record: Any) -> str:
    """What a person wrote in a record, so that they can choose between two of them."""
    if isinstance(record, Question):
        return _joined(ui, (record.text, record.answer))
    if isinstance(record, Appointment):
        day = ui.f.short_weekday_date(record.day)
        title = visit_title(ui.t, record)
        return _joined(ui, (day, title, record.with_whom, record.place, record.note))
    if isinstance(record, EmergencyCard):
        lines = (record.emergency_number.text, record.crisis_number.text)
        numbers = (f"{contact.name} {contact.phone.text}" for contact in record.contacts)
        fever = record.fever and ui.f.temperature(record.fever.value, record.fever.unit.value)
        texts = (fever or "", record.allergies, record.diagnosis, record.notes, record.name)
        return _joined(ui, (*lines, *numbers, *texts))
    if isinstance(record, TreatmentDates):
        return _joined(
            ui,
            (f"{stop_name(ui.t, stop)}: {ui.f.medium_date(day)}" for stop, day in record.dates),
        )
    if isinstance(record, Task):
        return _joined(ui, (task_name(ui.t, record), record.who))
    return ui.own(str(record.text))


def _joined(ui: Ui, parts: Iterable[str]) -> str:
    return " · ".join(ui.own(part) for part in parts if part.strip())
