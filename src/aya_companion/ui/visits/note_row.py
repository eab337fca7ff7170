"""A note on a list: its words, the mark that keeps it private, and a way to take it off."""

from __future__ import annotations

import flet as ft

from aya_companion.domain.notes import Note
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import icon_button
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.text import body, note
from aya_companion.ui.visits.private_mark import private_mark


def note_row(ui: Ui, item: Note, small: str = "") -> ft.Control:
    """The note, with ``small`` below its words; "Private" is said there, too."""
    t = ui.t

    async def delete() -> None:
        async def undo() -> None:
            await ui.do.notes.restore(item)

        if await ui.do.notes.delete(item):
            notice(ui, t("Taken off"), undo)

    words: list[ft.Control] = [body(ui, ui.own(item.text))]
    below = " · ".join(part for part in (small, t("Private") if item.private else "") if part)
    if below:
        words.append(note(ui, below))
    return ft.Row(
        [
            ft.Column(words, spacing=0, tight=True, expand=True),
            private_mark(ui, item),
            icon_button(
                ui,
                ft.Icons.CLOSE_ROUNDED,
                t("Take off: {what}", what=item.text),
                ui.does(delete),
                colour=ui.c.quiet,
            ),
        ],
        spacing=8,
    )
