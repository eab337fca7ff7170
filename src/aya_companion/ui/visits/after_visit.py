"""After a visit: what has to be done next, and one tap that makes a question or a visit of it."""

from __future__ import annotations

import flet as ft

from aya_companion.domain.notes import Note, NoteKind
from aya_companion.domain.visits import Appointment
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.add_field import AddField
from aya_companion.ui.kit.buttons import link
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import heading, note
from aya_companion.ui.visits.note_row import note_row


def after_visit(ui: Ui, visit: Appointment) -> list[ft.Control]:
    """The list of follow-ups, with a field for one more."""
    t = ui.t

    async def add(words: str) -> None:
        await ui.do.notes.add(NoteKind.FOLLOW_UP, words, visit.id)

    controls: list[ft.Control] = [
        note(ui, t("Write down what they asked you to do, or what you still want to know.")),
        *(_follow_up(ui, n) for n in ui.do.notes.of_visit(NoteKind.FOLLOW_UP, visit.id)),
        AddField(ui, t("One thing to follow up"), "follow-up", add),
    ]
    return [heading(ui, t("What comes next")), panel(ui, controls)]


def _follow_up(ui: Ui, item: Note) -> ft.Control:
    t = ui.t

    async def ask() -> None:
        if await ui.do.follow_ups.ask(item):
            notice(ui, t("On your list of questions"))

    offers = [link(ui, t("Make it a question"), ui.does(ask), ft.Icons.HELP_OUTLINE_ROUNDED)]
    if not item.private:  # an appointment goes to calendars and to the family
        plan = ui.goes(f"/visits/new/{item.id}")
        offers.append(link(ui, t("Make it an appointment"), plan, ft.Icons.EVENT_ROUNDED))
    return ft.Column(
        [
            note_row(ui, item),
            ft.Row(offers, wrap=True, spacing=8),
        ],
        spacing=0,
        tight=True,
    )
