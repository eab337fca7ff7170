"""Grounds for things that belong together."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.kit.text import body, heading, panel_padding
from aya_companion.ui.theme import RADIUS


def panel(
    ui: Ui,
    controls: Sequence[ft.Control],
    *,
    ground: str | None = None,
    padding: float | None = None,
    spacing: float = 12,
) -> ft.Control:
    """A rounded panel: white with a hairline, or tinted (``ground``) without one."""
    return ft.Container(
        content=ft.Column(
            list(controls),
            spacing=spacing,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        bgcolor=ground or ui.c.panel,
        border=None if ground else ft.Border.all(1, ui.c.line),
        border_radius=RADIUS,
        padding=panel_padding(ui) if padding is None else padding,
    )


def icon_square(
    ui: Ui, icon: ft.IconData, *, colour: str | None = None, ground: str | None = None
) -> ft.Control:
    """An icon that names a thing, in a soft rounded square."""
    side = min(ui.size(48), 72)
    return ft.Container(
        content=ft.Icon(icon, color=colour or ui.c.strong, size=side * 0.54),
        bgcolor=ground or ui.c.strong_soft,
        border_radius=14,
        width=side,
        height=side,
        alignment=ft.Alignment.CENTER,
    )


def marked(
    ui: Ui, mark: ft.Control, words: ft.Control, end: ft.Control | None = None
) -> ft.Control:
    """A mark beside its words; above them where large text would break words beside it."""
    if ui.model.width / ui.scale < 300:
        top = ft.Row([mark, *([end] if end else [])], alignment=ft.MainAxisAlignment.SPACE_BETWEEN)
        return ft.Column(
            [top, words],
            spacing=8,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    beside = ft.Container(words, expand=True)
    return ft.Row([mark, beside, *([end] if end else [])], spacing=14)


def with_button(ui: Ui, words: ft.Control, button: ft.Control) -> ft.Control:
    """Words with a button behind them; below them where large text would break words."""
    if ui.model.width / ui.scale < 300:
        below = ft.Row([button], alignment=ft.MainAxisAlignment.END)
        return ft.Column(
            [words, below],
            spacing=4,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    return ft.Row([ft.Container(words, expand=True), button], spacing=12)


def bullets(ui: Ui, items: Sequence[ft.Control], colour: str | None = None) -> list[ft.Control]:
    """Items of a list, each behind a dot."""
    dot_top = ui.size(17) * 0.55
    return [
        ft.Row(
            [
                ft.Container(
                    width=8,
                    height=8,
                    border_radius=4,
                    bgcolor=colour or ui.c.accent,
                    margin=ft.Margin.only(top=dot_top),
                ),
                ft.Container(content=item, expand=True),
            ],
            spacing=14,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        for item in items
    ]


def empty(
    ui: Ui, icon: ft.IconData, head: str, words: str, action: ft.Control | None = None
) -> ft.Control:
    """A place with nothing in it yet, and what to do next."""
    parts: list[ft.Control] = [
        ft.Row([icon_square(ui, icon)]),
        heading(ui, head),
        body(ui, words, colour=ui.c.quiet),
    ]
    if action is not None:
        parts.append(action)
    return panel(ui, parts)
