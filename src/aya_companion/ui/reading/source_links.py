"""The sources of a page or a pack, in the order of their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import link
from aya_companion.ui.reading.source_sheet import source_sheet
from aya_companion.ui.wording.sources import source_kind


def source_links(ui: Ui, marks: Mapping[str, int]) -> list[ft.Control]:
    """A link for each source; ``marks`` are their numbers by code. A broken one keeps its code.

    Where two have one title, the publisher tells them apart.
    """
    sources = {source.code: source for source in ui.shelf.sources}
    times = Counter(sources[code].title for code in marks if code in sources)

    def name(code: str) -> str:
        source = sources.get(code)
        if source is None:
            return ui.own(code)
        if source.is_general_knowledge:
            return source_kind(ui.t, source.kind)
        title = ui.own(source.title)
        if times[source.title] == 1:
            return title
        return ui.t("{title}, {publisher}", title=title, publisher=ui.own(source.publisher))

    return [
        link(
            ui,
            f"{ui.f.number(number)}  {name(code)}",
            lambda _event, code=code: ui.model.host.show(source_sheet(ui, code)),
        )
        for code, number in marks.items()
    ]
