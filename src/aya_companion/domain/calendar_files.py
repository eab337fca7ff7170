"""What can be wrong with a calendar file somebody chose, and what may be doubtful in it."""

from __future__ import annotations

from enum import StrEnum

from aya_companion.domain.errors import CompanionError


class CalendarFileError(CompanionError):
    """The file cannot be read in; nothing was changed."""


class NotACalendarError(CalendarFileError):
    """It is no calendar file, or is damaged."""


class CalendarTooLargeError(CalendarFileError):
    """It is larger than any hospital's list of appointments."""


class NoAppointmentsError(CalendarFileError):
    """It is sound, and holds no appointment this app can show."""


class Doubt(StrEnum):
    """What was not understood of an event, to say so before it is kept."""

    REPEAT = "repeat"
    """It repeats in a way this app does not know: it stands on its first day only."""
    ZONE = "zone"
    """Its time zone is one nobody knows: the time is taken as being on the device's clocks."""
    CLOCKS = "clocks"
    """A series by other clocks, such as UTC: where the device's change, its hour may change."""
