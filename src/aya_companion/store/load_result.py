"""What reading the disk brought."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from aya_companion.domain.damage_report import DamageReport
from aya_companion.store.blob_names import BlobName
from aya_companion.store.errors import DiskError
from aya_companion.store.schema import SCHEMA, Tables


@dataclass
class Loaded:
    """What was found: ``tables`` in this version's schema, unless ``schema`` is newer still.

    ``unread`` counts blobs that the medium did not give out. ``unknown`` says that a newer version
    wrote some of it in a form this one does not know.
    """

    tables: Tables = field(default_factory=dict)
    schema: int = SCHEMA
    written: datetime | None = None
    put_aside: list[str] = field(default_factory=list)
    complete: bool = True
    unread: int = 0
    unknown: bool = False


@dataclass
class Troubles:
    """Blobs that could not be read, by why not: damaged, under another key, refused."""

    damaged: list[BlobName]
    sealed: list[BlobName] = field(default_factory=list)
    refused: list[DiskError] = field(default_factory=list)


def damage_report_of(found: Loaded, unreadable: int) -> DamageReport | None:
    """What to tell of what was found, None when all is well.

    What is missing because only a newer version can read it is not damaged.
    """
    missing = not found.complete and not found.unknown
    if not (found.put_aside or found.unread or missing or unreadable):
        return None
    aside = tuple(found.put_aside)
    return DamageReport(found.written, aside, found.complete, unreadable, found.unread)
