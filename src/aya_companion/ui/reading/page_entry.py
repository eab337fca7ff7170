"""A page of the library as one thing to tap."""

from __future__ import annotations

import flet as ft

from aya_companion.library.page import Page
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import tap_panel
from aya_companion.ui.kit.icons import section_icon
from aya_companion.ui.kit.panels import icon_square, marked
from aya_companion.ui.kit.text import directed, note


def page_entry(ui: Ui, page: Page) -> ft.Control:
    """A page to open: icon, title, how long it takes."""
    minutes = ui.t.many("{count} min", "{count} min", page.minutes)
    words = ft.Column(
        [
            ft.Text(
                directed(ui, page.title, page.language),
                style=ui.style(17, weight=600, code=page.language, height=1.3),
            ),
            note(ui, minutes),
        ],
        spacing=4,
        tight=True,
    )
    arrow = ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=ui.c.strong, size=ui.size(22))
    row = marked(ui, icon_square(ui, section_icon(page.section)), words, arrow)
    return tap_panel(ui, row, ui.goes(f"/learn/{page.id}"), padding=14)
