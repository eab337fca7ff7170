"""Putting a backup in: how, what it would do, and what to keep where both sides changed a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Mode(StrEnum):
    """How a backup is put in: together with what is there, or in place of it."""

    MERGE = "merge"
    REPLACE = "replace"


class Keep(StrEnum):
    """Which text of a conflict to keep. BOTH keeps theirs as a record of its own."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True)
class Conflict:
    """A record that both sides changed, as it is here and in the backup."""

    table: str
    record_id: str
    mine: Any
    theirs: Any


@dataclass
class Counts:
    """What would happen to the records of one table."""

    added: int = 0
    changed: int = 0
    deleted: int = 0
    unchanged: int = 0


@dataclass(frozen=True, kw_only=True)
class RestoreSummary:
    """What is shown before anything is changed: counts by table, and conflicts to choose."""

    counts: Mapping[str, Counts]
    conflicts: tuple[Conflict, ...] = ()
