"""How an appointment repeats, in words; reminders too."""

from __future__ import annotations

from datetime import date, timedelta

from aya_companion.domain.recurrence import Every, Repeat
from aya_companion.domain.visits import Appointment
from aya_companion.i18n.catalogs import Translator
from aya_companion.ui.context import Ui

REMINDERS: tuple[int, ...] = (60, 120, 24 * 60, 48 * 60)
"""Minutes before an appointment at which the phone's calendar can remind."""

MONDAY = date(2024, 1, 1)


def every_name(t: Translator, every: Every, interval: int) -> str:
    """``Every 2 weeks``"""
    match every:
        case Every.DAY:
            return t.many("Every day", "Every {count} days", interval)
        case Every.WEEK:
            return t.many("Every week", "Every {count} weeks", interval)
        case Every.MONTH:
            return t.many("Every month", "Every {count} months", interval)


def repeat_words(ui: Ui, visit: Appointment) -> str:
    """``Every week (Wed and Fri), 4 times``; "" for one that happens once."""
    repeat: Repeat | None = visit.repeats
    if repeat is None:
        return ""
    t = ui.t
    words = every_name(t, repeat.every, repeat.interval)
    if repeat.weekdays:
        names = ui.f.list_of(ui.f.weekday(MONDAY + timedelta(days=n)) for n in repeat.weekdays)
        words = t("{every} ({days})", every=words, days=names)
    if repeat.count is not None:
        times = t.many("{count} time", "{count} times", repeat.count)
        return t("{every}, {times}", every=words, times=times)
    if repeat.until is not None:
        return t("{every}, until {date}", every=words, date=ui.f.medium_date(repeat.until))
    return words


def reminder_words(t: Translator, minutes: int | None) -> str:
    """``1 hour before``"""
    if minutes is None:
        return t("No reminder")
    if minutes % (24 * 60) == 0 and minutes:
        return t.many("{count} day before", "{count} days before", minutes // (24 * 60))
    if minutes % 60 == 0 and minutes:
        return t.many("{count} hour before", "{count} hours before", minutes // 60)
    return t.many("{count} minute before", "{count} minutes before", minutes)
