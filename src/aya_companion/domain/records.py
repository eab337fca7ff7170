"""What every kept record has in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

PROFILE = "me"
"""The one profile there is for now; records name it so that a family's phone can hold more later."""

YEARS = range(1900, 2201)
"""Years that what is kept can lie in: near the ends of the calendar, other time zones do not exist."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """Identity and history of a kept record. Times are UTC and aware."""

    id: str
    profile_id: str = PROFILE
    created_at: datetime
    updated_at: datetime
