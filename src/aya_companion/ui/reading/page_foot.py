"""The foot of a page or pack: where it comes from, who checked it, and when it is due."""

from __future__ import annotations

from collections.abc import Mapping

import flet as ft

from aya_companion.i18n.checked_words import checked_words
from aya_companion.library.packs import Pack
from aya_companion.library.page import Page
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, note, section
from aya_companion.ui.reading.source_links import source_links


def page_foot(ui: Ui, of: Page | Pack, marks: Mapping[str, int]) -> ft.Control:
    """Every source as a button of a finger's size, with the number of its marks; review and dates.

    ``marks`` numbers the sources.
    """
    t, f = ui.t, ui.f
    controls: list[ft.Control] = [section(ui, t("Where this comes from"), colour=ui.c.gold)]
    controls.extend(source_links(ui, marks))
    controls += [body(ui, said) for said in checked_words(t, f, of.review, of.translation)]
    controls.append(
        note(
            ui,
            t(
                "Written {written}. Due for review {due}. General education, not medical advice. "
                "Your team's own rule always wins.",
                written=f.medium_date(of.written),
                due=f.medium_date(of.review_due),
            ),
        )
    )
    return panel(ui, controls, ground=ui.c.gold_soft, spacing=6)
