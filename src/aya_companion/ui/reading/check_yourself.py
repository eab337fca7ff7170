"""Check yourself: a question, its choices, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import flet as ft

from aya_companion.library import page as p
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import aligned, body, directed, note, section
from aya_companion.ui.reading.reading import Reading


def check_yourself(
    r: Reading,
    questions: Sequence[p.CheckQuestion],
    draw: Callable[[Reading, Iterable[p.Block]], list[ft.Control]],
) -> ft.Control:
    """Questions to oneself; ``draw`` draws the blocks that explain an answer."""
    ui = r.ui
    controls: list[ft.Control] = [
        section(ui, ui.t("Check yourself")),
        note(ui, ui.t("Nobody sees this, and nothing is counted.")),
    ]
    for n, question in enumerate(questions):
        controls.append(
            ft.Container(
                content=r.text(question.content, strong=True), padding=ft.Padding.only(top=8)
            )
        )
        chosen = r.choices.get(n)
        for index, choice in enumerate(question.choices):
            controls.append(_choice(r, n, index, choice, question.right, chosen))
        if chosen is not None:
            verdict = (
                ui.t("Yes, that's it.")
                if chosen == question.right
                else ui.t("Not quite. Here is why.")
            )
            why = [body(ui, verdict, strong=True, colour=ui.c.strong), *draw(r, question.why)]
            controls.append(
                ft.Semantics(
                    live_region=True, content=panel(ui, why, ground=ui.c.strong_soft, padding=16)
                )
            )
    return panel(ui, controls)


def _choice(
    r: Reading, n: int, index: int, content: p.Inlines, right: int, chosen: int | None
) -> ft.Control:
    ui = r.ui
    is_right = chosen is not None and index == right
    picked = chosen == index
    ground = ui.c.strong_soft if is_right else ui.c.panel
    icon = (
        ft.Icons.CHECK_CIRCLE_ROUNDED
        if is_right
        else ft.Icons.RADIO_BUTTON_CHECKED_ROUNDED
        if picked
        else ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED
    )
    return ft.Button(
        elevation=0,
        content=ft.Row(
            [
                ft.Icon(
                    icon, color=ui.c.strong if is_right or picked else ui.c.quiet, size=ui.size(22)
                ),
                ft.Text(
                    directed(ui, p.plain(content), r.page.language),
                    style=ui.style(16, code=r.page.language, height=1.35),
                    text_align=aligned(ui, r.page.language),
                    expand=True,
                ),
            ],
            spacing=12,
        ),
        style=ft.ButtonStyle(
            bgcolor=ground,
            color=ui.c.text,
            elevation=0,
            shape=ft.RoundedRectangleBorder(radius=14),
            side=ft.BorderSide(1, ui.c.strong if is_right else ui.c.line),
            padding=ft.Padding.symmetric(horizontal=14, vertical=13),
        ),
        on_click=r.choose(n, index),
    )
