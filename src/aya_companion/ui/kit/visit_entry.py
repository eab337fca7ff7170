"""An appointment as one thing to tap."""

from __future__ import annotations

import flet as ft

from aya_companion.domain.visits import Appointment
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import tap_panel
from aya_companion.ui.kit.panels import marked
from aya_companion.ui.kit.text import note
from aya_companion.ui.wording.visits import visit_name, visit_when


def visit_entry(ui: Ui, visit: Appointment) -> ft.Control:
    """An appointment to open: its day, what it is, when and where, and its questions."""
    t = ui.t
    side = ui.size(66)
    day = ft.Container(
        content=ft.Column(
            [
                ft.Text(
                    ui.f.day_number(visit.day),
                    style=ui.style(24, weight=700, colour=ui.c.accent, height=1.1),
                ),
                ft.Text(
                    ui.f.weekday(visit.day),
                    style=ui.style(14, weight=600, colour=ui.c.accent, height=1.1),
                ),
            ],
            spacing=2,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            alignment=ft.MainAxisAlignment.CENTER,
        ),
        bgcolor=ui.c.accent_soft,
        border_radius=14,
        width=side,
        height=side * 1.1,
        alignment=ft.Alignment.CENTER,
    )
    ready = [q for q in ui.do.questions.of_visit(visit.id) if q.is_open]
    lines: list[ft.Control] = [
        ft.Text(visit_name(ui, visit), style=ui.style(17, weight=600, height=1.3)),
        note(ui, visit_when(ui, visit)),
    ]
    if ready:
        lines.append(
            ft.Row(
                [
                    ft.Icon(ft.Icons.STAR_ROUNDED, color=ui.c.strong, size=ui.size(18)),
                    ft.Text(
                        t.many("{count} question ready", "{count} questions ready", len(ready)),
                        style=ui.style(15, weight=600, colour=ui.c.strong),
                        expand=True,
                    ),
                ],
                spacing=6,
            )
        )
    row = marked(ui, day, ft.Column(lines, spacing=4, tight=True))
    return tap_panel(ui, row, ui.goes(f"/visits/{visit.id}"))
