"""To and from the phone's calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from aya_companion.calendar.read import CalendarFile, read_calendar, series_uid
from aya_companion.calendar.updates import with_updates, without_days
from aya_companion.calendar.write import uid_of, write_calendar
from aya_companion.domain.calendar_files import Doubt
from aya_companion.domain.visits import Appointment
from aya_companion.state.subject import Subject


@dataclass(frozen=True)
class Incoming:
    """What reading a file in would do, shown before anything is done.

    ``cancelled`` are appointments they have that the file cancels; ``unknown`` counts the cancelled
    ones they do not have, ``known`` those that are here as the file has them.
    """

    file: CalendarFile
    new: tuple[Appointment, ...]
    changed: tuple[Appointment, ...]
    cancelled: tuple[Appointment, ...]
    known: int
    unknown: int


class CalendarActions(Subject):
    """Write appointments as a calendar file, and read one in."""

    async def save(self, visits: Iterable[Appointment], name: Callable[[Appointment], str]) -> bool:
        """Hand a calendar file with these appointments to the person.

        Returns False when they changed their mind. Raises OSError when it could not be written.
        """
        # As they are kept: what a list shows of a series stands on its next day.
        kept = [self._store.appointments.get(visit.id) or visit for visit in visits]
        data = write_calendar(kept, self._model.now(), name)
        return await self._model.host.save_file("appointments.ics", data)

    async def pick(self) -> Incoming | None:
        """Let them choose a calendar file and look into it; None when they changed their mind.

        Raises CalendarFileError for a file that cannot be used, OSError for one that cannot be
        read. Changes nothing.
        """
        data = await self._model.host.pick_file(("ics", "ical", "ifb"))
        return None if data is None else self.look(data)

    def look(self, data: bytes) -> Incoming:
        """What reading these bytes in would do. Raises CalendarFileError."""
        companion = self._model.companion
        found = read_calendar(data, companion.zone, self._model.now(), self._store.new_id)
        mine = {uid_of(visit): visit for visit in self._store.appointments.all()}
        new = [visit for visit in found.visits if uid_of(visit) not in mine]
        here = [(mine[uid_of(v)], v) for v in found.visits if uid_of(v) in mine]
        pairs = [(old, with_updates(old, theirs)) for old, theirs in here]
        pairs += [
            (mine[uid], without_days(mine[uid], days))
            for uid, days in found.days_off.items()
            if uid in mine and mine[uid].repeats is not None
        ]
        changed = [news for old, news in pairs if news is not old]
        cancelled = [visit for visit in mine.values() if _is_cancelled(visit, found)]
        return Incoming(
            found,
            tuple(new),
            tuple(changed),
            tuple(sorted(cancelled, key=lambda visit: visit.starts_at)),
            known=len(pairs) - len(changed),
            unknown=sum(uid not in mine for uid in found.cancelled),
        )

    def doubts(self, visit: Appointment, incoming: Incoming) -> list[Doubt]:
        """What was not understood of an appointment in a file."""
        return [doubt for doubt in Doubt if (uid_of(visit), doubt) in incoming.file.doubts]

    async def take(self, incoming: Incoming) -> bool:
        """Keep what is new and changed; what is cancelled stays until they delete it themselves.

        Returns whether it was saved.
        """
        for visit in (*incoming.new, *incoming.changed):
            self._store.appointments.put(visit)
        return await self._model.save()


def _is_cancelled(visit: Appointment, file: CalendarFile) -> bool:
    """Whether a file cancels it, or the series it was taken out of, and not by an older word."""
    uid = uid_of(visit)
    count = visit.received.sequence if visit.received else 0
    return any(file.cancelled.get(each, -1) >= count for each in (uid, series_uid(uid)))
