"""A page for someone else: on paper or as text, whole or short, with sources and date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from aya_companion.domain.settings import Readiness
from aya_companion.library.page import Page, minutes_for
from aya_companion.library.traversal import short_word_count
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import icon_button, link
from aya_companion.ui.kit.documents import hand_out
from aya_companion.ui.kit.sheets import sheet
from aya_companion.ui.kit.text import note, section, title
from aya_companion.ui.wording.calling import level_name


def share_button(ui: Ui, page: Page, opened: frozenset[str]) -> ft.Control:
    """The button at the top of a page. Sensitive parts that are closed on the screen stay out."""
    kinds = frozenset(
        kind
        for kind in page.sensitive
        if kind in opened or ui.model.settings.readiness_for(kind) is Readiness.NOW
    )

    def show(_event: Any) -> None:
        ui.model.host.show(_choices(ui, page, kinds))

    return icon_button(ui, ft.Icons.SHARE_ROUNDED, ui.t("Share or print this page"), show)


def _choices(ui: Ui, page: Page, opened: frozenset[str]) -> ft.BottomSheet:
    t = ui.t
    minutes = t.many("{count} min", "{count} min", minutes_for(short_word_count(page)))
    short_name = t("The short version, {minutes}", minutes=minutes)
    controls: list[ft.Control] = [title(ui, t("Share or print"))]
    for name, short in ((short_name, True), (t("The whole page"), False)):
        text = ui.do.paper.page_text(page, level_name, short=short, opened=opened)
        controls += [
            section(ui, name),
            ft.Row(
                [
                    link(
                        ui,
                        t("Send as text"),
                        None,
                        ft.Icons.SEND_ROUNDED,
                        action=ft.ShareText(text, subject=page.title),
                    ),
                    link(
                        ui,
                        t("Copy the text"),
                        None,
                        ft.Icons.CONTENT_COPY_ROUNDED,
                        action=ft.CopyToClipboard(text),
                    ),
                    link(
                        ui,
                        t("Print or save as PDF"),
                        ui.does(hand_out, ui, page.id, _html(ui, page, short, opened), True),
                        ft.Icons.PRINT_ROUNDED,
                    ),
                ],
                wrap=True,
                spacing=8,
            ),
        ]
    controls.append(note(ui, t("Sources and dates go along. Nothing about you does.")))
    return sheet(ui, controls)


def _html(ui: Ui, page: Page, short: bool, opened: frozenset[str]) -> Callable[[], str]:
    return lambda: ui.do.paper.page(page, level_name, short=short, opened=opened)
