"""Handing questions, appointments and tasks over to another phone of the family."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from aya_companion.domain.records import Record
from aya_companion.domain.restoring import Conflict, Keep, Mode, RestoreSummary
from aya_companion.state.subject import Subject
from aya_companion.store.backup import Backup, read
from aya_companion.store.hand_over import arriving, export_chosen, received
from aya_companion.store.merge import plan, restore

TABLES = ("appointments", "questions", "tasks")
"""What can be handed over; cards, settings and notes never are."""


@dataclass(frozen=True)
class Parcel:
    """What came from another phone: what taking it over would do, and the records that would be
    added or changed, to show them word by word. The rest stays inside."""

    summary: RestoreSummary
    records: tuple[Record, ...]
    inside: Backup = field(repr=False)


class HandOverActions(Subject):
    """Make a file, look into one, take one over."""

    async def save(self, visits: Collection[str], questions: Collection[str], tasks: bool) -> bool:
        """Hand a file with these records to the person. A question brings its visit along.

        Returns False when they changed their mind. Raises OSError when it could not be written.
        """
        chosen = [self._store.questions.get(question_id) for question_id in questions]
        with_visits = {q.visit_id for q in chosen if q and q.visit_id} | set(visits)
        records: dict[str, Collection[str]] = {
            "appointments": with_visits,
            "questions": set(questions),
            "tasks": {task.id for task in self._store.tasks.all()} if tasks else set(),
        }
        now = self._model.now()
        data = export_chosen(self._store, now, records)
        return await self._model.host.save_file(f"for-the-family-{now:%Y-%m-%d}.json", data)

    async def pick(self) -> Parcel | None:
        """Let them choose a file, and say what taking it over would do; None: they changed their mind.

        Raises BackupError for a file that cannot be used, OSError for one that cannot be read.
        Changes nothing.
        """
        data = await self._model.host.pick_file(("json",))
        return None if data is None else await self.look(data)

    async def look(self, data: bytes) -> Parcel:
        """What taking these bytes over would do. Raises BackupError."""
        backup = received(self._store, await read(data), TABLES)
        looked = plan(self._store, backup, Mode.MERGE)
        settled = [c.theirs for c in looked.conflicts if _kept(c) is not Keep.MINE]
        return Parcel(looked, (*arriving(looked), *settled), backup)

    async def take(self, parcel: Parcel) -> None:
        """Add what was looked at. Where both sides changed a record, both texts are kept; of a task
        the later one, for there is one answer to who has it now.

        Raises what the store's ``commit`` raises.
        """
        choices = {(c.table, c.record_id): _kept(c) for c in parcel.summary.conflicts}
        await restore(
            self._store, parcel.inside, Mode.MERGE, choices, clock=self._model.companion.clock
        )
        self._model.companion.tell()


def _kept(conflict: Conflict) -> Keep:
    """Which side of a conflict stays; both phones come to the same answer."""
    if conflict.table != "tasks":
        return Keep.BOTH
    mine, theirs = conflict.mine, conflict.theirs
    theirs_is_later = (theirs.updated_at, theirs.who) > (mine.updated_at, mine.who)
    return Keep.THEIRS if theirs_is_later else Keep.MINE
