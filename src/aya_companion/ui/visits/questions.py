"""All questions: to ask, asked, answered."""

from __future__ import annotations

import flet as ft

from aya_companion.domain.questions import in_order
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import pill, primary
from aya_companion.ui.kit.panels import empty
from aya_companion.ui.routes import Route
from aya_companion.ui.visits.question_list import question_row


@ft.component
def QuestionsScreen(ui: Ui, route: Route) -> ft.View:
    """The whole list, one state at a time."""
    shown, set_shown = ft.use_state("open")
    t = ui.t
    everything = ui.do.questions.all()
    states = {
        "open": (t("To ask"), [q for q in everything if q.is_open]),
        "asked": (t("Asked"), [q for q in everything if q.asked_at and not q.is_answered]),
        "answered": (t("Answered"), [q for q in everything if q.is_answered]),
    }
    choices = [
        pill(
            ui,
            t("{state} ({count})", state=name, count=ui.f.number(len(some))),
            lambda _event, key=key: set_shown(key),
            selected=shown == key,
        )
        for key, (name, some) in states.items()
    ]
    write = primary(
        ui, t("Write a question"), ui.goes("/visits/questions/new"), ft.Icons.ADD_ROUNDED
    )
    controls: list[ft.Control] = [ft.Row(choices, wrap=True, spacing=8, run_spacing=8)]
    questions = in_order(states[shown][1])
    if questions:
        controls.extend(question_row(ui, question) for question in questions)
        controls.append(write)
    elif shown == "open":
        controls.append(
            empty(
                ui,
                ft.Icons.HELP_OUTLINE_ROUNDED,
                t("Nothing to ask yet"),
                t("Write one in your own words, or tap the plus beside one on any page."),
                write,
            )
        )
    else:
        controls.append(
            empty(
                ui,
                ft.Icons.CHECK_CIRCLE_OUTLINE_ROUNDED,
                t("Nothing here yet"),
                t("After a visit, write down what they said. It lands here."),
            )
        )
    return screen(ui, route, controls, name=t("My questions"))
