"""Sheets that come up from below: the meaning of a word, where a statement comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import flet as ft

from aya_companion.ui.buttons import link, secondary
from aya_companion.ui.context import Ui
from aya_companion.ui.text import body, note, title
from aya_companion.ui.theme import READING_WIDTH
from aya_companion.ui.words import source_kind


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
        bgcolor=ui.c.card,
        show_drag_handle=True,
        scrollable=True,
        use_safe_area=True,
    )


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


def source_sheet(ui: Ui, code: str) -> ft.BottomSheet:
    """What a source is: title, publisher, year, kind, address, and when it was looked at."""
    t = ui.t
    source = next((each for each in ui.shelf.sources if each.code == code), None)
    controls: list[ft.Control] = [title(ui, t("Where this comes from"))]
    if source is None:
        controls.append(
            body(ui, t("What is known about the source {code} cannot be shown.", code=code))
        )
        return sheet(ui, controls)
    kind = source_kind(t, source.kind)
    if source.is_general_knowledge:
        return sheet(ui, [*controls, body(ui, kind, strong=True)])
    controls.append(body(ui, source.title, strong=True, code="en"))
    if source.publisher:
        controls.append(body(ui, source.publisher, code="en"))
    year = t("Year: {year}", year=source.year) if source.year else t("Year not known")
    controls += [body(ui, year), body(ui, t("Kind: {kind}", kind=kind))]
    if source.where:
        controls.append(note(ui, source.where, code="en"))
    else:
        controls.append(note(ui, t("Address not known")))
    controls.append(note(ui, t("Looked at on {date}", date=ui.f.medium_date(source.looked_at))))
    return sheet(ui, controls)
