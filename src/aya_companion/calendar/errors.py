"""What can be wrong with a calendar file somebody chose."""

from __future__ import annotations

from aya_companion.domain.errors import CompanionError


class CalendarFileError(CompanionError):
    """The file cannot be read in; nothing was changed."""


class NotACalendarError(CalendarFileError):
    """It is no calendar file, or is damaged."""


class CalendarTooLargeError(CalendarFileError):
    """It is larger than any hospital's list of appointments."""


class NoAppointmentsError(CalendarFileError):
    """It is sound, and holds no appointment this app can show."""
