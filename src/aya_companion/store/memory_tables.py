"""Everything the person wrote, in memory: TinyDB answers questions about it, the store writes it.

Changes are made here, where a document stands, not by TinyDB, which copies a whole table twice for
each change; with thousands of records, that would be most of what a save costs.
"""

from __future__ import annotations

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Table

from aya_companion.domain.codec import Doc
from aya_companion.store.schema import Tables


class TablesInMemory(Storage):
    """Shows TinyDB the tables as they are."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def read(self) -> Tables:
        """All tables."""
        return self.tables

    def write(self, data: Tables) -> None:
        """Not for TinyDB, which is only asked. Raises NotImplementedError."""
        raise NotImplementedError("changes are made in MemoryTables")


class RecordTable(Table):
    """A table whose document ids are the records' own ids."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB calls it to convert, nothing more


class RecordDatabase(TinyDB):
    """A TinyDB of such tables."""

    table_class = RecordTable


class MemoryTables:
    """The stored documents and, apart from them, those changed since they were last saved."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        """All documents, tombstones included. Not to be changed from outside."""
        self._database = RecordDatabase(tables, storage=TablesInMemory)
        self._unsaved: Tables = {}

    @property
    def has_unsaved(self) -> bool:
        """Whether something changed since the last ``take_unsaved``."""
        return bool(self._unsaved)

    def get(self, table: str, record_id: str) -> Doc | None:
        """One document, or None."""
        return self.tables.get(table, {}).get(record_id)

    def find(self, table: str, query: QueryLike) -> list[str]:
        """The ids of the documents that a query of TinyDB is true of."""
        # Without a cache: it would not hear of what changes here.
        rows = self._database.table(table, cache_size=0).search(query)
        return [str(row.doc_id) for row in rows]

    def put(self, table: str, documents: dict[str, Doc]) -> None:
        """Insert or replace documents, given by id."""
        self.tables.setdefault(table, {}).update(documents)
        self._unsaved.setdefault(table, {}).update(documents)

    def take_out(self, table: str, record_id: str) -> None:
        """Have a document never been here: it is not saved either."""
        self.tables[table].pop(record_id)
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
