"""The temperature the team told them to call at. An unusual one is kept only after a check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import flet as ft

from aya_companion.domain.care_team import USUAL_THRESHOLD, Temperature, TemperatureUnit
from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.typed_temperature import parse_temperature
from aya_companion.i18n.bidi import left_to_right
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import link, pill, secondary
from aya_companion.ui.kit.drafts import latest
from aya_companion.ui.kit.fields import text_field
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, note, section

NAME = "fever"
"""Under which the draft is kept."""


@dataclass(frozen=True)
class FeverDraft:
    """A temperature being typed.

    ``refused`` once it was to be saved and is none, ``doubtful`` while it waits for their yes.
    """

    typed: str
    unit: TemperatureUnit
    refused: bool = False
    doubtful: bool = False

    @property
    def needs_her(self) -> bool:
        """Whether it was not saved."""
        return self.refused or self.doubtful


def fever_draft(ui: Ui) -> FeverDraft:
    """What the fields begin with: the temperature on the card."""
    fever = ui.do.card.get().fever
    if fever is None:
        return FeverDraft("", TemperatureUnit.CELSIUS)
    return FeverDraft(ui.f.number(fever.value), fever.unit)


def is_changed(ui: Ui, draft: FeverDraft) -> bool:
    """Whether something else is typed than what stands on the card."""
    kept = fever_draft(ui)
    typed = (draft.typed.strip(), draft.unit)
    return bool(draft.typed.strip() or kept.typed) and typed != (kept.typed, kept.unit)


def with_fever(draft: FeverDraft, *, checked: bool) -> tuple[FeverDraft, dict[str, Any]]:
    """How the draft stands now that it is to be saved, and the change of the card.

    There is no change when it is refused or waits for a check.
    """
    try:
        temperature = Temperature(parse_temperature(draft.typed), draft.unit)
    except InvalidRecordError:
        return replace(draft, refused=True, doubtful=False), {}
    if not temperature.is_usual_threshold and not checked:
        return replace(draft, refused=False, doubtful=True), {}
    return replace(draft, refused=False, doubtful=False), {"fever": temperature}


def fever_number(ui: Ui, drawn: FeverDraft, set_draft: Callable[[FeverDraft], None]) -> ft.Control:
    """The field, its unit, and the check."""
    t = ui.t

    def now() -> FeverDraft:
        return latest(ui, NAME, drawn)

    def change(**changes: Any) -> None:
        # A yes to one number, or to one unit, is not a yes to another.
        set_draft(replace(now(), doubtful=False, **changes))

    async def keep(*, checked: bool) -> None:
        judged, changed = with_fever(now(), checked=checked)
        saved = bool(changed) and await ui.do.card.change(**changed)
        if saved or not changed:
            set_draft(judged)
        if saved:
            notice(ui, t("Temperature saved"))

    async def forget() -> None:
        await ui.do.card.change(fever=None)
        set_draft(FeverDraft("", now().unit))

    units = [
        pill(
            ui,
            left_to_right(f"°{some.value}"),
            lambda _event, some=some: change(unit=some),
            selected=some is drawn.unit,
        )
        for some in TemperatureUnit
    ]
    controls: list[ft.Control] = [
        section(ui, t("My team's temperature")),
        note(
            ui, t("The temperature at which they told you to call. It wins over any general rule.")
        ),
        text_field(
            ui,
            t("Temperature"),
            drawn.typed,
            lambda event: change(typed=event.control.value or ""),
            keyboard=ft.KeyboardType.TEXT,
            error=t("This does not look like a body temperature. Check number and unit.")
            if drawn.refused
            else "",
        ),
        ft.Row(list(units), spacing=8),
        secondary(ui, t("Save temperature"), ui.submits(keep, checked=False), fill=True),
    ]
    if drawn.doubtful:
        controls.append(_check(ui, drawn.unit, ui.submits(keep, checked=True), change))
    if ui.do.card.get().fever is not None:
        controls.append(link(ui, t("Remove my temperature"), ui.submits(forget)))
    return panel(ui, controls)


def _check(ui: Ui, unit: TemperatureUnit, keep: Any, change: Callable[[], None]) -> ft.Control:
    t = ui.t
    low, high = (
        ui.f.temperature(edge.celsius if unit is edge.unit else edge.fahrenheit, unit.value)
        for edge in (Temperature(value, TemperatureUnit.CELSIUS) for value in USUAL_THRESHOLD)
    )
    return panel(
        ui,
        [
            body(ui, t("Check this with your team"), strong=True, colour=ui.c.call),
            body(
                ui,
                t(
                    "Most teams use a number between {low} and {high}. Is this really "
                    "what they told you?",
                    low=low,
                    high=high,
                ),
            ),
            secondary(ui, t("Yes, my team said so"), keep),
            link(ui, t("No, change it"), lambda _event: change()),
        ],
        ground=ui.c.call_soft,
    )
