"""What is stored: the tables, the record each holds, and what every stored record carries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aya_companion.domain.backup_history import BackupHistory
from aya_companion.domain.care_team import EmergencyCard
from aya_companion.domain.codec import Doc
from aya_companion.domain.notes import Note
from aya_companion.domain.questions import Question
from aya_companion.domain.records import Record
from aya_companion.domain.settings import Settings
from aya_companion.domain.tasks import Task
from aya_companion.domain.treatment_map import TreatmentDates
from aya_companion.domain.visits import Appointment
from aya_companion.store.errors import DamagedError

SCHEMA = 4
"""The number of the schema this version writes. A change of any stored field adds one to it, a
migration to ``migrations.py`` and a frozen sample of the schema before it to the tests."""

Tables = dict[str, dict[str, Doc]]
"""Stored records by table and id."""

RECORDS: dict[str, type[Any]] = {
    "appointments": Appointment,
    "questions": Question,
    "notes": Note,
    "tasks": Task,
}
"""Tables with many records, each with an id."""

SINGLES: dict[str, type[Any]] = {
    "card": EmergencyCard,
    "settings": Settings,
    "map": TreatmentDates,
    "backups": BackupHistory,
}
"""Tables with one record, under the profile's name."""

EARLIER = 20
"""How many earlier revisions a record remembers; a merge asks whether one side grew from the
other, and a record edited more often than this on one side only is offered as a conflict."""


@dataclass(frozen=True, kw_only=True)
class Tombstone(Record):
    """What a deleted record leaves, so that a merge cannot revive it: nothing a person wrote."""

    deleted_at: datetime


def is_deleted(doc: Doc) -> bool:
    """Whether it is a tombstone."""
    return doc.get("deleted_at") is not None


def tables_in(content: object) -> Tables:
    """The tables of stored content. Raises DamagedError when they do not have that shape."""
    tables = content.get("tables") if isinstance(content, dict) else None
    if not isinstance(tables, dict) or not all(
        isinstance(documents, dict) and all(isinstance(doc, dict) for doc in documents.values())
        for documents in tables.values()
    ):
        raise DamagedError("not tables of records")
    return tables
