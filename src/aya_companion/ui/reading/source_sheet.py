"""Where a statement comes from, in a sheet from below."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.kit.sheets import sheet
from aya_companion.ui.kit.text import body, note, title
from aya_companion.ui.wording.sources import source_kind


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
