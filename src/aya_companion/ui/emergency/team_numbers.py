"""The numbers of the team on the emergency card: add one, take one away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import flet as ft

from aya_companion.domain.care_team import CallLevel, Contact, dialable
from aya_companion.i18n.bidi import left_to_right
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import icon_button, pill, secondary
from aya_companion.ui.kit.drafts import latest
from aya_companion.ui.kit.fields import text_field
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, note, section
from aya_companion.ui.wording.calling import level_name

NAME = "contact"
"""Under which the draft is kept."""


@dataclass(frozen=True)
class ContactDraft:
    """A number being typed; ``refused`` once it was to be added and cannot be dialled."""

    name: str = ""
    phone: str = ""
    hours: str = ""
    level: CallLevel = CallLevel.TEAM
    refused: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.name + self.phone + self.hours).strip()


def with_contact(ui: Ui, typed: ContactDraft) -> dict[str, Any]:
    """The change of the card that puts on it what was typed; none when it cannot be dialled.

    One that could not be saved is on it already, for the next try.
    """
    if not dialable(typed.phone):
        return {}
    contact = Contact(
        typed.name.strip() or ui.t("My team"), typed.phone.strip(), typed.hours.strip(), typed.level
    )
    mine = ui.do.card.get().contacts
    return {"contacts": mine if contact in mine else (*mine, contact)}


def team_numbers(
    ui: Ui, drawn: ContactDraft, set_draft: Callable[[ContactDraft], None]
) -> ft.Control:
    """The numbers on the card, and the fields for one more."""
    t = ui.t

    def now() -> ContactDraft:
        return latest(ui, NAME, drawn)

    def keeps(field: str) -> Any:
        def handle(event: Any) -> None:
            words: dict[str, Any] = {field: event.control.value or ""}
            set_draft(replace(now(), refused=False, **words))

        return handle

    async def add() -> None:
        added = with_contact(ui, now())
        if not added:
            set_draft(replace(now(), refused=True))
        elif await ui.do.card.change(**added):
            set_draft(ContactDraft())

    def rank(level: CallLevel) -> None:
        set_draft(replace(now(), level=level))

    return panel(
        ui,
        [
            section(ui, t("My team's numbers")),
            *(_row(ui, contact) for contact in ui.do.card.get().contacts),
            text_field(
                ui,
                t("Who is it?"),
                drawn.name,
                keeps("name"),
                helper=t("For example: the ward, day and night"),
            ),
            text_field(
                ui,
                t("Phone number"),
                drawn.phone,
                keeps("phone"),
                keyboard=ft.KeyboardType.PHONE,
                error=not_a_number(ui) if drawn.refused else "",
            ),
            text_field(ui, t("Hours, if any"), drawn.hours, keeps("hours")),
            _levels(ui, drawn.level, rank),
            secondary(
                ui,
                t("Add this number"),
                ui.submits(add),
                ft.Icons.ADD_IC_CALL_ROUNDED,
                fill=True,
            ),
        ],
    )


def _levels(ui: Ui, chosen: CallLevel, rank: Callable[[CallLevel], None]) -> ft.Control:
    """When to call the number."""
    levels: list[ft.Control] = [
        pill(
            ui,
            level_name(ui.t, some),
            lambda _event, some=some: rank(some),
            selected=some is chosen,
        )
        for some in (CallLevel.TEAM, CallLevel.TODAY)
    ]
    return ft.Row(levels, wrap=True, spacing=8, run_spacing=8)


def not_a_number(ui: Ui) -> str:
    """What stands under a field that holds nothing to dial."""
    return ui.t("A phone can't dial this. Write one number, in digits.")


def _row(ui: Ui, contact: Contact) -> ft.Control:
    t = ui.t

    async def remove() -> None:
        place = ui.do.card.get().contacts.index(contact)

        async def undo() -> None:
            await ui.do.card.put_back(contact, place)

        if await ui.do.card.remove(contact):
            notice(ui, t("Number removed"), undo)

    facts = (ui.own(contact.hours), level_name(t, contact.level))
    return ft.Row(
        [
            ft.Column(
                [
                    body(ui, ui.own(contact.name), strong=True),
                    body(ui, left_to_right(contact.phone)),
                    note(ui, " · ".join(fact for fact in facts if fact)),
                ],
                spacing=0,
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
