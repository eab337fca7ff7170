"""The doors to what is stored: one for each kind of record."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Generic, TypeVar

from tinydb.queries import QueryLike

from aya_companion.domain.codec import Doc, encode
from aya_companion.domain.records import PROFILE, Record
from aya_companion.store.codec import decode
from aya_companion.store.errors import UnreadableRecordError
from aya_companion.store.memory_tables import MemoryTables
from aya_companion.store.schema import EARLIER, Tombstone, is_deleted

R = TypeVar("R", bound=Record)
S = TypeVar("S")


@dataclass
class Changes:
    """What someone changed in an image: the documents as they stood before, and as they were made,
    by table and id. A document that is new stood as None."""

    image: MemoryTables
    made: dict[tuple[str, str], tuple[Doc | None, Doc]] = field(default_factory=dict)

    def note(self, place: tuple[str, str], before: Doc | None, new: Doc) -> None:
        """One more change; of several to one document, the first knows how it stood before."""
        first, _ = self.made.get(place, (before, new))
        self.made[place] = first, new


_notes: ContextVar[Changes | None] = ContextVar("notes", default=None)
"""Where the task that runs has its changes noted."""


class Session:
    """What all repositories share: the image behind them, which changes when the store is locked,
    unlocked or replaced, and whether it may be written."""

    def __init__(self, clock: Callable[[], datetime], check: Callable[[], None]) -> None:
        self.clock = clock
        self._check = check
        self.image = MemoryTables({})
        self.turn = 0

    def show(self, image: MemoryTables) -> None:
        """Put another image behind every repository."""
        self.image = image
        self.turn += 1

    def write(self, table: str, record_id: str, doc: Doc) -> None:
        """Put a document with a new revision. Raises LockedError or ReadOnlyError."""
        self._check()
        old = self.image.get(table, record_id)
        earlier = [*old.get("earlier", ()), old.get("revision", "")][-EARLIER:] if old else []
        # Not from the random module: a snapshot of the interpreter would repeat its numbers.
        new = doc | {"revision": os.urandom(8).hex(), "earlier": earlier}
        self.image.put(table, {record_id: new})
        notes = _notes.get()
        if notes is not None and notes.image is self.image:
            notes.note((table, record_id), old, new)

    @contextmanager
    def noting(self) -> Iterator[Changes]:
        """Note what is changed inside, by whoever is inside alone: other tasks go on meanwhile."""
        notes = Changes(self.image)
        token = _notes.set(notes)
        try:
            yield notes
        finally:
            _notes.reset(token)
            outer = _notes.get()
            if outer is not None and outer.image is notes.image:
                for place, (before, new) in notes.made.items():
                    outer.note(place, before, new)

    def holds(self, changes: Changes) -> bool:
        """Whether noted changes, if there are any, were made in the image that stands here."""
        return not changes.made or changes.image is self.image

    def take_back(self, changes: Changes) -> bool:
        """Have noted changes not been made. Returns False, and does nothing, unless every one of
        them still stands in memory as it was made, and was never saved."""
        image = self.image
        if not self.holds(changes) or not all(
            image.is_unsaved(table, record_id, new)
            for (table, record_id), (_, new) in changes.made.items()
        ):
            return False
        for (table, record_id), (before, _) in changes.made.items():
            if before is None:
                image.take_out(table, record_id)
            else:
                image.put(table, {record_id: before})  # it may be unsaved itself
        self.show(image)
        return True

    def put_back(self, changes: Changes) -> None:
        """Have changes that were taken back be made after all, where they still fit."""
        if self.holds(changes):
            for (table, record_id), (_, new) in changes.made.items():
                self.image.put(table, {record_id: new})
            self.show(self.image)


class Repository(Generic[R]):
    """Records of one kind. Changes are in memory until the store's ``commit``."""

    def __init__(self, door: Session, table: str, kind: type[R]) -> None:
        self._door = door
        self._table = table
        self._kind = kind
        self._turn = -1
        self._records: dict[str, R] = {}

    def all(self) -> list[R]:
        """Those that are not deleted, in the order they were written.

        A record that cannot be read is left out; it stays stored, and the store's notice counts it.
        """
        return _as_written(self._read().values())

    def _find(self, query: QueryLike) -> list[R]:
        """Those whose documents a query of TinyDB is true of, in the order they were written."""
        records = self._read()
        found = self._door.image.find(self._table, query)
        return _as_written(records[record_id] for record_id in found if record_id in records)

    def get(self, record_id: str) -> R | None:
        """One record, None when it is deleted or never was."""
        return self._read().get(record_id)

    def put(self, record: R) -> R:
        """Insert or replace a record, a deleted one too. Returns it as kept: changed now.

        Raises LockedError while the store is locked and ReadOnlyError when it cannot be changed.
        """
        records = self._read()
        kept = replace(record, updated_at=self._door.clock())
        self._door.write(self._table, kept.id, encode(kept))
        records[kept.id] = kept
        return kept

    def delete(self, record_id: str) -> None:
        """Delete a record, leaving an empty tombstone; one that is not there is no error.

        Raises LockedError while the store is locked and ReadOnlyError when it cannot be changed.
        """
        record = self._read().get(record_id)
        if record is None:
            return
        now = self._door.clock()
        tombstone = Tombstone(
            id=record.id,
            profile_id=record.profile_id,
            created_at=record.created_at,
            updated_at=now,
            deleted_at=now,
        )
        self._door.write(self._table, record_id, encode(tombstone))
        del self._records[record_id]

    @property
    def unreadable(self) -> int:
        """How many stored records of this kind cannot be read."""
        documents = self._door.image.tables.get(self._table, {})
        return sum(not is_deleted(doc) for doc in documents.values()) - len(self._read())

    def _read(self) -> dict[str, R]:
        """The decoded records, decoded once for each image."""
        if self._turn != self._door.turn:
            self._turn = self._door.turn
            self._records = {}
            for record_id, doc in self._door.image.tables.get(self._table, {}).items():
                if not is_deleted(doc):
                    try:
                        self._records[record_id] = decode(self._kind, doc)
                    except UnreadableRecordError:
                        continue
        return self._records


def _as_written(records: Iterable[R]) -> list[R]:
    return sorted(records, key=lambda r: (r.created_at, r.id))


class Single(Generic[S]):
    """The one record of a kind, such as the emergency card; its default until it is first put."""

    def __init__(self, door: Session, table: str, kind: type[S]) -> None:
        self._door = door
        self._table = table
        self._kind = kind
        self._turn = -1
        self._value: S | None = None

    def get(self) -> S:
        """It, or the default when it was never put or cannot be read."""
        if self._turn != self._door.turn or self._value is None:
            self._turn = self._door.turn
            doc = self._door.image.get(self._table, PROFILE)
            try:
                self._value = self._kind() if doc is None else decode(self._kind, doc)
            except UnreadableRecordError:
                self._value = self._kind()
        return self._value

    def put(self, value: S) -> None:
        """Replace it. Raises LockedError and ReadOnlyError as a repository does."""
        self._door.write(self._table, PROFILE, encode(value))
        self._turn, self._value = self._door.turn, value
