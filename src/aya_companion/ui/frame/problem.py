"""About a problem: what happened, what is safe, what to do, and what to tell whoever helps."""

from __future__ import annotations

import platform

import flet as ft

from aya_companion import __version__
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import primary
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, note, section
from aya_companion.ui.routes import Route


def problem_screen(ui: Ui, route: Route) -> ft.View:
    """Versions and settings only: nothing a person wrote is in it."""
    t = ui.t

    async def understood() -> None:
        ui.model.problem = ""
        await ui.model.go("/")

    return screen(
        ui,
        route,
        [
            body(
                ui,
                t(
                    "Something in the app went wrong. Everything that was saved is safe. Go back "
                    "and try again. If it happens again, close the app and open it anew."
                ),
            ),
            primary(ui, t("Go to Today"), ui.does(understood)),
            panel(
                ui,
                [
                    section(ui, t("About this problem")),
                    note(ui, t("Only versions and settings. You can show this to whoever helps.")),
                    *(note(ui, line, code="en") for line in facts(ui)),
                ],
            ),
        ],
        name=t("That did not work"),
    )


def facts(ui: Ui) -> list[str]:
    """What a helper needs to know, and nothing about the person."""
    settings = ui.model.settings
    return [
        f"AYA Companion {__version__}, Flet {ft.__version__}, Python {platform.python_version()}",
        f"{platform.system()} {platform.machine()}",
        f"{ui.model.problem or 'no error'}",
        f"language {ui.code}, second {settings.second_language or '-'}, "
        f"text {settings.text_size:g}, {settings.appearance.value}, width {ui.model.width:.0f}",
    ]
