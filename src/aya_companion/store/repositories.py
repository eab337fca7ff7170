"""All kinds of records there are, each behind its repository."""

from __future__ import annotations

import os
import uuid
from contextlib import AbstractContextManager

from tinydb import where

from aya_companion.domain.backup_history import BackupHistory
from aya_companion.domain.care_team import EmergencyCard
from aya_companion.domain.notes import Note, NoteKind
from aya_companion.domain.questions import Question
from aya_companion.domain.settings import Settings
from aya_companion.domain.tasks import Task
from aya_companion.domain.treatment_map import TreatmentDates
from aya_companion.domain.visits import Appointment
from aya_companion.store.repository import Changes, Repository, Session, Single


class Questions(Repository[Question]):
    """Questions, asked for by where they belong."""

    def of_visit(self, visit_id: str | None) -> list[Question]:
        """Those attached to a visit; None: to none."""
        return self._find(where("visit_id") == visit_id)

    def from_source(self, source: str) -> list[Question]:
        """Those that were taken from a page under this name."""
        return self._find(where("source") == source)


class Notes(Repository[Note]):
    """Notes, asked for by where they belong."""

    def of_visit(self, visit_id: str, kind: NoteKind | None = None) -> list[Note]:
        """Those for a visit, of one kind or of all."""
        for_it = where("visit_id") == visit_id
        return self._find(for_it & (where("kind") == kind.value) if kind else for_it)


class Repositories:
    """The repositories behind one door."""

    def __init__(self, door: Session) -> None:
        self._door = door
        self.appointments = Repository(door, "appointments", Appointment)
        self.questions = Questions(door, "questions", Question)
        self.notes = Notes(door, "notes", Note)
        self.tasks = Repository(door, "tasks", Task)
        self.card = Single(door, "card", EmergencyCard)
        self.settings = Single(door, "settings", Settings)
        self.map = Single(door, "map", TreatmentDates)
        self.backups = Single(door, "backups", BackupHistory)

    def new_id(self) -> str:
        """An id for a new record."""
        # Not from the random module: a snapshot of the interpreter would repeat its numbers.
        return str(uuid.UUID(bytes=os.urandom(16), version=4))

    def noting(self) -> AbstractContextManager[Changes]:
        """Note what the task that runs changes inside; others go on meanwhile."""
        return self._door.noting()

    def holds(self, changes: Changes) -> bool:
        """Whether noted changes, if there are any, were made in what is in memory now."""
        return self._door.holds(changes)

    def take_back(self, changes: Changes) -> bool:
        """Have noted changes not been made, as if they had never been asked for.

        Returns False, and does nothing, unless every one of them still stands as it was made, in
        memory only: what was saved, changed again, or put away by a lock is not taken back.
        """
        return self._door.take_back(changes)

    def put_back(self, changes: Changes) -> None:
        """Have changes that were taken back be made after all."""
        self._door.put_back(changes)

    @property
    def unreadable(self) -> int:
        """How many stored records cannot be read."""
        return sum(
            r.unreadable for r in (self.appointments, self.questions, self.notes, self.tasks)
        )
