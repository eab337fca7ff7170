"""The word list, and one word with the pages that use it."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.frame.lost import lost_screen
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import tap_panel
from aya_companion.ui.kit.fields import text_field, words_to
from aya_companion.ui.kit.text import aligned, body, directed, heading, note, title
from aya_companion.ui.reading.page_entry import page_entry
from aya_companion.ui.routes import Route


@ft.component
def WordsScreen(ui: Ui, route: Route) -> ft.View:
    """Every word of the glossary, with its meaning."""
    typed, set_typed = ft.use_state("")
    t = ui.t
    controls: list[ft.Control] = [
        text_field(
            ui,
            t("Find a word"),
            typed,
            words_to(set_typed),
            icon=ft.Icons.SEARCH_ROUNDED,
        )
    ]
    for term in ui.shelf.terms_with(typed, ui.code):
        words = ft.Column(
            [
                ft.Text(
                    directed(ui, term.term, term.language),
                    style=ui.style(18, weight=600, code=term.language),
                    text_align=aligned(ui, term.language),
                ),
                body(ui, term.meaning, colour=ui.c.quiet, code=term.language),
            ],
            spacing=2,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
        controls.append(tap_panel(ui, words, ui.goes(f"/learn/words/{term.id}")))
    if len(controls) == 1:
        controls.append(note(ui, t("No such word here. Try fewer letters.")))
    return screen(ui, route, controls, name=t("Words"), spacing=10)


def word_screen(ui: Ui, route: Route) -> ft.View:
    """One word: meaning in both languages, how to say it, pages that use it."""
    t = ui.t
    term_id = route.params["term"]
    if not any(term.id == term_id for term in ui.shelf.terms("en")):
        return lost_screen(ui, route)
    term = ui.shelf.term(term_id, ui.code)
    controls: list[ft.Control] = [title(ui, term.term, term.language)]
    if term.say:
        controls.append(note(ui, t("Say: {how}", how=term.say)))
    controls.append(body(ui, term.meaning, code=term.language))
    second = ui.model.settings.second_language
    if second and second != ui.code:
        other = ui.shelf.term(term_id, second)
        if other.language != term.language:
            controls.append(heading(ui, other.term, other.language))
            if other.say:
                controls.append(note(ui, t("Say: {how}", how=other.say)))
            controls.append(body(ui, other.meaning, code=other.language))
    pages = ui.shelf.pages_using(term_id, ui.code)
    if pages:
        controls.append(heading(ui, t("Pages that use this word")))
        controls.extend(page_entry(ui, page) for page in pages)
    return screen(ui, route, controls)
