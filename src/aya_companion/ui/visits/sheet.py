"""The visit sheet before it is printed: what is on it, in which languages, how large."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from aya_companion.domain.notes import NoteKind
from aya_companion.domain.visits import Appointment
from aya_companion.i18n.locales import LOCALES
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.lost import lost_screen
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, primary, secondary
from aya_companion.ui.kit.documents import hand_out
from aya_companion.ui.kit.fields import choice, switch
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, heading, note, section
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.choices import second_languages
from aya_companion.ui.wording.visits import visit_name, visit_title, visit_when


@ft.component
def SheetScreen(ui: Ui, route: Route) -> ft.View:
    """A short look at the page, its choices, and the buttons that print or save it."""
    visit = ui.do.visits.shown(route.params["visit"])
    chosen = ui.model.settings.second_language
    second, set_second = ft.use_state("" if chosen == ui.code else chosen)
    large, set_large = ft.use_state(False)
    private, set_private = ft.use_state(False)
    notes, set_notes = ft.use_state(True)
    name, set_name = ft.use_state(False)
    t = ui.t
    if visit is None:
        return lost_screen(ui, route)
    current = visit

    codes = [ui.code, second] if second else [ui.code]
    printed = ui.do.paper.visit_sheet(
        current, codes, visit_title, large=large, private=private, notes=notes, name=name
    )

    def make() -> str:
        return printed.html

    options: list[ft.Control] = [
        choice(
            ui, t("Second language, for the team"), second_languages(t, ui.code), second, set_second
        ),
        switch(ui, t("Large print"), large, set_large),
        switch(ui, t("My notes since last time"), notes, set_notes),
    ]
    if ui.do.card.get().name:
        options.append(switch(ui, t("My name"), name, set_name))
    options.append(
        switch(
            ui,
            t("What I marked private too"),
            private,
            set_private,
            t("Off, it stays out of the page."),
        )
    )
    controls: list[ft.Control] = [
        _preview(ui, current, second, private, notes),
        panel(ui, options),
        *([] if printed.is_one_page else [note(ui, _more_pages(ui), colour=ui.c.gold)]),
        *_ways_out(ui, current, make),
    ]
    return screen(ui, route, controls, name=t("My page for the visit"))


def _ways_out(ui: Ui, visit: Appointment, make: Callable[[], str]) -> list[ft.Control]:
    """On paper, as a file, or on this screen."""
    t, file = ui.t, "visit-sheet"
    return [
        primary(
            ui,
            t("Print or save as PDF"),
            ui.does(hand_out, ui, file, make, True),
            ft.Icons.PRINT_ROUNDED,
        ),
        secondary(
            ui,
            t("Save or send the file"),
            ui.does(hand_out, ui, file, make, False),
            ft.Icons.SAVE_ALT_ROUNDED,
            fill=True,
        ),
        link(
            ui,
            t("Show it on this screen, one question at a time"),
            ui.goes(f"/visits/{visit.id}/now"),
            ft.Icons.FULLSCREEN_ROUNDED,
        ),
    ]


def _more_pages(ui: Ui) -> str:
    return ui.t(
        "This may take more than one page. Fewer questions, or no notes, keep it to one: three good "
        "questions are enough."
    )


def _preview(ui: Ui, visit: Appointment, second: str, private: bool, notes: bool) -> ft.Control:
    """What will be on the page, as it will be."""
    t = ui.t
    questions = ui.do.paper.on_sheet(visit, private=private)
    controls: list[ft.Control] = [
        heading(ui, visit_name(ui, visit)),
        note(ui, visit_when(ui, visit)),
    ]
    if not questions:
        controls.append(body(ui, t("No questions yet. An empty page has room for notes.")))
        controls.append(link(ui, t("Choose questions"), ui.goes(f"/visits/{visit.id}/prepare")))
    for number, question in enumerate(questions, 1):
        words: list[ft.Control] = [body(ui, ui.own(question.text), strong=question.starred)]
        if second:
            other = ui.do.paper.phrase(question, second)
            if other is None:
                untold = t(
                    "In your own words: not translated into {language}",
                    language=LOCALES[second].name,
                )
                words.append(note(ui, untold))
            elif other.text != question.text:
                words.append(note(ui, other.text, code=other.code))
        sign = (
            ft.Icon(ft.Icons.STAR_ROUNDED, color=ui.c.accent, size=ui.size(20))
            if question.starred
            else body(ui, ui.f.number(number), colour=ui.c.quiet)
        )
        controls.append(
            ft.Row(
                [
                    ft.Container(sign, width=ui.size(26)),
                    ft.Column(words, spacing=2, tight=True, expand=True),
                ],
                spacing=8,
                vertical_alignment=ft.CrossAxisAlignment.START,
            )
        )
    noticed = ui.do.notes.of_visit(NoteKind.SINCE_LAST_TIME, visit.id) if notes else []
    since = [n for n in noticed if private or not n.private]
    if since:
        controls.append(section(ui, t("Since last time, in my own words")))
        controls.extend(
            body(ui, f"{ui.f.short_weekday_date(n.day)}: {ui.own(n.text)}") for n in since
        )
    to_bring = ui.do.notes.of_visit(NoteKind.BRING, visit.id)
    bring = [n for n in to_bring if private or not n.private]
    if bring:
        controls.append(section(ui, t("To bring")))
        controls.append(body(ui, ui.f.list_of(ui.own(n.text) for n in bring)))
    return panel(ui, controls)
