"""The star of a question: what matters most at a visit."""

from __future__ import annotations

import flet as ft

from aya_companion.domain.questions import Question
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import icon_button
from aya_companion.ui.kit.notices import notice


def star_button(ui: Ui, question: Question) -> ft.Control:
    """A button that gives a question a star, or takes it off; it says when there are three."""
    t = ui.t

    async def star() -> None:
        if not await ui.do.questions.toggle_star(question):
            notice(ui, t("Three have a star already. Take one off first."))

    return icon_button(
        ui,
        ft.Icons.STAR_ROUNDED if question.starred else ft.Icons.STAR_BORDER_ROUNDED,
        t("Take the star off: {question}", question=question.text)
        if question.starred
        else t("Star: {question}", question=question.text),
        ui.does(star),
        colour=ui.c.accent if question.starred else ui.c.quiet,
    )
