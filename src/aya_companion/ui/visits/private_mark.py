"""The mark that keeps a note out of sheets, shares and plain exports."""

from __future__ import annotations

import flet as ft

from aya_companion.domain.notes import Note
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import icon_button


def private_mark(ui: Ui, item: Note) -> ft.Control:
    """A button that puts the mark on a note, or takes it off."""
    t = ui.t
    return icon_button(
        ui,
        ft.Icons.LOCK_ROUNDED if item.private else ft.Icons.LOCK_OPEN_ROUNDED,
        t("No longer private: {what}", what=item.text)
        if item.private
        else t("Mark as private: {what}", what=item.text),
        ui.does(ui.do.notes.change, item.id, private=not item.private),
        colour=ui.c.strong if item.private else ui.c.quiet,
    )
