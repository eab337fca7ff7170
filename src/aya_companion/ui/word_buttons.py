"""Words that can be tapped in a text, as real buttons for keyboard and screen reader."""

from __future__ import annotations

from collections.abc import Iterable

import flet as ft

from aya_companion.library.page import Block, Page
from aya_companion.library.walk import terms_used
from aya_companion.ui.buttons import pill
from aya_companion.ui.context import Ui
from aya_companion.ui.own_words import own
from aya_companion.ui.sheets import word_sheet


def word_buttons(ui: Ui, page: Page, blocks: Iterable[Block]) -> ft.Control | None:
    """A button for each word that blocks of a page link to; None when they link to none."""
    used = set(terms_used(blocks))
    second = ui.model.settings.second_language
    buttons: list[ft.Control] = [
        pill(
            ui,
            own(ui, term.term),
            lambda _event, term=term: ui.model.host.show(word_sheet(ui, term.id, second)),
        )
        for term in ui.shelf.terms_on(page)
        if term.id in used
    ]
    return ft.Row(buttons, wrap=True, spacing=8, run_spacing=8) if buttons else None
