"""Sheets that come up from below: the meaning of a word, where a statement comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import secondary
from aya_companion.ui.theme import READING_WIDTH


def sheet(ui: Ui, controls: Sequence[ft.Control]) -> ft.BottomSheet:
    """A sheet with a way to close it that every finger, key and screen reader can use."""

    async def close(_event: Any) -> None:
        ui.model.host.close()

    return ft.BottomSheet(
        content=ft.Container(
            content=ft.Column(
                [*controls, secondary(ui, ui.t("Close"), close)],
                spacing=12,
                tight=True,
                scroll=ft.ScrollMode.AUTO,
            ),
            padding=ft.Padding.only(left=24, right=24, top=8, bottom=28),
            width=min(ui.model.width, READING_WIDTH),
        ),
        bgcolor=ui.c.panel,
        show_drag_handle=True,
        scrollable=True,
        use_safe_area=True,
    )
