"""Appointments to write into calendar files."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from aya_companion.domain.visits import Appointment

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ZONES = ("Europe/Madrid", "America/New_York", "Africa/Cairo", "Asia/Tokyo")
"""Zones that change their clocks on different days, and one that does not."""


def appointment(record_id: str, **changes: Any) -> Appointment:
    """A visit at nine in Madrid, on a Tuesday in autumn."""
    fields: dict[str, Any] = {
        "day": date(2026, 10, 20),
        "at": time(9, 0),
        "zone": "Europe/Madrid",
        "title": "Clinic",
    }
    return Appointment(id=record_id, created_at=NOW, updated_at=NOW, **fields | changes)


def instants(visit: Appointment) -> list[datetime]:
    """The moments of a visit, in UTC, by the rules of the domain."""
    return [replace(visit, day=day).starts_at for day in visit.days()]
