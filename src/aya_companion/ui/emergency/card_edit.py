"""Fill in the emergency card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

import flet as ft
from babel import Locale as BabelLocale

from aya_companion.domain.card_form import NUMBERS, kept_of, typed_of
from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import LineType
from aya_companion.domain.countries import COUNTRIES, with_country
from aya_companion.domain.number_reading import Candidate
from aya_companion.i18n.catalogs import Translator
from aya_companion.i18n.locales import LOCALES
from aya_companion.ui.context import Ui
from aya_companion.ui.emergency.fever_number import NAME as FEVER
from aya_companion.ui.emergency.fever_number import (
    FeverDraft,
    fever_draft,
    fever_number,
    is_changed,
    with_fever,
)
from aya_companion.ui.emergency.number_field import number_field
from aya_companion.ui.emergency.team_numbers import NAME as CONTACT
from aya_companion.ui.emergency.team_numbers import (
    ContactDraft,
    team_numbers,
    with_contact,
)
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, primary
from aya_companion.ui.kit.drafts import latest, use_draft
from aya_companion.ui.kit.fields import choice, text_field, words_to
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import note, section
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.calling import line_name

CHOSEN = "chosen"
"""Under which the answers are kept."""


class Draft(NamedTuple):
    """All that is being typed: the fields, a number of the team, a temperature; ``refused`` are the
    fields in which it is not certain what to dial, ``chosen`` the answers to that."""

    fields: dict[str, str]
    set_fields: Callable[[dict[str, str]], None]
    contact: ContactDraft
    set_contact: Callable[[ContactDraft], None]
    fever: FeverDraft
    set_fever: Callable[[FeverDraft], None]
    refused: frozenset[str]
    set_refused: Callable[[frozenset[str]], None]
    chosen: dict[str, Candidate]
    set_chosen: Callable[[dict[str, Candidate]], None]

    def now(self, ui: Ui) -> dict[str, str]:
        """The fields with the last letters, drawn or not."""
        return latest(ui, "card", self.fields)


def use_card_draft(ui: Ui) -> Draft:
    """What is being typed here; at first it is what stands on the card."""
    fields, set_fields = use_draft(ui, "card", typed_of(ui.do.card.get()))
    contact, set_contact = use_draft(ui, CONTACT, ContactDraft())
    fever, set_fever = use_draft(ui, FEVER, fever_draft(ui))
    refused, set_refused = use_draft(ui, "refused", frozenset[str]())
    chosen, set_chosen = use_draft(ui, CHOSEN, dict[str, Candidate]())
    return Draft(
        fields,
        set_fields,
        contact,
        set_contact,
        fever,
        set_fever,
        refused,
        set_refused,
        chosen,
        set_chosen,
    )


@ft.component
def CardEditScreen(ui: Ui, route: Route) -> ft.View:
    """Country number, team numbers, temperature, and what helpers should know."""
    t = ui.t
    draft = use_card_draft(ui)

    def keeps(field: str) -> Callable[[Any], None]:
        def keep(words: str) -> None:
            draft.set_fields({**draft.now(ui), field: words})
            draft.set_refused(latest(ui, "refused", draft.refused) - {field})

        return words_to(keep)

    async def save() -> None:
        await _save(ui, draft)

    controls: list[ft.Control] = [
        _numbers(ui, route, draft, keeps),
        team_numbers(ui, draft.contact, draft.set_contact),
        fever_number(ui, draft.fever, draft.set_fever),
        _for_helpers(ui, draft, keeps),
        primary(ui, t("Save"), ui.submits(save), ft.Icons.CHECK_ROUNDED),
        link(
            ui,
            t("For the wallet and the lock screen"),
            ui.goes("/more/card/paper"),
            ft.Icons.PRINT_ROUNDED,
        ),
    ]
    return screen(ui, route, controls, name=t("My emergency card"))


async def _save(ui: Ui, draft: Draft) -> None:
    """All that is typed is saved, or named in a notice: nobody walks away without it."""
    t = ui.t
    changes: dict[str, Any]
    chosen = latest(ui, CHOSEN, draft.chosen)
    changes, wrong = kept_of(draft.now(ui), ui.do.card.get(), chosen)
    draft.set_refused(wrong)
    left = [_number_names(t)[field] for field in NUMBERS if field in wrong]
    number = latest(ui, CONTACT, draft.contact)
    if not number.is_empty:
        added = with_contact(ui, number)
        number = ContactDraft() if added else replace(number, refused=True)
        changes |= added
    temperature = latest(ui, FEVER, draft.fever)
    if is_changed(ui, temperature):
        temperature, judged = with_fever(temperature, checked=False)
        changes |= judged
    if not await ui.do.card.change(**changes):
        return
    draft.set_contact(number)
    draft.set_fever(temperature)
    left += [t("Phone number")] if number.refused else []
    left += [t("Temperature")] if temperature.needs_her else []
    if left:
        words = t("Not saved yet: {what}. The rest is saved.", what=ui.f.list_of(left))
        notice(ui, words)
    else:
        await ui.model.done("/call")
        notice(ui, t("Card saved"))


def _number_names(t: Translator) -> dict[str, str]:
    return {
        "emergency_number": t("Number for emergencies"),
        "crisis_number": t("Crisis line (dark thoughts)"),
    }


def _numbers(
    ui: Ui, route: Route, draft: Draft, keeps: Callable[[str], Callable[[Any], None]]
) -> ft.Control:
    """The country and the numbers that come with it."""
    t = ui.t

    def number(field: str, helper: str = "") -> list[ft.Control]:
        chosen = draft.chosen.get(field)

        def answered(answer: tuple[Candidate, ...]) -> Any:
            return lambda _event: _answer(ui, draft, field, answer[0])

        return number_field(
            ui,
            _number_names(t)[field],
            draft.fields[field],
            keeps(field),
            helper=helper,
            refused=field in draft.refused,
            chosen=[chosen] if chosen else [],
            answered=answered,
        )

    unchecked = t(
        "The numbers that come with a country are general knowledge. Nobody has "
        "checked them with an official list yet."
    )
    return panel(
        ui,
        [
            section(ui, t("Emergency number")),
            _country(ui, route, draft),
            note(ui, unchecked),
            *number("emergency_number", t("Check it: you know best what works where you live.")),
            *number("crisis_number"),
        ],
    )


def _answer(ui: Ui, draft: Draft, field: str, chosen: Candidate) -> None:
    """The number meant in a field that has several."""
    draft.set_chosen({**latest(ui, CHOSEN, draft.chosen), field: chosen})
    draft.set_refused(latest(ui, "refused", draft.refused) - {field})


def _country(ui: Ui, route: Route, draft: Draft) -> ft.Control:
    """Where the numbers are those of. A new choice fills them in, and can be taken back."""
    t = ui.t

    async def choose(code: str) -> None:
        before = ui.do.card.get()
        typed = draft.now(ui)
        numbers: dict[str, Any] = {field: CardNumber.of(typed[field]) for field in NUMBERS}
        chosen = with_country(replace(before, **numbers), code)
        new = {field: getattr(chosen, field) for field in NUMBERS}
        draft.set_fields({**typed, **{f: new[f].text for f in NUMBERS if new[f] != numbers[f]}})

        async def undo() -> None:
            kept = {field: getattr(before, field) for field in NUMBERS}
            await ui.do.card.change(country=before.country, **kept)
            if ui.model.route == route.path:
                draft.set_fields({**draft.now(ui), **{f: typed[f] for f in NUMBERS}})

        if await ui.do.card.choose_country(code):
            notice(ui, t("Country changed. Numbers you typed stay."), undo)

    territories = BabelLocale.parse(LOCALES[ui.code].formats, sep="-").territories
    named = sorted(
        ((c.code, str(territories.get(c.code, c.code))) for c in COUNTRIES), key=lambda x: x[1]
    )
    countries = {"": t("No country chosen")} | dict(named)
    return choice(ui, t("Country"), countries, ui.do.card.get().country, choose)


def _for_helpers(ui: Ui, draft: Draft, keeps: Callable[[str], Callable[[Any], None]]) -> ft.Control:
    """What whoever helps should know."""
    t, fields = ui.t, draft.fields

    async def choose_line(key: str) -> None:
        await ui.do.card.change(line=LineType(key))

    lines = {line.value: line_name(t, line) for line in LineType}
    line = ui.do.card.get().line.value
    treatment = t("Diagnosis and treatment")
    return panel(
        ui,
        [
            section(ui, t("For whoever helps me")),
            text_field(ui, t("Name"), fields["name"], keeps("name")),
            text_field(ui, treatment, fields["diagnosis"], keeps("diagnosis")),
            text_field(ui, t("Allergies"), fields["allergies"], keeps("allergies")),
            choice(ui, t("Central line"), lines, line, choose_line),
            text_field(ui, t("Notes for helpers"), fields["notes"], keeps("notes"), lines=3),
        ],
    )
