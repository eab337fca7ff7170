"""The form of an appointment: to write one down, to change it, to move one of a series."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import flet as ft

from aya_companion.domain.recurrence import Every, Repeat
from aya_companion.domain.visits import Appointment, VisitKind
from aya_companion.i18n.formats import Formats
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.lost import lost_screen
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, primary, secondary
from aya_companion.ui.kit.days import pick_day
from aya_companion.ui.kit.drafts import latest, use_draft
from aya_companion.ui.kit.fields import choice, text_field
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.text import note
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.repeats import REMINDERS, every_name, reminder_words
from aya_companion.ui.wording.visits import visit_kind

OFFERED: tuple[Repeat, ...] = (
    Repeat(Every.DAY),
    Repeat(Every.WEEK),
    Repeat(Every.WEEK, 2),
    Repeat(Every.WEEK, 3),
    Repeat(Every.WEEK, 4),
    Repeat(Every.MONTH),
)
"""Ways to repeat that can be chosen; a calendar file can bring others."""

KEEP = "keep"


def visit_form(
    ui: Ui,
    route: Route,
    draft: Appointment | None,
    name: str,
    keep: Callable[[Appointment], Awaitable[bool]],
    hint: str = "",
) -> ft.View:
    """A form with everything optional but the day, for a component's body.

    ``draft`` is what it begins with, None when there is nothing to change; ``keep`` keeps what was
    filled in and returns whether it was saved.
    """
    t = ui.t
    visit, set_visit = use_draft(ui, "visit", draft)
    zones_open, set_zones_open = ft.use_state(False)
    if draft is None or visit is None:
        return lost_screen(ui, route)

    def now() -> Appointment:
        return latest(ui, "visit", visit)

    def change(**fields: Any) -> None:
        set_visit(replace(now(), **fields))

    def keeps(field: str) -> Any:
        return lambda event: change(**{field: event.control.value or ""})

    def choose_kind(key: str) -> None:
        change(kind=VisitKind(key))

    def choose_zone(key: str) -> None:
        change(zone=key)

    def choose_reminder(key: str) -> None:
        change(reminder_minutes=int(key) if key else None)

    async def choose_day(day: date) -> None:
        change(day=day)

    async def save() -> None:
        if await keep(now()):
            await ui.model.done(route.parent or "/visits")
            notice(ui, t("Appointment saved"))

    local = Formats(ui.code, ZoneInfo(visit.zone))
    kinds = {kind.value: visit_kind(t, kind) for kind in VisitKind}
    controls: list[ft.Control] = [
        *([note(ui, hint)] if hint else []),
        secondary(
            ui,
            local.full_date(visit.day),
            lambda _event: pick_day(ui, visit.day, choose_day),
            ft.Icons.EVENT_ROUNDED,
            fill=True,
        ),
        secondary(
            ui,
            local.time(visit.starts_at) if visit.at else t("No time yet. Tap to choose it."),
            lambda _event: ui.model.host.show(_time_picker(ui, visit, change)),
            ft.Icons.SCHEDULE_ROUNDED,
            fill=True,
        ),
        *(
            [link(ui, t("I don't know the time yet"), lambda _event: change(at=None))]
            if visit.at
            else []
        ),
        choice(ui, t("What is it for?"), kinds, visit.kind.value, choose_kind),
        *_repeating(ui, visit, now, change),
        text_field(ui, t("Name (if you want one)"), visit.title, keeps("title")),
        text_field(ui, t("Where"), visit.place, keeps("place"), icon=ft.Icons.PLACE_OUTLINED),
        text_field(
            ui,
            t("With whom"),
            visit.with_whom,
            keeps("with_whom"),
            icon=ft.Icons.PERSON_OUTLINE_ROUNDED,
        ),
        text_field(ui, t("Note"), visit.note, keeps("note"), lines=2),
    ]
    reminders = {"": reminder_words(t, None)} | {
        str(minutes): reminder_words(t, minutes)
        for minutes in sorted({*REMINDERS, visit.reminder_minutes or REMINDERS[0]})
    }
    reminder = "" if visit.reminder_minutes is None else str(visit.reminder_minutes)
    controls.append(
        choice(ui, t("Reminder in the phone's calendar"), reminders, reminder, choose_reminder)
    )
    if zones_open:
        zones = {zone: zone.replace("_", " ") for zone in sorted(available_timezones())}
        controls.append(choice(ui, t("Time zone"), zones, visit.zone, choose_zone))
    else:
        zone_words = t("Time zone: {zone}", zone=visit.zone.replace("_", " "))
        controls.append(
            ft.Row(
                [
                    ft.Container(note(ui, zone_words), expand=True),
                    link(ui, t("Change"), lambda _event: set_zones_open(True)),
                ]
            )
        )
    controls.append(primary(ui, t("Save"), ui.submits(save), ft.Icons.CHECK_ROUNDED))
    return screen(ui, route, controls, name=name)


def _repeating(
    ui: Ui, visit: Appointment, latest_visit: Callable[[], Appointment], change: Callable[..., None]
) -> list[ft.Control]:
    """Whether it repeats, how, and how often."""
    t = ui.t
    now = visit.repeats
    ways = {"": t("Once")} | {way.rule: every_name(t, way.every, way.interval) for way in OFFERED}
    plain = replace(now, count=None, until=None).rule if now else ""
    if visit.repeat and plain not in ways:
        ways[KEEP] = t("As it came from the hospital")

    def choose_way(key: str) -> None:
        if key == KEEP:
            return
        way = next((w for w in OFFERED if w.rule == key), None)
        kept = replace(way, count=now.count if now else 4) if way else None
        change(repeat=kept.rule if kept else "", exceptions=())

    def choose_count(event: Any) -> None:
        # Digits of any script are understood.
        digits = "".join(c for c in event.control.value or "" if c.isdecimal())
        repeats = latest_visit().repeats
        if repeats is not None:
            count = min(max(int(digits), 1), 400) if digits else None
            change(repeat=replace(repeats, count=count, until=None).rule)

    controls: list[ft.Control] = [
        choice(ui, t("Does it repeat?"), ways, plain if plain in ways else KEEP, choose_way)
    ]
    if now is not None and plain in ways and plain:
        controls.append(
            text_field(
                ui,
                t("How many times"),
                str(now.count or ""),
                choose_count,
                keyboard=ft.KeyboardType.NUMBER,
                helper=t("Leave it empty if you don't know yet."),
            )
        )
    return controls


def _time_picker(ui: Ui, visit: Appointment, change: Callable[..., None]) -> ft.TimePicker:
    def changed(event: ft.Event[ft.TimePicker]) -> None:
        if event.control.value is not None:
            change(at=event.control.value)

    return ft.TimePicker(
        value=visit.at,
        help_text=ui.t("Choose the time"),
        confirm_text=ui.t("OK"),
        cancel_text=ui.t("Cancel"),
        on_change=changed,
    )
