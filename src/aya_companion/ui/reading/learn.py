"""Learn: search at the top, then the sections and their pages."""

from __future__ import annotations

import asyncio

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link
from aya_companion.ui.kit.fields import text_field, words_to
from aya_companion.ui.kit.icons import section_icon
from aya_companion.ui.kit.panels import icon_square, marked
from aya_companion.ui.kit.text import heading
from aya_companion.ui.reading.page_entry import page_entry
from aya_companion.ui.reading.search_results import search_results
from aya_companion.ui.routes import Route

_SHOWN = 0.2
"""Seconds until the screen stands; then there is time to read the search index."""


@ft.component
def LearnScreen(ui: Ui, route: Route) -> ft.View:
    """The library. What was typed stays here while the person comes and goes."""
    typed, set_typed = ft.use_state("")
    t = ui.t

    async def open_search() -> None:
        await asyncio.sleep(_SHOWN)
        ui.shelf.open_search(ui.code)

    ft.use_effect(open_search, [ui.code])
    field = text_field(
        ui,
        t("What do you want to know?"),
        typed,
        words_to(set_typed),
        icon=ft.Icons.SEARCH_ROUNDED,
    )
    controls: list[ft.Control] = [field]
    if typed.strip():
        controls.extend(search_results(ui, typed))
    else:
        controls.append(
            ft.Row(
                [
                    link(
                        ui, t("All words"), ui.goes("/learn/words"), ft.Icons.SORT_BY_ALPHA_ROUNDED
                    ),
                    link(
                        ui,
                        t("Saved pages"),
                        ui.goes("/more/saved"),
                        ft.Icons.BOOKMARK_BORDER_ROUNDED,
                    ),
                ],
                wrap=True,
            )
        )
        for section in ui.shelf.sections(ui.code):
            controls.append(
                ft.Container(
                    marked(
                        ui,
                        icon_square(ui, section_icon(section.id)),
                        heading(ui, section.name),
                    ),
                    padding=ft.Padding.only(top=14),
                )
            )
            controls.extend(page_entry(ui, ui.shelf.page(p, ui.code)) for p in section.pages)
    return screen(ui, route, controls, name=t("Learn"))
