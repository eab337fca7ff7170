"""Things to tap. Each is at least 48 pixels high, has a name, and lets its words wrap.

Arrows and chevrons are named as in English: Flutter mirrors them itself from right to left.
"""

from __future__ import annotations

from typing import Any

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.theme import RADIUS, TARGET


def _content(
    ui: Ui, words: str, icon: ft.IconData | None, colour: str, *, size: float, fill: bool
) -> ft.Control:
    label = ft.Text(
        words,
        style=ui.style(size, weight=600, colour=colour, height=1.25),
        text_align=ft.TextAlign.CENTER if fill else ft.TextAlign.START,
        expand=True,
        expand_loose=True,
    )
    parts: list[ft.Control] = [label]
    if icon is not None:
        parts.insert(0, ft.Icon(icon, color=colour, size=ui.size(size + 3)))
    return ft.Row(
        parts,
        spacing=8,
        tight=not fill,
        alignment=ft.MainAxisAlignment.CENTER,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _start(ui: Ui) -> ft.Alignment:
    """Where a line of text begins."""
    return ft.Alignment.CENTER_RIGHT if ui.rtl else ft.Alignment.CENTER_LEFT


def _style(
    ui: Ui,
    background: str | None,
    foreground: str,
    *,
    border: str | None = None,
    radius: float = RADIUS,
    padding: ft.Padding | None = None,
    alignment: ft.Alignment | None = None,
) -> ft.ButtonStyle:
    return ft.ButtonStyle(
        alignment=alignment,
        bgcolor=background,
        color=foreground,
        elevation=0,
        overlay_color=ft.Colors.with_opacity(0.08, foreground),
        padding=padding or ft.Padding.symmetric(horizontal=18, vertical=14),
        shape=ft.RoundedRectangleBorder(radius=radius),
        side=focus_ring(ui, border),
        visual_density=ft.VisualDensity.STANDARD,
    )


def focus_ring(ui: Ui, border: str | None = None) -> dict[ft.ControlState, ft.BorderSide]:
    """The line around a button: a strong one where the keyboard is, else ``border`` if any."""
    usual = ft.BorderSide(1, border) if border else ft.BorderSide.none()
    return {
        ft.ControlState.FOCUSED: ft.BorderSide(3, ui.c.accent),
        ft.ControlState.DEFAULT: usual,
    }


def primary(
    ui: Ui,
    words: str,
    on_click: Any,
    icon: ft.IconData | None = None,
    *,
    disabled: bool = False,
    key: str | None = None,
) -> ft.Control:
    """The one filled button of a screen."""
    return ft.Button(
        key=key,
        elevation=0,
        content=_content(ui, words, icon, ui.c.on_strong, size=17, fill=True),
        style=_style(ui, ui.c.strong, ui.c.on_strong),
        on_click=on_click,
        disabled=disabled,
    )


def secondary(
    ui: Ui, words: str, on_click: Any, icon: ft.IconData | None = None, *, fill: bool = False
) -> ft.Control:
    """A quieter button on a soft ground."""
    return ft.Button(
        elevation=0,
        content=_content(ui, words, icon, ui.c.strong, size=16, fill=fill),
        style=_style(ui, ui.c.strong_soft, ui.c.strong),
        on_click=on_click,
    )


def danger(ui: Ui, words: str, on_click: Any, icon: ft.IconData | None = None) -> ft.Control:
    """A button for what cannot simply be taken back."""
    return ft.Button(
        elevation=0,
        content=_content(ui, words, icon, ui.c.call, size=16, fill=False),
        style=_style(ui, ui.c.call_soft, ui.c.call),
        on_click=on_click,
    )


def link(
    ui: Ui, words: str, on_click: Any, icon: ft.IconData | None = None, *, action: Any = None
) -> ft.Control:
    """Words that lead somewhere, without a ground."""
    return ft.TextButton(
        content=_content(ui, words, icon, ui.c.strong, size=16, fill=False),
        style=_style(
            ui,
            None,
            ui.c.strong,
            padding=ft.Padding.symmetric(horizontal=4, vertical=14),
            alignment=_start(ui),
        ),
        on_click=on_click,
        action=action,
    )


def pill(
    ui: Ui,
    words: str,
    on_click: Any,
    *,
    icon: ft.IconData | None = None,
    selected: bool = False,
    name: str | None = None,
) -> ft.Control:
    """A small rounded choice or fact; ``selected`` fills it. ``name`` is read out in its place."""
    ground = ui.c.strong if selected else ui.c.strong_soft
    ink = ui.c.on_strong if selected else ui.c.strong
    button = ft.TextButton(
        content=_content(ui, words, icon, ink, size=15, fill=False),
        style=_style(
            ui,
            ground,
            ink,
            radius=TARGET / 2,
            padding=ft.Padding.symmetric(horizontal=16, vertical=15),
        ),
        on_click=on_click,
        tooltip=name,
    )
    return ft.Semantics(selected=selected, content=button) if selected else button


def icon_button(
    ui: Ui,
    icon: ft.IconData,
    name: str,
    on_click: Any,
    *,
    colour: str | None = None,
    ground: str | None = None,
    selected: bool | None = None,
    action: Any = None,
) -> ft.Control:
    """A round button with an icon; ``name`` says what it does."""
    button = ft.IconButton(
        # The tooltip is not a name on the web; the icon's label is.
        icon=ft.Icon(
            icon, color=colour or ui.c.strong, size=min(ui.size(24), 36), semantics_label=name
        ),
        bgcolor=ground,
        tooltip=name,
        on_click=on_click,
        action=action,
        size_constraints=ft.BoxConstraints(min_width=TARGET, min_height=TARGET),
        style=ft.ButtonStyle(
            side=focus_ring(ui),
            overlay_color=ft.Colors.with_opacity(0.08, colour or ui.c.strong),
        ),
    )
    return button if selected is None else ft.Semantics(selected=selected, content=button)


def tap_panel(
    ui: Ui,
    content: ft.Control,
    on_click: Any,
    *,
    background: str | None = None,
    border: str | None = None,
    padding: float = 16,
    action: Any = None,
) -> ft.Control:
    """A whole panel that can be tapped, with one name for a screen reader: all of its words."""
    return ft.Button(
        elevation=0,
        content=content,
        style=_style(
            ui,
            background or ui.c.panel,
            ui.c.strong,
            border=border or (None if background else ui.c.line),
            padding=ft.Padding.all(padding),
            alignment=_start(ui),
        ),
        on_click=on_click,
        action=action,
    )
