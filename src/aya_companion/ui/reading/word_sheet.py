"""The meaning of a word, in a sheet from below."""

from __future__ import annotations

from typing import Any

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import link
from aya_companion.ui.kit.sheets import sheet
from aya_companion.ui.kit.text import body, note, title


def word_sheet(ui: Ui, term_id: str, second: str) -> ft.BottomSheet:
    """The meaning of a glossary word, in the reader's language and in the second one if chosen."""
    controls: list[ft.Control] = []
    languages = [ui.code] + ([second] if second and second != ui.code else [])
    for n, code in enumerate(languages):
        term = next((each for each in ui.shelf.terms(code) if each.id == term_id), None)
        if term is None:
            return sheet(ui, [body(ui, ui.t("The meaning of this word cannot be shown."))])
        if n == 0:
            controls.append(title(ui, term.term, term.language))
        else:
            controls.append(body(ui, term.term, strong=True, code=term.language))
        if term.say:
            controls.append(note(ui, ui.t("Say: {how}", how=term.say)))
        controls.append(body(ui, term.meaning, code=term.language))

    async def all_about(_event: Any) -> None:
        ui.model.host.close()
        await ui.model.go(f"/learn/words/{term_id}")

    controls.append(
        link(ui, ui.t("Pages that use this word"), all_about, ft.Icons.MENU_BOOK_ROUNDED)
    )
    return sheet(ui, controls)
