"""Everything the person wrote, in memory: a TinyDB whose changes are remembered until saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from aya_companion.domain.codec import Doc
from aya_companion.store.schema import Tables


class TablesInMemory(Storage):
    """A TinyDB storage that keeps the tables as they are; writing down is the store's commit."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def read(self) -> Tables:
        """All tables."""
        return self.tables

    def write(self, data: Tables) -> None:
        """Take the changed tables."""
        self.tables = data


class RecordTable(Table):
    """A table whose document ids are the records' own ids, changed where it stands.

    TinyDB copies the whole table twice for each change, to turn ids into numbers and back; with
    thousands of records, that is most of what a save costs.
    """

    document_id_class = str  # type: ignore[assignment]  # TinyDB calls it to convert, nothing more

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        """Let TinyDB's own operations change the stored table itself: its ids are text already."""
        tables = self._storage.read() or {}
        updater(cast("dict[int, Mapping[str, Any]]", tables.setdefault(self.name, {})))
        self._storage.write(tables)
        self.clear_cache()


class RecordDatabase(TinyDB):
    """A TinyDB of such tables."""

    table_class = RecordTable


class MemoryTables:
    """The stored documents and, apart from them, those changed since they were last saved."""

    def __init__(self, tables: Tables) -> None:
        self._storage = TablesInMemory(tables)
        self._database = RecordDatabase(storage=lambda: self._storage)
        self._unsaved: Tables = {}

    @property
    def tables(self) -> Tables:
        """All documents, tombstones included. Not to be changed."""
        return self._storage.tables

    @property
    def has_unsaved(self) -> bool:
        """Whether something changed since the last ``take_unsaved``."""
        return bool(self._unsaved)

    def get(self, table: str, record_id: str) -> Doc | None:
        """One document, or None."""
        return self._storage.tables.get(table, {}).get(record_id)

    def put(self, table: str, documents: dict[str, Doc]) -> None:
        """Insert or replace documents, given by id."""
        rows = self._database.table(table, cache_size=0)
        # Removed first: TinyDB's own update would leave the old fields beside the new ones.
        there = [cast(int, record_id) for record_id in documents if self.get(table, record_id)]
        if there:
            rows.remove(doc_ids=there)
        rows.insert_multiple(
            Document(doc, doc_id=cast(int, record_id)) for record_id, doc in documents.items()
        )
        self._unsaved.setdefault(table, {}).update(documents)

    def take_out(self, table: str, record_id: str) -> None:
        """Have a document never been here: it is not saved either."""
        self._database.table(table, cache_size=0).remove(doc_ids=[cast(int, record_id)])
        self._unsaved.get(table, {}).pop(record_id, None)
        if not self._unsaved.get(table):
            self._unsaved.pop(table, None)

    def is_unsaved(self, table: str, record_id: str, doc: Doc) -> bool:
        """Whether the document stands here as it is, and only here."""
        return self._unsaved.get(table, {}).get(record_id) is doc

    def show_saved(self, documents: Tables) -> None:
        """Take over documents that were saved already. What changed here meanwhile stays."""
        waiting, self._unsaved = self._unsaved, {}
        for table, by_id in documents.items():
            newer = waiting.get(table, {})
            self.put(table, {i: doc for i, doc in by_id.items() if i not in newer})
        self._unsaved = waiting

    def take_unsaved(self) -> Tables:
        """The documents changed since the last call, now counted as saved."""
        taken, self._unsaved = self._unsaved, {}
        return taken

    def give_back(self, taken: Tables) -> None:
        """They could not be saved after all. What changed again meanwhile stays as it is now."""
        for table, documents in taken.items():
            self._unsaved[table] = {**documents, **self._unsaved.get(table, {})}
