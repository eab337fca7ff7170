"""What restoring a backup would change, and changing it.

Two copies of a record are compared by their revisions: when one remembers the other's among its
earlier ones, it grew from it and is newer. When neither does, both sides changed it, and both texts
are kept unless the person chooses one. What settles that is a revision of its own that remembers
both, made from theirs, so that two phones that settle it alike agree without asking again.
"""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from typing import Any

from aya_companion.domain.care_team import EmergencyCard
from aya_companion.domain.codec import Doc, encode
from aya_companion.domain.records import PROFILE
from aya_companion.domain.restoring import Conflict, Counts, Keep, Mode, RestoreSummary
from aya_companion.domain.treatment_map import TreatmentDates
from aya_companion.store.backup import Backup, is_private
from aya_companion.store.codec import decode
from aya_companion.store.errors import PartialBackupError, UnreadableRecordError
from aya_companion.store.schema import EARLIER, RECORDS, SINGLES, Tables, Tombstone, is_deleted
from aya_companion.store.store import Store

HISTORY = ("revision", "earlier")


@dataclass(frozen=True, kw_only=True)
class Plan(RestoreSummary):
    """The summary, and the documents that make it so."""

    backup: Backup
    mode: Mode
    documents: Tables = field(default_factory=dict, repr=False)


class _Outcome(Enum):
    MINE = "mine"
    THEIRS = "theirs"
    CONFLICT = "conflict"


def plan(store: Store, backup: Backup, mode: Mode) -> Plan:
    """What restoring would do, changing nothing.

    Raises PartialBackupError when a file of chosen records would take the place of everything.
    """
    return _replacing(store, backup) if mode is Mode.REPLACE else _merging(store, backup)


async def restore(
    store: Store,
    backup: Backup,
    mode: Mode,
    choices: Mapping[tuple[str, str], Keep] | None = None,
    *,
    clock: Callable[[], datetime],
) -> Plan:
    """Put a backup in and make it durable. Returns what was done.

    ``choices`` are by table and id; a conflict without one keeps both. Raises LockedError,
    ReadOnlyError, what ``plan`` raises, and what ``commit`` raises; nothing is changed then.
    """
    await store.commit()
    was_empty = not any(store.tables.get(table) for table in RECORDS)
    done = plan(store, backup, mode)
    merging = mode is Mode.MERGE
    edits = done.documents if merging else _as_new_edits(store, done, clock())
    changes = _changes(store, done, edits, choices or {})
    if not backup.partial and (was_empty or not merging):
        # Its owner holds this very file, and it has all that is here now: it counts as a backup.
        history = encode(replace(store.backups.get(), made_at=backup.made_at))
        changes["backups"] = {PROFILE: history | {"revision": os.urandom(8).hex(), "earlier": []}}
    await store.save_over(changes)
    return done


def carry(store: Store, unsaved: Tables, now: datetime) -> None:
    """Put documents that were never saved over what another tab saved meanwhile; where both changed
    a record, both texts are kept. ``commit`` makes it durable. Raises LockedError, ReadOnlyError.
    """
    own = Backup(now, with_private=True, tables=unsaved, partial=True)
    done = _merging(store, own, of_this_device=True)
    store.take_over(_changes(store, done, done.documents, {}))


def _changes(
    store: Store, done: Plan, edits: Tables, choices: Mapping[tuple[str, str], Keep]
) -> Tables:
    """The edits, and what settles the conflicts."""
    changes = {table: dict(documents) for table, documents in edits.items()}
    for conflict in done.conflicts:
        choice = choices.get((conflict.table, conflict.record_id), Keep.BOTH)
        for record_id, doc in _resolved(store, done.backup, conflict, choice).items():
            changes.setdefault(conflict.table, {})[record_id] = doc
    return changes


def _merging(store: Store, backup: Backup, *, of_this_device: bool = False) -> Plan:
    counts: dict[str, Counts] = {}
    conflicts = []
    documents: Tables = {}
    for table, theirs_by_id in backup.tables.items():
        count = counts.setdefault(table, Counts())
        for record_id, theirs in theirs_by_id.items():
            mine = store.tables.get(table, {}).get(record_id)
            stays = table == "settings" and mine is not None and not of_this_device
            outcome = _Outcome.MINE if stays else _compare(table, mine, theirs)
            if outcome is _Outcome.CONFLICT:
                kind = RECORDS.get(table) or SINGLES[table]
                ours, other = decode(kind, mine), decode(kind, theirs)
                conflicts.append(Conflict(table, record_id, ours, other))
            elif outcome is _Outcome.MINE:
                count.unchanged += not is_deleted(mine or {})
            else:
                documents.setdefault(table, {})[record_id] = theirs
                _count(count, mine, theirs)
    return Plan(
        counts=counts,
        conflicts=tuple(conflicts),
        backup=backup,
        mode=Mode.MERGE,
        documents=documents,
    )


