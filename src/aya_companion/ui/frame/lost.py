"""An address that does not exist: what to do instead."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import primary, secondary
from aya_companion.ui.kit.text import body
from aya_companion.ui.routes import Route


def lost_screen(ui: Ui, route: Route) -> ft.View:
    """Says that nothing is here, and leads to search and home."""
    t = ui.t
    return screen(
        ui,
        route,
        [
            body(
                ui,
                t(
                    "There is no page at this address. It may have moved, or the link was cut "
                    "short. Nothing of yours is lost."
                ),
            ),
            primary(ui, t("Search the library"), ui.goes("/learn"), ft.Icons.SEARCH_ROUNDED),
            secondary(ui, t("Go to Today"), ui.goes("/"), fill=True),
        ],
        name=t("Nothing here"),
    )
