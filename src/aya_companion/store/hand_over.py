"""Chosen records as a small file for another phone of the family, and what is taken of one.

It is a plain backup that holds only these records, so it is read, checked and merged as one. The
note to an appointment is its writer's: it never goes, and none that comes takes its place.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from aya_companion.domain.codec import Doc
from aya_companion.domain.records import Record
from aya_companion.store.backup import Backup, export_plain, is_private
from aya_companion.store.codec import decode
from aya_companion.store.merge import Plan
from aya_companion.store.schema import RECORDS, is_deleted
from aya_companion.store.store import Store


def export_chosen(store: Store, now: datetime, chosen: Mapping[str, Collection[str]]) -> bytes:
    """A file with the records whose ids are chosen, by table. Private ones are never in it."""
    content = json.loads(export_plain(store, now))
    content["partial"] = True
    content["tables"] = {
        table: {
            i: _noted(table, doc, "")
            for i, doc in content["tables"].get(table, {}).items()
            if i in ids
        }
        for table, ids in chosen.items()
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def received(store: Store, found: Backup, tables: Collection[str]) -> Backup:
    """What may be taken over of a file: these tables, nothing private, nothing that deletes.

    A whole backup can be chosen by mistake.
    """
    taken = {}
    for table in tables:
        mine = store.tables.get(table, {})
        taken[table] = {
            i: _noted(table, doc, str(mine.get(i, {}).get("note", "")))
            for i, doc in found.tables.get(table, {}).items()
            if not is_deleted(doc) and not is_private(doc)
        }
    return replace(found, tables=taken, partial=True)


def arriving(plan: Plan) -> list[Record]:
    """The records of a file that are new here, or newer than here."""
    return [
        decode(RECORDS[table], doc)
        for table, docs in plan.documents.items()
        for doc in docs.values()
    ]


def _noted(table: str, doc: Doc, note: str) -> Doc:
    return doc | {"note": note} if table == "appointments" else doc
