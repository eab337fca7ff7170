"""The doors to what is stored: one for each kind of record."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Generic, TypeVar

from aya_companion.domain.records import PROFILE, Record
from aya_companion.store.codec import Doc, decode, encode
from aya_companion.store.errors import UnreadableRecordError
from aya_companion.store.memory_tables import MemoryTables
from aya_companion.store.schema import EARLIER, Tombstone, is_deleted

R = TypeVar("R", bound=Record)
S = TypeVar("S")


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
        revision = os.urandom(8).hex()
        self.image.put(table, {record_id: doc | {"revision": revision, "earlier": earlier}})


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
        return sorted(self._read().values(), key=lambda r: (r.created_at, r.id))

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
