"""A number of the team as it stands in the form: say which is meant, or take it away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import flet as ft

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import Contact
from aya_companion.domain.number_reading import Candidate
from aya_companion.i18n.bidi import left_to_right
from aya_companion.ui.context import Ui
from aya_companion.ui.emergency.number_field import number_check, number_problem
from aya_companion.ui.kit.buttons import icon_button
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.text import body, note
from aya_companion.ui.wording.calling import level_name


def entry(ui: Ui, contact: Contact) -> ft.Control:
    """A number of the team: whose it is, what is dialled, and the ways to answer and to remove."""
    t = ui.t

    async def remove() -> None:
        place = ui.do.card.get().contacts.index(contact)

        async def undo() -> None:
            await ui.do.card.put_back(contact, place)

        if await ui.do.card.remove(contact):
            notice(ui, t("Number removed"), undo)

    async def answer(meant: tuple[Candidate, ...]) -> None:
        new = [replace(contact, phone=CardNumber(one.label, one.number)) for one in meant]

        async def undo() -> None:
            await ui.do.card.exchange(new, [contact])

        if await ui.do.card.exchange([contact], new):
            notice(ui, t("Number saved"), undo)

    facts = (ui.own(contact.hours), level_name(t, contact.level))
    return ft.Row(
        [
            ft.Column(
                [
                    body(ui, ui.own(contact.name), strong=True),
                    *_phone(ui, contact.phone, lambda meant: ui.submits(answer, meant)),
                    note(ui, " · ".join(fact for fact in facts if fact)),
                ],
                spacing=4,
                expand=True,
            ),
            icon_button(
                ui,
                ft.Icons.DELETE_OUTLINE_ROUNDED,
                t("Remove {name}", name=contact.name),
                ui.submits(remove),
            ),
        ]
    )


def _phone(
    ui: Ui, phone: CardNumber, answered: Callable[[tuple[Candidate, ...]], Any]
) -> list[ft.Control]:
    """The number and the words beside it, or the question which of them is meant."""
    found = phone.reading
    if not found.certain:
        asked = number_check(ui, phone.words, (), answered, several=True)
        return [
            body(ui, ui.own(phone.words)),
            *(asked or [note(ui, number_problem(ui, phone.words))]),
        ]
    (only,) = found.candidates
    words: list[ft.Control] = [body(ui, ui.own(only.label))] if only.label else []
    return [*words, body(ui, left_to_right(only.number.shown))]
