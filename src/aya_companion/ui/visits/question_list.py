"""A question on a list: its words, its star, whether it was asked, and the answer."""

from __future__ import annotations

import flet as ft

from aya_companion.domain.questions import Question
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import tap_panel
from aya_companion.ui.kit.text import note
from aya_companion.ui.visits.star_button import star_button


def question_row(ui: Ui, question: Question) -> ft.Control:
    """A question to open: tapping it opens it; the star is a button of its own."""
    t = ui.t

    state = ""
    if question.is_answered:
        state = t("Answered: {answer}", answer=ui.own(question.answer))
    elif question.asked_at is not None:
        state = t("Asked on {date}", date=ui.f.medium_date(question.asked_at))
    elif question.source is not None:
        state = t("From the library")
    if question.private:
        state = " · ".join(part for part in (t("Private"), state) if part)
    words: list[ft.Control] = [ft.Text(ui.own(question.text), style=ui.style(17, height=1.35))]
    if state:
        words.append(note(ui, state))
    opened = tap_panel(
        ui,
        ft.Column(words, spacing=4, tight=True),
        ui.goes(f"/visits/questions/{question.id}"),
    )
    if not question.is_open:
        return opened  # a star is for what is still to be asked
    return ft.Row(
        [
            ft.Container(opened, expand=True),
            star_button(ui, question),
        ],
        spacing=4,
    )
