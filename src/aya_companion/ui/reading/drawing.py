"""A drawing over the whole window: larger, and to be zoomed with fingers, keys or buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import flet as ft

from aya_companion.library.page import Page
from aya_companion.ui.context import Handler, Ui
from aya_companion.ui.drawings.parts import roomy
from aya_companion.ui.frame.lost import lost_screen
from aya_companion.ui.frame.no_page import no_page_screen
from aya_companion.ui.frame.screen import call_button
from aya_companion.ui.kit.buttons import icon_button
from aya_companion.ui.kit.text import aligned, directed, note
from aya_companion.ui.reading.blocks import plain_blocks
from aya_companion.ui.reading.pictures import described, pictures
from aya_companion.ui.reading.plain_reading import plain_reading
from aya_companion.ui.routes import Route

STEP = 1.3
"""How much one press zooms."""

WIDEST = 1100.0
"""The widest a drawing gets, in logical pixels: beyond it the eye loses the whole."""

MOVE = 120.0
"""How far one press of an arrow key moves a zoomed drawing, in logical pixels."""


def drawing_screen(ui: Ui, route: Route) -> ft.View:
    """One drawing of a page. Escape and the close button lead back to the page.

    The text grows with the window, so that a drawing on a wall can be read from the back.
    """
    topic, number = route.params["topic"], route.params["number"]
    page = ui.shelf.find(topic, ui.code)
    if page is None:
        return no_page_screen(ui, route)
    found = pictures(page)
    if not (number.isdecimal() and 1 <= int(number) <= len(found)):
        return lost_screen(ui, route)
    picture = found[int(number) - 1]
    words = " ".join(plain_blocks(picture.blocks))
    width = min(ui.model.width - 32, WIDEST)
    grown = replace(ui, scale=ui.scale * min(max(width / 620, 1.0), 1.6))
    drawn = described(plain_reading(grown, page), picture, words, width)
    viewer = _viewer(drawn or note(ui, words, code=page.language), width)
    back = ui.does(ui.model.back, route.parent or "/learn")

    content = ft.Column(
        [
            ft.Container(content=_bar(ui, viewer, back), padding=8),
            ft.Container(
                content=_name(ui, page, route),
                padding=ft.Padding.only(left=16, right=16, bottom=10),
            ),
            viewer,
        ],
        spacing=0,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    listener = ft.KeyboardListener(content=content, autofocus=True, on_key_down=_keys(viewer, back))
    return ft.View(
        route=route.path,
        controls=[ft.SafeArea(content=listener, expand=True)],
        padding=0,
        spacing=0,
        bgcolor=ui.c.panel,
    )


def _viewer(drawn: ft.Control, width: float) -> ft.InteractiveViewer:
    """What can be zoomed and moved."""
    return ft.InteractiveViewer(
        content=ft.Column(
            [
                ft.Container(
                    content=ft.Container(content=drawn, width=width),
                    alignment=ft.Alignment.TOP_CENTER,
                    padding=ft.Padding.only(top=4, bottom=40),
                )
            ],
            scroll=ft.ScrollMode.AUTO,
            expand=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        min_scale=1,
        max_scale=6,
        expand=True,
    )


def _bar(ui: Ui, viewer: ft.InteractiveViewer, back: Handler) -> ft.Control:
    """Close, zoom, and the emergency card."""
    t = ui.t

    async def closer(_event: Any) -> None:
        await viewer.zoom(STEP)

    async def farther(_event: Any) -> None:
        await viewer.zoom(1 / STEP)

    async def whole(_event: Any) -> None:
        await viewer.reset()

    return ft.Row(
        [
            icon_button(ui, ft.Icons.CLOSE_ROUNDED, t("Close"), back, colour=ui.c.text),
            ft.Container(expand=True),
            icon_button(ui, ft.Icons.ZOOM_IN_ROUNDED, t("Closer"), closer),
            icon_button(ui, ft.Icons.ZOOM_OUT_ROUNDED, t("Farther away"), farther),
            icon_button(ui, ft.Icons.ZOOM_OUT_MAP_ROUNDED, t("The whole drawing"), whole),
            call_button(ui, compact=not roomy(ui, ui.model.width, 400)),
        ]
    )


def _name(ui: Ui, page: Page, route: Route) -> ft.Control:
    return ft.Semantics(
        header=True,
        heading_level=1,
        container=True,
        identifier=route.path,  # as every title: ``title`` in ui/kit/text.py
        content=ft.Text(
            directed(ui, page.title, page.language),
            style=ui.style(19, weight=700, code=page.language, height=1.3),
            text_align=aligned(ui, page.language),
        ),
    )


def _keys(viewer: ft.InteractiveViewer, back: Handler) -> Callable[[ft.KeyDownEvent], Any]:
    """What keys do: close, zoom, move."""

    async def on_key(event: ft.KeyDownEvent) -> None:
        match event.key:
            case "Escape":
                await back(event)
            case "+" | "=":
                await viewer.zoom(STEP)
            case "-":
                await viewer.zoom(1 / STEP)
            case "0":
                await viewer.reset()
            case "Arrow Left":
                await viewer.pan(MOVE)
            case "Arrow Right":
                await viewer.pan(-MOVE)
            case "Arrow Up":
                await viewer.pan(0, MOVE)
            case "Arrow Down":
                await viewer.pan(0, -MOVE)

    return on_key
