"""A number that one tap dials."""

from __future__ import annotations

import flet as ft

from aya_companion.domain.care_team import dialable
from aya_companion.i18n.bidi import left_to_right
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import tap_panel
from aya_companion.ui.kit.panels import marked, panel


def dial(ui: Ui, name: str, phone: str, hours: str, colour: str) -> ft.Control:
    """A number that is dialled by one tap. What holds no number is shown, and is no button."""
    label = " · ".join(ui.own(part) for part in (name, hours) if part)
    row = marked(
        ui,
        ft.Container(
            content=ft.Icon(ft.Icons.CALL_ROUNDED, color=ui.c.on_dial, size=min(ui.size(26), 36)),
            bgcolor=colour,
            width=56,
            height=56,
            border_radius=28,
            alignment=ft.Alignment.CENTER,
        ),
        ft.Column(
            [
                ft.Text(label, style=ui.style(16, height=1.3)),
                # Left to right inside any script: a number read backwards is a wrong number.
                ft.Text(left_to_right(phone), style=ui.style(20, weight=700, height=1.3)),
            ],
            spacing=0,
            tight=True,
        ),
    )
    number = dialable(phone)
    if not number:  # words only, written down before they were asked to be a number
        return panel(ui, [row], padding=12)
    return tap_panel(ui, row, None, padding=12, action=ft.OpenUrl(f"tel:{number}"))
