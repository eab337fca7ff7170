"""Short notices at the foot of the screen, with a way to undo."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft

from aya_companion.ui.context import Ui


def notice(
    ui: Ui,
    words: str,
    undo: Callable[[], Awaitable[Any]] | None = None,
    *,
    action: str | None = None,
) -> None:
    """Say that something was done. ``undo`` puts a button beside it (named ``action``)."""

    async def run(_event: Any) -> None:
        if undo is not None:
            await ui.model.attempt(undo)

    ui.model.host.show(
        ft.SnackBar(
            content=ft.Text(words, style=ui.style(16, colour=ui.c.background)),
            bgcolor=ui.c.text,
            behavior=ft.SnackBarBehavior.FLOATING,
            shape=ft.RoundedRectangleBorder(radius=14),
            duration=8000 if undo else 4000,
            show_close_icon=undo is None,
            close_icon_color=ui.c.background,
            action=ft.SnackBarAction(
                label=action or ui.t("Undo"), text_color=ui.c.strong_soft, on_click=run
            )
            if undo
            else None,
        )
    )
