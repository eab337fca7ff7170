"""Fill in the emergency card."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import flet as ft
from babel import Locale as BabelLocale

from aya_companion.domain.care_team import LineType, dialable
from aya_companion.domain.countries import COUNTRIES, with_country
from aya_companion.i18n.locales import LOCALES
from aya_companion.ui.context import Ui
from aya_companion.ui.emergency.fever_number import NAME as FEVER
from aya_companion.ui.emergency.fever_number import (
    fever_draft,
    fever_number,
    is_changed,
    with_fever,
)
from aya_companion.ui.emergency.team_numbers import NAME as CONTACT
from aya_companion.ui.emergency.team_numbers import (
    ContactDraft,
    not_a_number,
    team_numbers,
    with_contact,
)
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, primary
from aya_companion.ui.kit.drafts import latest, use_draft
from aya_companion.ui.kit.fields import choice, text_field
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import note, section
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.calling import line_name

NUMBERS = ("emergency_number", "crisis_number")


@ft.component
def CardEditScreen(ui: Ui, route: Route) -> ft.View:
    """Country number, team numbers, temperature, and what helpers should know."""
    t = ui.t
    emergency = ui.do.card.get()
    draft, set_draft = use_draft(
        ui,
        "card",
        {
            "emergency_number": emergency.emergency_number,
            "crisis_number": emergency.crisis_number,
            "name": emergency.name,
            "diagnosis": emergency.diagnosis,
            "allergies": emergency.allergies,
            "notes": emergency.notes,
        },
    )
    contact, set_contact = use_draft(ui, CONTACT, ContactDraft())
    fever, set_fever = use_draft(ui, FEVER, fever_draft(ui))
    refused, set_refused = use_draft(ui, "refused", frozenset[str]())

    def keeps(field: str) -> Any:
        def handle(event: Any) -> None:
            set_draft({**latest(ui, "card", draft), field: event.control.value or ""})
            set_refused(latest(ui, "refused", refused) - {field})

        return handle

    async def choose_country(code: str) -> None:
        before = ui.do.card.get()
        typed = latest(ui, "card", draft)
        numbers: dict[str, Any] = {field: typed[field].strip() for field in NUMBERS}
        chosen = with_country(replace(before, **numbers), code)
        set_draft({**typed, **{field: getattr(chosen, field) for field in NUMBERS}})

        async def undo() -> None:
            kept = {field: getattr(before, field) for field in NUMBERS}
            await ui.do.card.change(country=before.country, **kept)
            if ui.model.route == route.path:
                set_draft({**latest(ui, "card", draft), **{f: typed[f] for f in NUMBERS}})

        if await ui.do.card.choose_country(code):
            notice(ui, t("Country changed. Numbers you typed stay."), undo)

    async def choose_line(key: str) -> None:
        await ui.do.card.change(line=LineType(key))

    async def save() -> None:
        """All that is typed is saved, or named in a notice: nobody walks away without it."""
        left: list[str] = []
        typed = {k: v.strip() for k, v in latest(ui, "card", draft).items()}
        wrong = frozenset(f for f in NUMBERS if typed[f] and not dialable(typed[f]))
        set_refused(wrong)
        left += [names[field] for field in NUMBERS if field in wrong]
        changes: dict[str, Any] = {k: v for k, v in typed.items() if k not in wrong}
        number = latest(ui, CONTACT, contact)
        if not number.is_empty:
            added = with_contact(ui, number)
            number = ContactDraft() if added else replace(number, refused=True)
            changes |= added
        temperature = latest(ui, FEVER, fever)
        if is_changed(ui, temperature):
            temperature, judged = with_fever(temperature, checked=False)
            changes |= judged
        if not await ui.do.card.change(**changes):
            return
        set_contact(number)
        set_fever(temperature)
        left += [t("Phone number")] if number.refused else []
        left += [t("Temperature")] if temperature.needs_her else []
        if left:
            words = t("Not saved yet: {what}. The rest is saved.", what=ui.f.list_of(left))
            notice(ui, words)
        else:
            await ui.model.done("/call")
            notice(ui, t("Card saved"))

    names = {
        "emergency_number": t("Number for emergencies"),
        "crisis_number": t("Crisis line (dark thoughts)"),
    }

    territories = BabelLocale.parse(LOCALES[ui.code].formats, sep="-").territories
    countries = {"": t("No country chosen")}
    named = sorted(
        ((c.code, str(territories.get(c.code, c.code))) for c in COUNTRIES), key=lambda x: x[1]
    )
    countries.update(named)
    controls: list[ft.Control] = [
        panel(
            ui,
            [
                section(ui, t("Emergency number")),
                choice(ui, t("Country"), countries, emergency.country, choose_country),
                note(
                    ui,
                    t(
                        "The numbers that come with a country are general knowledge. Nobody has "
                        "checked them with an official list yet."
                    ),
                ),
                text_field(
                    ui,
                    names["emergency_number"],
                    draft["emergency_number"],
                    keeps("emergency_number"),
                    keyboard=ft.KeyboardType.PHONE,
                    helper=t("Check it: you know best what works where you live."),
                    error=not_a_number(ui) if "emergency_number" in refused else "",
                ),
                text_field(
                    ui,
                    names["crisis_number"],
                    draft["crisis_number"],
                    keeps("crisis_number"),
                    keyboard=ft.KeyboardType.PHONE,
                    error=not_a_number(ui) if "crisis_number" in refused else "",
                ),
            ],
        ),
        team_numbers(ui, contact, set_contact),
        fever_number(ui, fever, set_fever),
        panel(
            ui,
            [
                section(ui, t("For whoever helps me")),
                text_field(ui, t("Name"), draft["name"], keeps("name")),
                text_field(
                    ui, t("Diagnosis and treatment"), draft["diagnosis"], keeps("diagnosis")
                ),
                text_field(ui, t("Allergies"), draft["allergies"], keeps("allergies")),
                choice(
                    ui,
                    t("Central line"),
                    {line.value: line_name(t, line) for line in LineType},
                    emergency.line.value,
                    choose_line,
                ),
                text_field(ui, t("Notes for helpers"), draft["notes"], keeps("notes"), lines=3),
            ],
        ),
        primary(ui, t("Save"), ui.submits(save), ft.Icons.CHECK_ROUNDED),
        link(
            ui,
            t("For the wallet and the lock screen"),
            ui.goes("/more/card/paper"),
            ft.Icons.PRINT_ROUNDED,
        ),
    ]
    return screen(ui, route, controls, name=t("My emergency card"))
