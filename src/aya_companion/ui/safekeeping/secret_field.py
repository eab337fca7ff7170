"""A field for a passphrase: hidden at first, shown at a tap."""

from __future__ import annotations

from typing import Any

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import icon_button
from aya_companion.ui.kit.fields import text_field


@ft.component
def SecretField(
    ui: Ui,
    label: str,
    value: str,
    on_change: Any,
    *,
    error: str = "",
    helper: str = "",
    on_submit: Any = None,
) -> ft.Control:
    """The field with an eye of its own: the client's has no name for a screen reader."""
    shown, set_shown = ft.use_state(False)
    eye = icon_button(
        ui,
        ft.Icons.VISIBILITY_OFF_ROUNDED if shown else ft.Icons.VISIBILITY_ROUNDED,
        ui.t("Hide what I type") if shown else ui.t("Show what I type"),
        lambda _event: set_shown(not shown),
        colour=ui.c.quiet,
    )
    return text_field(
        ui,
        label,
        value,
        on_change,
        error=error,
        helper=helper,
        on_submit=on_submit,
        password=not shown,
        eye=eye,
    )
