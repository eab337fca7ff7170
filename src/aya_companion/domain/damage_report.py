"""What the person is told when something stored was found damaged at start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class DamageReport:
    """What was recovered and what was put aside.

    ``recovered_from`` is the moment (UTC) of the last save that could be read, None when none
    could. ``put_aside`` are the names the damaged parts now have. ``complete`` says that
    everything could be rebuilt from an earlier copy and the saves after it; when it is False some
    of the latest changes may be missing. ``unreadable`` counts single records that are kept but
    cannot be shown, ``unread`` parts that the medium did not give out and that may be back at the
    next start.
    """

    recovered_from: datetime | None
    put_aside: tuple[str, ...]
    complete: bool
    unreadable: int = 0
    unread: int = 0
