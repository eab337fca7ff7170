"""Choosing a day."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

import flet as ft

from aya_companion.ui.context import Ui

EARLIEST_MIDNIGHT = timedelta(hours=13)
"""How long before UTC's midnight a picked day can begin; New Zealand's summer is thirteen hours ahead."""


def pick_day(ui: Ui, day: date, picked: Callable[[date], Awaitable[Any]]) -> None:
    """Show a calendar to choose a day from; ``picked`` is awaited with it."""

    async def changed(event: ft.Event[ft.DatePicker]) -> None:
        value = event.control.value
        if isinstance(value, datetime):
            await picked(day_of(value, ui.f.zone))

    ui.model.host.show(
        ft.DatePicker(
            # Days, not moments: Flet sends a moment in the process's zone, and the client, which
            # may be in another one, would show the day before or after.
            value=day,
            first_date=date(day.year - 5, 1, 1),
            last_date=date(day.year + 10, 12, 31),
            help_text=ui.t("Choose the day"),
            confirm_text=ui.t("OK"),
            cancel_text=ui.t("Cancel"),
            on_change=changed,
        )
    )


def day_of(picked: datetime, zone: tzinfo) -> date:
    """The day that was tapped. The client answers with its own midnight of it, said in UTC.

    That is midnight in ``zone``, the device's. A client in another zone (a browser can be set to
    one) or without a midnight that day (where clocks go forward then) still means the nearest one.
    Zones reach from 12 hours behind UTC to 14 ahead, so for three of the hours both neighbours are
    possible: the ones with more people win.
    """
    here = picked.astimezone(zone)
    if here.time() == time():
        return here.date()
    return (picked + EARLIEST_MIDNIGHT).date()
