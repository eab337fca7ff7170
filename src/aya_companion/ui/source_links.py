"""The sources of a page or a pack, in the order of their numbers."""

from __future__ import annotations

from collections.abc import Mapping

import flet as ft

from aya_companion.ui.buttons import link
from aya_companion.ui.context import Ui
from aya_companion.ui.own_words import own
from aya_companion.ui.sheets import source_sheet
from aya_companion.ui.words import source_kind


def source_links(ui: Ui, marks: Mapping[str, int]) -> list[ft.Control]:
    """A link for each source; ``marks`` are their numbers by code. A broken one keeps its code."""
    titles = {
        source.code: source_kind(ui.t, source.kind) if source.is_general_knowledge else source.title
        for source in ui.shelf.sources
    }
    return [
        link(
            ui,
            f"{ui.f.number(number)}  {own(ui, titles.get(code, code))}",
            lambda _event, code=code: ui.model.host.show(source_sheet(ui, code)),
        )
        for code, number in marks.items()
    ]
