"""Free notes with a day: what happened since last time, what to bring, what to do afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.records import Record


class NoteKind(StrEnum):
    """What a note is for."""

    SINCE_LAST_TIME = "since-last-time"
    BRING = "bring"
    FOLLOW_UP = "follow-up"


@dataclass(frozen=True, kw_only=True)
class Note(Record):
    """Something a person wrote down for a day, for a visit (``visit_id``) or for none."""

    text: str
    day: date
    kind: NoteKind = NoteKind.SINCE_LAST_TIME
    visit_id: str | None = None
    private: bool = False

    def __post_init__(self) -> None:
        """Raises InvalidRecordError when there is nothing in it."""
        if not self.text.strip():
            raise InvalidRecordError("note: the text is empty")


def in_day_order(notes: Iterable[Note]) -> list[Note]:
    """The earliest day first; of one day, as written."""
    return sorted(notes, key=lambda note: (note.day, note.created_at))
