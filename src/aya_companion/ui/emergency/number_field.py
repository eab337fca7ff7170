"""A field for a telephone number, which says what it will dial and asks where that is not certain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from aya_companion.domain.number_reading import Candidate, read
from aya_companion.domain.phone_number import PhoneNumber
from aya_companion.i18n.bidi import left_to_right
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import pill
from aya_companion.ui.kit.fields import text_field
from aya_companion.ui.kit.text import body

Answered = Callable[[tuple[Candidate, ...]], Any]
"""Gives the handler of an answer: the candidates that are meant."""


def number_field(
    ui: Ui,
    label: str,
    typed: str,
    on_change: Any,
    *,
    chosen: Sequence[Candidate],
    answered: Answered,
    refused: bool,
    several: bool = False,
    helper: str = "",
) -> list[ft.Control]:
    """The field, and beneath it what it will dial; ``refused`` once it cannot be kept as it is."""
    field = text_field(
        ui,
        label,
        typed,
        on_change,
        keyboard=ft.KeyboardType.PHONE,
        helper=helper,
        error=number_problem(ui, typed) if refused else "",
    )
    return [field, *number_check(ui, typed, chosen, answered, several=several)]


def number_check(
    ui: Ui,
    typed: str,
    chosen: Sequence[Candidate],
    answered: Answered,
    *,
    several: bool = False,
) -> list[ft.Control]:
    """The number that will be dialled, to be compared with what was typed.

    Where it is not certain, it is asked; an answer is one of the candidates or, with ``several``,
    all of them, where one is no part of another.
    """
    found = read(typed)
    if found.certain:
        return [_dials(ui, one.number) for one in found.candidates]
    if not found.candidates:
        return []
    question = ui.t("Is this the number to dial?")
    if len(found.candidates) > 1:
        question = ui.t("Which number should be dialled?")
    answers: dict[str, tuple[Candidate, ...]]
    answers = {left_to_right(one.number.shown): (one,) for one in found.candidates}
    if several and found.apart:
        answers[ui.t("Each as its own entry")] = found.candidates
    pills: list[ft.Control] = [
        pill(ui, words, answered(answer), selected=answer == tuple(chosen))
        for words, answer in answers.items()
    ]
    return [
        body(ui, question, strong=True),
        ft.Row(pills, wrap=True, spacing=8, run_spacing=8),
        *(_dials(ui, one.number) for one in chosen if one in found.candidates),
    ]


def number_problem(ui: Ui, typed: str) -> str:
    """What stands under a field that cannot be kept as it is."""
    if read(typed).candidates:
        return ui.t("Choose the number to dial.")
    return ui.t("A phone can't dial this. Write one number, in digits.")


def _dials(ui: Ui, number: PhoneNumber) -> ft.Control:
    if not number.extension:
        words = ui.t("Dials {number}", number=left_to_right(number.grouped))
        return body(ui, words, strong=True)
    words = ui.t(
        "Dials {number}, waits a moment, then dials {extension}",
        number=left_to_right(number.grouped),
        extension=left_to_right(number.extension),
    )
    return body(ui, words, strong=True)