def _replacing(store: Store, backup: Backup) -> Plan:
    if backup.partial:
        raise PartialBackupError("restore: the file holds chosen records only")
    counts = {table: Counts() for table in {*store.tables, *backup.tables}}
    documents: Tables = {}
    for table, theirs_by_id in backup.tables.items():
        for record_id, theirs in theirs_by_id.items():
            mine = store.tables.get(table, {}).get(record_id)
            if mine is not None and _words(mine) == _words(theirs):
                counts[table].unchanged += not is_deleted(mine)
            else:
                documents.setdefault(table, {})[record_id] = theirs
                _count(counts[table], mine, theirs)
    for table, mine_by_id in store.tables.items():
        for record_id, mine in mine_by_id.items():
            known = record_id in backup.tables.get(table, {})
            # A backup says nothing about what was left out of it, or cannot be read in it.
            left_out = is_private(mine) and not backup.with_private
            silent = left_out or (table, record_id) in backup.unreadable
            if table in RECORDS and not known and not silent and not is_deleted(mine):
                documents.setdefault(table, {})[record_id] = mine | {"deleted_at": ""}
                counts[table].deleted += 1
    return Plan(counts=counts, backup=backup, mode=Mode.REPLACE, documents=documents)


def _as_new_edits(store: Store, done: Plan, now: datetime) -> Tables:
    """Documents that win over those here when other copies of the diary are merged later."""
    edits: Tables = {}
    for table, documents in done.documents.items():
        for record_id, doc in documents.items():
            mine = store.tables.get(table, {}).get(record_id)
            if doc.get("deleted_at") == "":
                doc = _tombstone(record_id, doc, now)
            earlier = [*_history(doc), *(_history(mine)[-1:] if mine else ())]
            history = {"revision": os.urandom(8).hex(), "earlier": earlier[-EARLIER:]}
            edits.setdefault(table, {})[record_id] = doc | history
    return edits


def _tombstone(record_id: str, doc: Doc, now: datetime) -> Doc:
    gone = {"id": record_id, "deleted_at": now.isoformat(), "updated_at": now.isoformat()}
    try:
        record = decode(Tombstone, doc | gone)
    except UnreadableRecordError:  # all that is known of it is its name
        record = decode(Tombstone, gone | {"created_at": now.isoformat()})
    history = _history(doc)
    return encode(record) | {"revision": history[-1], "earlier": history[:-1]}


def _history(doc: Doc) -> list[str]:
    """Its earlier revisions and its own, the oldest first; a record nobody can read has any."""
    earlier = doc.get("earlier")
    return [*(earlier if isinstance(earlier, list) else ()), doc.get("revision", "")]


def _count(count: Counts, mine: Doc | None, theirs: Doc) -> None:
    here = mine is not None and not is_deleted(mine)
    if is_deleted(theirs):
        count.deleted += here
    elif here:
        count.changed += 1
    else:
        count.added += 1


def _compare(table: str, mine: Doc | None, theirs: Doc) -> _Outcome:
    """Which copy a merge keeps."""
    if mine is None or not _is_readable(table, mine):
        return _Outcome.THEIRS
    grew_there = mine["revision"] in theirs["earlier"]
    grew_here = theirs["revision"] in mine["earlier"]
    if grew_there != grew_here:
        return _Outcome.THEIRS if grew_there else _Outcome.MINE
    if _words(mine) == _words(theirs) or (is_deleted(mine) and is_deleted(theirs)):
        return _Outcome.MINE
    if is_deleted(mine):
        # A tombstone wins over an older edit, a newer edit over a tombstone.
        return _newer(theirs["updated_at"], mine["deleted_at"])
    if is_deleted(theirs):
        older = _newer(mine["updated_at"], theirs["deleted_at"]) is _Outcome.MINE
        return _Outcome.THEIRS if older else _Outcome.MINE
    return _Outcome.CONFLICT


