"""Pages the person saved."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import primary
from aya_companion.ui.kit.panels import empty
from aya_companion.ui.reading.page_entry import page_entry
from aya_companion.ui.routes import Route


def saved_screen(ui: Ui, route: Route) -> ft.View:
    """Saved pages, the latest first."""
    t = ui.t
    found = (ui.shelf.find(name, ui.code) for name in reversed(ui.model.settings.saved_pages))
    controls: list[ft.Control] = [page_entry(ui, page) for page in found if page]
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
