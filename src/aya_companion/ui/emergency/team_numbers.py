"""The numbers of the team on the emergency card, and the form for one more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import flet as ft

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import CallLevel, Contact
from aya_companion.domain.number_reading import Candidate, read
from aya_companion.ui.context import Ui
from aya_companion.ui.emergency.number_field import number_field
from aya_companion.ui.emergency.team_entry import entry
from aya_companion.ui.kit.buttons import pill, secondary
from aya_companion.ui.kit.drafts import latest
from aya_companion.ui.kit.fields import text_field
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import section
from aya_companion.ui.wording.calling import level_name

NAME = "contact"
"""Under which the draft is kept."""


@dataclass(frozen=True)
class ContactDraft:
    """A number being typed; ``refused`` once it was to be added and it is not certain what to dial.

    ``chosen`` are those meant, where the text has several.
    """

    name: str = ""
    phone: str = ""
    hours: str = ""
    level: CallLevel = CallLevel.TEAM
    chosen: tuple[Candidate, ...] = ()
    refused: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.name + self.phone + self.hours).strip()

    @property
    def meant(self) -> tuple[Candidate, ...]:
        """The one number of the text, or those chosen; none while that is not certain."""
        found = read(self.phone)
        if found.certain:
            return found.candidates
        return tuple(one for one in self.chosen if one in found.candidates)


def with_contact(ui: Ui, typed: ContactDraft) -> dict[str, Any]:
    """The change of the card that puts on it what was typed, an entry for each number; none while it
    is not certain what to dial.

    One that could not be saved is on it already, for the next try.
    """
    if not typed.meant:
        return {}
    new = [_contact(ui, typed, one) for one in typed.meant]
    mine = ui.do.card.get().contacts
    return {"contacts": (*mine, *(contact for contact in new if contact not in mine))}


def _contact(ui: Ui, typed: ContactDraft, one: Candidate) -> Contact:
    """The words beside a number name it where nothing else was typed."""
    name, hours = typed.name.strip(), typed.hours.strip()
    phone = CardNumber(one.label if name else "", one.number)
    return Contact(name or one.label or ui.t("My team"), phone, hours, typed.level)


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

    def answered(answer: tuple[Candidate, ...]) -> Any:
        return lambda _event: set_draft(replace(now(), chosen=answer, refused=False))

    return panel(
        ui,
        [
            section(ui, t("My team's numbers")),
            *(entry(ui, contact) for contact in ui.do.card.get().contacts),
            text_field(
                ui,
                t("Who is it?"),
                drawn.name,
                keeps("name"),
                helper=t("For example: the ward, day and night"),
            ),
            *number_field(
                ui,
                t("Phone number"),
                drawn.phone,
                keeps("phone"),
                refused=drawn.refused,
                chosen=drawn.chosen,
                answered=answered,
                several=True,
            ),
            text_field(ui, t("Hours, if any"), drawn.hours, keeps("hours")),
            _levels(ui, drawn.level, lambda level: set_draft(replace(now(), level=level))),
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