def _is_readable(table: str, doc: Doc) -> bool:
    try:
        decode(Tombstone if is_deleted(doc) else RECORDS.get(table) or SINGLES[table], doc)
    except UnreadableRecordError:
        return False
    return True


def _newer(edited: str, deleted: str) -> _Outcome:
    later = datetime.fromisoformat(edited) >= datetime.fromisoformat(deleted)
    return _Outcome.THEIRS if later else _Outcome.MINE


def _words(doc: Doc) -> Doc:
    """The document without its history and the time of its last change."""
    return {name: value for name, value in doc.items() if name not in (*HISTORY, "updated_at")}


def _resolved(store: Store, backup: Backup, conflict: Conflict, keep: Keep) -> dict[str, Doc]:
    """The documents that settle a conflict: under the record's id, and for BOTH the other text
    under another. Which text stays under the id is then the same on every phone."""
    table, record_id = conflict.table, conflict.record_id
    mine = store.tables[table][record_id]
    theirs = backup.tables[table][record_id]
    if keep is Keep.MINE:
        return {record_id: _settled(mine, theirs)}
    if keep is Keep.THEIRS:
        return {record_id: _settled(theirs, mine)}
    if table in SINGLES:
        first, second = mine, theirs
        if _settled_apart(mine, theirs):  # once more in either order would never end
            first, second = sorted((mine, theirs), key=_age)
        kind = SINGLES[table]
        joined = encode(_joined(decode(kind, first), decode(kind, second)))
        return {record_id: _settled(first | joined, second, joined=True)}
    kept, other = sorted((mine, theirs), key=_age, reverse=True)
    # Always the same id for the same text, however often and wherever it is merged.
    copy = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{record_id} {other['revision']}"))
    beside = other | {"id": copy} | ({"uid": ""} if table == "appointments" else {})
    return {record_id: _settled(kept, other), copy: beside}


def _settled(kept: Doc, other: Doc, *, joined: bool = False) -> Doc:
    """The kept document as a revision that grew from both. The same two always make the same."""
    both = f"{kept['revision']} {other['revision']}{' joined' if joined else ''}"
    earlier = dict.fromkeys([*other["earlier"], *kept["earlier"]])
    parents = dict.fromkeys((other["revision"], kept["revision"]))
    remembered = [r for r in earlier if r not in parents] + list(parents)
    revision = hashlib.sha256(both.encode()).hexdigest()[:16]
    return kept | {"revision": revision, "earlier": remembered[-EARLIER:]}


def _settled_apart(mine: Doc, theirs: Doc) -> bool:
    """Whether both settled the same conflict, each in its own way."""
    return set(mine["earlier"][-2:]) == set(theirs["earlier"][-2:]) != set()


def _age(doc: Doc) -> tuple[str, str, str]:
    """An order of two documents that every phone agrees on: when changed, as far as that is known."""
    return doc.get("updated_at", ""), doc["revision"], json.dumps(_words(doc), sort_keys=True)


def _joined(mine: Any, theirs: Any) -> Any:
    """One record of what two say, where there can be only one."""
    if isinstance(mine, TreatmentDates):
        return TreatmentDates(tuple({**dict(theirs.dates), **dict(mine.dates)}.items()))
    if isinstance(mine, EmergencyCard):
        return _joined_card(mine, theirs)
    return mine


def _joined_card(mine: EmergencyCard, theirs: EmergencyCard) -> EmergencyCard:
    """All texts and all numbers of both; single choices as they are here, where there are any."""

    def texts(name: str) -> str:
        said = f"{getattr(mine, name)}\n{getattr(theirs, name)}".split("\n")
        return "\n".join(dict.fromkeys(line for line in said if line.strip()))

    return replace(
        mine,
        country=mine.country or theirs.country,
        emergency_number=mine.emergency_number or theirs.emergency_number,
        crisis_number=mine.crisis_number or theirs.crisis_number,
        contacts=tuple(dict.fromkeys((*mine.contacts, *theirs.contacts))),
        fever=mine.fever or theirs.fever,
        allergies=texts("allergies"),
        line=mine.line or theirs.line,
        diagnosis=texts("diagnosis"),
        notes=texts("notes"),
        name=mine.name or theirs.name,
    )
