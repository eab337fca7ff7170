"""Pages the person saved."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.buttons import primary
from aya_companion.ui.cards import empty
from aya_companion.ui.context import Ui
from aya_companion.ui.routes import Route
from aya_companion.ui.screen import screen
from aya_companion.ui.screens.today import page_card


def saved_screen(ui: Ui, route: Route) -> ft.View:
    """Saved pages, the latest first."""
    t = ui.t
    found = (ui.shelf.find(name, ui.code) for name in reversed(ui.model.settings.saved_pages))
    controls: list[ft.Control] = [page_card(ui, page) for page in found if page]
    if not controls:
        controls = [
            empty(
                ui,
                ft.Icons.BOOKMARK_BORDER_ROUNDED,
                t("Nothing saved yet"),
                t("Tap the bookmark at the top of a page to find it here again."),
                primary(ui, t("Open the library"), ui.goes("/learn")),
            )
        ]
    return screen(ui, route, controls, name=t("Saved pages"))
