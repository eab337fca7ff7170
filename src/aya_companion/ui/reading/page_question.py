"""A question the library suggests, with a button that puts it on the list or takes it off."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft

from aya_companion.library.page import PageQuestion
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import icon_button
from aya_companion.ui.kit.panels import with_button
from aya_companion.ui.kit.text import body
from aya_companion.ui.reading.page_actions import take_off


def page_question_row(
    ui: Ui, question: PageQuestion, code: str, add: Callable[[PageQuestion], Awaitable[Any]]
) -> ft.Control:
    """The question in its language ``code``; ``add`` is what the plus does."""
    mine = ui.do.questions.from_source(question.id)

    async def tap() -> None:
        if mine is None:
            await add(question)
        else:
            await take_off(ui, mine)

    words = body(ui, ui.own(question.text), code=code)
    return with_plus(ui, words, question, mine is not None, ui.does(tap))


def with_plus(
    ui: Ui, words: ft.Control, question: PageQuestion, on_list: bool, tap: Any
) -> ft.Control:
    """``words`` of a question with its plus, which is a tick once the question is on the list."""
    return with_button(
        ui,
        words,
        icon_button(
            ui,
            ft.Icons.CHECK_ROUNDED if on_list else ft.Icons.ADD_ROUNDED,
            ui.t("On your list: {question}", question=question.text)
            if on_list
            else ui.t("Add to my list: {question}", question=question.text),
            tap,
            colour=ui.c.on_strong if on_list else ui.c.strong,
            ground=ui.c.strong if on_list else ui.c.strong_soft,
        ),
    )
