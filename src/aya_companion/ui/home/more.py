"""More: card, map, words, saved pages, backup, settings, about."""

from __future__ import annotations

import flet as ft

from aya_companion.i18n.catalogs import Translator
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import tap_panel
from aya_companion.ui.kit.panels import icon_square, marked
from aya_companion.ui.kit.text import note
from aya_companion.ui.routes import Route


def places(t: Translator) -> tuple[tuple[ft.IconData, str, str, str], ...]:
    """Icon, name, what is there, address."""
    return (
        (
            ft.Icons.CONTACT_PHONE_ROUNDED,
            t("My emergency card"),
            t("My team's numbers, my temperature, allergies"),
            "/more/card",
        ),
        (
            ft.Icons.MAP_ROUNDED,
            t("My treatment map"),
            t("Where I am, and what changes next"),
            "/more/map",
        ),
        (
            ft.Icons.GROUPS_ROUNDED,
            t("Who does what"),
            t("Who drives, cooks, calls; who has it now"),
            "/more/tasks",
        ),
        (
            ft.Icons.SORT_BY_ALPHA_ROUNDED,
            t("Words"),
            t("What medical words mean"),
            "/learn/words",
        ),
        (
            ft.Icons.BOOKMARK_ROUNDED,
            t("Saved pages"),
            t("Pages I want to find again"),
            "/more/saved",
        ),
        (
            ft.Icons.SHIELD_ROUNDED,
            t("Backup and privacy"),
            t("Keep a copy, lock the app, erase"),
            "/more/backup",
        ),
        (
            ft.Icons.SETTINGS_ROUNDED,
            t("Settings"),
            t("Language, text size, light or dark, who I am"),
            "/more/settings",
        ),
        (
            ft.Icons.INSTALL_MOBILE_ROUNDED,
            t("Put it on my phone"),
            t("On the home screen, and without a network"),
            "/more/install",
        ),
        (
            ft.Icons.INFO_ROUNDED,
            t("About this app"),
            t("What it is for, who checked it, what it never does"),
            "/more/about",
        ),
    )


def more_screen(ui: Ui, route: Route) -> ft.View:
    """A list of places, each with a line that says what is there."""
    t = ui.t
    return screen(
        ui,
        route,
        [place_entry(ui, icon, name, line, address) for icon, name, line, address in places(t)],
        name=t("More"),
        spacing=12,
    )


def place_entry(ui: Ui, icon: ft.IconData, name: str, line: str, address: str) -> ft.Control:
    """A place to open."""
    return tap_panel(
        ui,
        marked(
            ui,
            icon_square(ui, icon),
            ft.Column(
                [ft.Text(name, style=ui.style(17, weight=600, height=1.3)), note(ui, line)],
                spacing=2,
                tight=True,
            ),
            ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=ui.c.strong, size=ui.size(22)),
        ),
        ui.goes(address),
        padding=14,
    )
