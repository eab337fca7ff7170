"""Prepare a visit: choose, word and order questions; what to bring; what happened since."""

from __future__ import annotations

from typing import Any

import flet as ft

from aya_companion.domain.notes import Note, NoteKind
from aya_companion.domain.questions import STARS, Question, in_order
from aya_companion.domain.visits import Appointment
from aya_companion.library.page import PageQuestion
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.lost import lost_screen
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.add_field import AddField
from aya_companion.ui.kit.buttons import icon_button, link, primary
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, note, section
from aya_companion.ui.reading.page_question import page_question_row
from aya_companion.ui.routes import Route
from aya_companion.ui.visits.note_row import note_row
from aya_companion.ui.visits.star_button import star_button
from aya_companion.ui.wording.visits import visit_name, visit_when

FIRST = 5
"""How many suggestions are shown before "more"."""


@ft.component
def PrepareScreen(ui: Ui, route: Route) -> ft.View:
    """Three small panels, each of which can be left empty."""
    visit = ui.do.visits.shown(route.params["visit"])
    shown, set_shown = ft.use_state(FIRST)
    t = ui.t
    if visit is None:
        return lost_screen(ui, route)
    current = visit

    async def add_bring(words: str) -> None:
        await ui.do.notes.add(NoteKind.BRING, words, current.id)

    async def add_since(words: str) -> None:
        await ui.do.notes.add(NoteKind.SINCE_LAST_TIME, words, current.id)

    controls: list[ft.Control] = [
        note(ui, f"{visit_name(ui, visit)} · {visit_when(ui, visit)}"),
        _mine(ui, visit),
        _suggestions(ui, visit, shown, lambda _event: set_shown(shown + 10)),
        panel(
            ui,
            [
                section(ui, t("Since last time")),
                note(ui, t("What you noticed, in your own words. It is only listed.")),
                *(
                    note_row(ui, n, _day(ui, n))
                    for n in ui.do.notes.of_visit(NoteKind.SINCE_LAST_TIME, visit.id)
                ),
                AddField(ui, t("What happened?"), "since", add_since),
            ],
        ),
        panel(
            ui,
            [
                section(ui, t("To bring")),
                *(
                    note_row(ui, n, _day(ui, n))
                    for n in ui.do.notes.of_visit(NoteKind.BRING, visit.id)
                ),
                AddField(ui, t("What do you want to bring?"), "bring", add_bring),
            ],
        ),
        primary(
            ui,
            t("See my page"),
            ui.goes(f"/visits/{current.id}/sheet"),
            ft.Icons.DESCRIPTION_ROUNDED,
        ),
    ]
    return screen(ui, route, controls, name=t("Prepare"))


def _mine(ui: Ui, visit: Appointment) -> ft.Control:
    t = ui.t
    mine = in_order(q for q in ui.do.questions.of_visit(visit.id) if q.is_open)
    waiting = in_order(q for q in ui.do.questions.waiting() if q.visit_id != visit.id)

    controls: list[ft.Control] = [section(ui, t("My questions"), colour=ui.c.strong)]
    if mine:
        words = t("Star the {count} that matter most.", count=ui.f.number(STARS))
        controls.append(note(ui, words))
    else:
        controls.append(note(ui, t("None yet. Three good ones are enough.")))
    stars = sum(q.starred for q in mine)
    for place, question in enumerate(mine):
        # Stars stay on top: a question moves among those like it.
        first, last = (0, stars - 1) if question.starred else (stars, len(mine) - 1)
        controls.append(_question(ui, question, up=place > first, down=place < last))
    if waiting:
        controls.append(
            link(
                ui,
                t.many(
                    "Add the {count} question that is waiting",
                    "Add the {count} questions that are waiting",
                    len(waiting),
                ),
                ui.does(ui.do.questions.attach, waiting, visit.id),
                ft.Icons.PLAYLIST_ADD_ROUNDED,
            )
        )
    controls.append(
        link(ui, t("Write a question"), ui.goes(f"/visits/{visit.id}/ask"), ft.Icons.ADD_ROUNDED)
    )
    return panel(ui, controls, ground=ui.c.strong_soft)


def _question(ui: Ui, question: Question, *, up: bool, down: bool) -> ft.Control:
    t = ui.t

    buttons: list[ft.Control] = [
        star_button(ui, question),
        icon_button(
            ui,
            ft.Icons.EDIT_ROUNDED,
            t("Change: {question}", question=question.text),
            ui.goes(f"/visits/questions/{question.id}"),
            colour=ui.c.quiet,
        ),
    ]
    for icon, name, upward, possible in (
        (ft.Icons.ARROW_UPWARD_ROUNDED, t("Move up"), True, up),
        (ft.Icons.ARROW_DOWNWARD_ROUNDED, t("Move down"), False, down),
    ):
        if possible:
            buttons.append(
                icon_button(
                    ui,
                    icon,
                    t("{action}: {question}", action=name, question=question.text),
                    ui.does(ui.do.prepare.move, question, upward),
                    colour=ui.c.quiet,
                )
            )
    return panel(
        ui,
        [
            body(ui, ui.own(question.text), strong=question.starred),
            ft.Row(buttons, wrap=True, spacing=0, run_spacing=0),
        ],
        padding=12,
        spacing=0,
    )


def _suggestions(ui: Ui, visit: Appointment, shown: int, more: Any) -> ft.Control:
    t = ui.t
    found = ui.do.prepare.suggestions(visit, ui.code)

    async def take(question: PageQuestion) -> None:
        await ui.do.prepare.take(question, visit)

    controls: list[ft.Control] = [
        section(ui, t("Questions that fit this visit")),
        note(ui, t("Tap the plus to put one on your list.")),
        *(page_question_row(ui, q, ui.code, take) for q in found[:shown]),
    ]
    if len(found) > shown:
        controls.append(link(ui, t("Show more"), more))
    return panel(ui, controls)


def _day(ui: Ui, item: Note) -> str:
    """The day on which something happened; "" for what has none to tell."""
    return ui.f.short_weekday_date(item.day) if item.kind is NoteKind.SINCE_LAST_TIME else ""
