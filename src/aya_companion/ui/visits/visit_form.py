"""The form of an appointment: to write one down, to change it, to move one of a series."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import flet as ft

from aya_companion.domain.visit_choices import (
    KEEP,
    OFFERED,
    way_of,
    with_count,
    with_reminder,
    with_way,
)
from aya_companion.domain.visits import Appointment, VisitKind
from aya_companion.i18n.formats import Formats
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.lost import lost_screen
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, primary, secondary
from aya_companion.ui.kit.days import pick_day
from aya_companion.ui.kit.drafts import latest, use_draft
from aya_companion.ui.kit.fields import choice, text_field, words_to
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.text import note
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.repeats import REMINDERS, every_name, reminder_words
from aya_companion.ui.wording.visits import visit_kind

Change = Callable[[Callable[[Appointment], Appointment]], None]
"""Makes another appointment of the one that is being filled in."""


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

    def change(make: Callable[[Appointment], Appointment]) -> None:
        set_visit(make(now()))

    async def save() -> None:
        if await keep(now()):
            await ui.model.done(route.parent or "/visits")
            notice(ui, t("Appointment saved"))

    controls: list[ft.Control] = [
        *([note(ui, hint)] if hint else []),
        *_when(ui, visit, change),
        _kind(ui, visit, change),
        *_repeating(ui, visit, change),
        *_words(ui, visit, change),
        _reminder(ui, visit, change),
        _zone(ui, visit, change) if zones_open else _zone_words(ui, visit, set_zones_open),
        primary(ui, t("Save"), ui.submits(save), ft.Icons.CHECK_ROUNDED),
    ]
    return screen(ui, route, controls, name=name)


def _when(ui: Ui, visit: Appointment, change: Change) -> list[ft.Control]:
    """Its day, and its time if it has one."""
    t = ui.t
    local = Formats(ui.code, ZoneInfo(visit.zone))

    async def choose_day(day: date) -> None:
        change(lambda now: replace(now, day=day))

    def forget_time(_event: Any) -> None:
        change(lambda now: replace(now, at=None))

    controls: list[ft.Control] = [
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
    ]
    if visit.at:
        controls.append(link(ui, t("I don't know the time yet"), forget_time))
    return controls


def _kind(ui: Ui, visit: Appointment, change: Change) -> ft.Control:
    def choose(key: str) -> None:
        change(lambda now: replace(now, kind=VisitKind(key)))

    kinds = {kind.value: visit_kind(ui.t, kind) for kind in VisitKind}
    return choice(ui, ui.t("What is it for?"), kinds, visit.kind.value, choose)


def _words(ui: Ui, visit: Appointment, change: Change) -> list[ft.Control]:
    """What is typed: its name, where, with whom, a note."""
    t = ui.t

    def keeps(field: str) -> Callable[[Any], None]:
        def keep(words: str) -> None:
            changed: dict[str, Any] = {field: words}
            change(lambda now: replace(now, **changed))

        return words_to(keep)

    place, person = ft.Icons.PLACE_OUTLINED, ft.Icons.PERSON_OUTLINE_ROUNDED
    return [
        text_field(ui, t("Name (if you want one)"), visit.title, keeps("title")),
        text_field(ui, t("Where"), visit.place, keeps("place"), icon=place),
        text_field(ui, t("With whom"), visit.with_whom, keeps("with_whom"), icon=person),
        text_field(ui, t("Note"), visit.note, keeps("note"), lines=2),
    ]


def _reminder(ui: Ui, visit: Appointment, change: Change) -> ft.Control:
    t = ui.t

    def choose(key: str) -> None:
        change(lambda now: with_reminder(now, key))

    reminders = {"": reminder_words(t, None)} | {
        str(minutes): reminder_words(t, minutes)
        for minutes in sorted({*REMINDERS, visit.reminder_minutes or REMINDERS[0]})
    }
    reminder = "" if visit.reminder_minutes is None else str(visit.reminder_minutes)
    return choice(ui, t("Reminder in the phone's calendar"), reminders, reminder, choose)


def _zone(ui: Ui, visit: Appointment, change: Change) -> ft.Control:
    def choose(key: str) -> None:
        change(lambda now: replace(now, zone=key))

    zones = {zone: zone.replace("_", " ") for zone in sorted(available_timezones())}
    return choice(ui, ui.t("Time zone"), zones, visit.zone, choose)


def _zone_words(ui: Ui, visit: Appointment, open_zones: Callable[[bool], None]) -> ft.Control:
    """The zone, which few people ever change."""
    words = ui.t("Time zone: {zone}", zone=visit.zone.replace("_", " "))
    change = link(ui, ui.t("Change"), lambda _event: open_zones(True))
    return ft.Row([ft.Container(note(ui, words), expand=True), change])


def _repeating(ui: Ui, visit: Appointment, change: Change) -> list[ft.Control]:
    """Whether it repeats, how, and how often."""
    t, way = ui.t, way_of(visit)
    ways = {"": t("Once")} | {
        each.rule: every_name(t, each.every, each.interval) for each in OFFERED
    }
    if way == KEEP:
        ways[KEEP] = t("As it came from the hospital")

    def choose_way(key: str) -> None:
        change(lambda now: with_way(now, key))

    def choose_count(typed: str) -> None:
        change(lambda now: with_count(now, typed))

    controls: list[ft.Control] = [choice(ui, t("Does it repeat?"), ways, way, choose_way)]
    if visit.repeats is not None and way != KEEP:
        controls.append(
            text_field(
                ui,
                t("How many times"),
                str(visit.repeats.count or ""),
                words_to(choose_count),
                keyboard=ft.KeyboardType.NUMBER,
                helper=t("Leave it empty if you don't know yet."),
            )
        )
    return controls


def _time_picker(ui: Ui, visit: Appointment, change: Change) -> ft.TimePicker:
    def changed(event: ft.Event[ft.TimePicker]) -> None:
        at = event.control.value
        if at is not None:
            change(lambda now: replace(now, at=at))

    return ft.TimePicker(
        value=visit.at,
        help_text=ui.t("Choose the time"),
        confirm_text=ui.t("OK"),
        cancel_text=ui.t("Cancel"),
        on_change=changed,
    )
