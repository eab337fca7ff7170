"""A field with a plus: what is typed in it becomes one more thing on a list."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import icon_button
from aya_companion.ui.kit.drafts import use_draft, use_saver
from aya_companion.ui.kit.fields import text_field, words_to
from aya_companion.ui.kit.panels import with_button


@ft.component
def AddField(ui: Ui, label: str, name: str, add: Callable[[str], Awaitable[Any]]) -> ft.Control:
    """The field and its plus; ``add`` is awaited with the words, ``name`` is for ``use_kept``.

    What still stands in it when the person goes elsewhere is added too: nobody should lose words
    for want of a tap.
    """
    drawn, set_drawn = use_draft(ui, name, "")
    # A quick tap comes before the screen was drawn with the last letters.
    typed: Any = ft.use_ref(drawn)

    def keep(words: str) -> None:
        typed.current = words
        set_drawn(words)

    async def take() -> None:
        words = typed.current
        if not words.strip():
            return
        typed.current = ""  # at once: a second tap must not add it twice
        try:
            await add(words)
        except Exception:
            typed.current = words
            raise
        keep(typed.current)

    use_saver(ui, take)
    return with_button(
        ui,
        text_field(
            ui,
            label,
            drawn,
            words_to(keep),
            on_submit=ui.does(take),
        ),
        icon_button(ui, ft.Icons.ADD_ROUNDED, ui.t("Add"), ui.does(take), ground=ui.c.strong_soft),
    )
