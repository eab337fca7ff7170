"""Words that can be tapped in a text, as real buttons for keyboard and screen reader."""

from __future__ import annotations

from collections.abc import Iterable

import flet as ft

from aya_companion.library.page import Block, Page
from aya_companion.library.traversal import terms_used
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import pill
from aya_companion.ui.reading.word_sheet import word_sheet


def word_buttons(ui: Ui, page: Page, blocks: Iterable[Block]) -> ft.Control | None:
    """A button for each word that blocks of a page link to; None when they link to none."""
    used = set(terms_used(blocks))
    second = ui.model.settings.second_language
    buttons: list[ft.Control] = [
        pill(
            ui,
            ui.own(term.term),
            lambda _event, term=term: ui.model.host.show(word_sheet(ui, term.id, second)),
        )
        for term in ui.shelf.terms_on(page)
        if term.id in used
    ]
    return ft.Row(buttons, wrap=True, spacing=8, run_spacing=8) if buttons else None
