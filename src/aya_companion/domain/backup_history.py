"""When a backup was last made, and when a gentle reminder is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

ENTRIES = 10
"""Entries written or changed since the last backup that make a reminder due."""

PERIOD = timedelta(days=30)
"""Time since the last backup, or the last reminder, that makes a reminder due."""

SOON = timedelta(days=3)
"""The same where the browser forgets what is written: Safari does, after seven days."""


@dataclass(frozen=True)
class BackupHistory:
    """``made_at``: the last backup. ``reminded_at``: when a reminder was last put off. UTC."""

    made_at: datetime | None = None
    reminded_at: datetime | None = None

    def is_due(self, changed_at: list[datetime], now: datetime) -> bool:
        """Whether to remind, given when each entry there is was last changed.

        Due with ENTRIES entries newer than the last backup, or with any that have waited for
        PERIOD. A reminder put off counts as a backup for this purpose, so it comes back at most
        once per ENTRIES new entries or PERIOD.
        """
        since = max((t for t in (self.made_at, self.reminded_at) if t is not None), default=None)
        waiting = [t for t in changed_at if since is None or t > since]
        if len(waiting) >= ENTRIES:
            return True
        return bool(waiting) and now - (since or min(waiting)) >= PERIOD

    def is_urgent(self, changed_at: list[datetime], now: datetime) -> bool:
        """Whether to warn where the browser forgets: with the first entry that no backup has.

        Put off, the warning comes back after SOON; so it does after a backup, for what is new.
        """
        at_risk = any(self.made_at is None or t > self.made_at for t in changed_at)
        told = max((t for t in (self.made_at, self.reminded_at) if t is not None), default=None)
        return at_risk and (told is None or now - told >= SOON)
