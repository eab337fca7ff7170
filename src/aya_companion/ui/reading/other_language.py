"""The notice above a page that is in another language than the reader's."""

from __future__ import annotations

import flet as ft

from aya_companion.i18n.locales import LOCALES
from aya_companion.library.page import Page
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import link
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import note


def other_language(ui: Ui, page: Page) -> ft.Control:
    """That the page is not in the reader's language: there is none, or they came for this one."""
    language = LOCALES[page.language].name
    mine = ui.shelf.page(page.id, ui.code)
    if mine.language == page.language:
        words = ui.t(
            "This page is not in your language yet. Here it is in {language}.", language=language
        )
        controls: list[ft.Control] = [note(ui, words, colour=ui.c.gold)]
    else:
        words = ui.t("You read this page in {language}.", language=language)
        back = link(ui, ui.t("Read it in your language"), ui.goes(f"/learn/{page.id}"))
        controls = [note(ui, words, colour=ui.c.gold), back]
    return panel(ui, controls, ground=ui.c.gold_soft, padding=16)
