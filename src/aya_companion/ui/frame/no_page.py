"""A page that cannot be shown: what that means, what still works, and where it is broken."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.frame.lost import lost_screen
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import primary, secondary
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, note, section
from aya_companion.ui.routes import Route


def no_page_screen(ui: Ui, route: Route) -> ft.View:
    """In place of the page of an address that has none to show: it is broken, or there is none."""
    t = ui.t
    problem = ui.shelf.problem_of(route.params["topic"], ui.code)
    if problem is None:
        return lost_screen(ui, route)
    where = f"{problem.path}:{problem.line}" + (f" ({problem.key})" if problem.key else "")
    return screen(
        ui,
        route,
        [
            body(
                ui,
                t(
                    "There is a mistake in the text of this page, and the people who write it "
                    "have to mend it. Everything else works, and nothing of yours is lost."
                ),
            ),
            primary(ui, t("Search the library"), ui.goes("/learn"), ft.Icons.SEARCH_ROUNDED),
            secondary(ui, t("Open my emergency card"), ui.goes("/call"), fill=True),
            panel(
                ui,
                [
                    section(ui, t("About this problem")),
                    note(ui, t("You can show this to whoever helps.")),
                    note(ui, where, code="en"),
                ],
            ),
        ],
        name=t("This page cannot be shown"),
    )
