"""Look back: every visit so far with what was asked and what they said; searched, printed."""

from __future__ import annotations

import flet as ft

from aya_companion.domain.past_visits import PastVisit
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, secondary
from aya_companion.ui.kit.documents import hand_out
from aya_companion.ui.kit.fields import switch, text_field, words_to
from aya_companion.ui.kit.panels import empty, panel
from aya_companion.ui.kit.text import body, note, section
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.visits import visit_name, visit_title


@ft.component
def LookBackScreen(ui: Ui, route: Route) -> ft.View:
    """The latest visit first; the search looks through everything that is shown."""
    t = ui.t
    typed, set_typed = ft.use_state("")
    private, set_private = ft.use_state(False)
    if not ui.do.paper.visits_so_far():
        nothing = empty(
            ui,
            ft.Icons.HISTORY_ROUNDED,
            t("Nothing to look back on yet"),
            t("After a visit, its questions and what they said stand here."),
        )
        return screen(ui, route, [nothing], name=t("Look back"))
    found = ui.do.paper.search(typed, lambda visit: visit_title(t, visit))

    def make() -> str:
        return ui.do.paper.look_back(found, ui.code, visit_title, private=private)

    controls: list[ft.Control] = [
        text_field(
            ui,
            t("Find a word"),
            typed,
            words_to(set_typed),
            icon=ft.Icons.SEARCH_ROUNDED,
        ),
        *(_visit(ui, past) for past in found),
    ]
    if found:
        print_it = ui.does(hand_out, ui, "look-back", make, True)
        controls.append(
            secondary(ui, t("Print or save as PDF"), print_it, ft.Icons.PRINT_ROUNDED, fill=True)
        )
        controls.append(
            switch(
                ui,
                t("What I marked private too"),
                private,
                set_private,
                t("Off, it stays out of the page."),
            )
        )
    else:
        controls.append(note(ui, t("No such word here. Try fewer letters.")))
    return screen(ui, route, controls, name=t("Look back"))


def _visit(ui: Ui, past: PastVisit) -> ft.Control:
    t = ui.t
    visit = past.visit
    controls: list[ft.Control] = []
    if visit is None:
        controls.append(section(ui, t("Asked outside a visit")))
    else:
        controls.append(section(ui, visit_name(ui, visit)))
        controls.append(note(ui, ui.f.full_date(visit.day)))
    for question in past.questions:
        answer = (
            body(ui, ui.own(question.answer))
            if question.answer
            else note(ui, t("No answer written down"))
        )
        asked = body(ui, ui.own(question.text), strong=True)
        controls.append(ft.Column([asked, answer], spacing=2, tight=True))
    controls.extend(
        note(ui, f"{ui.f.short_weekday_date(n.day)}: {ui.own(n.text)}") for n in past.notes
    )
    if visit is not None:
        controls.append(link(ui, t("Open this visit"), ui.goes(f"/visits/{visit.id}")))
    return panel(ui, controls, spacing=12)
