"""Who does what: the things family and friends take on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.records import Record


class TaskKind(StrEnum):
    """What kind of help it is."""

    MEDICINES = "medicines"
    DRIVING = "driving"
    CALLS = "calls"
    TEMPERATURE = "temperature"
    MEALS = "meals"
    LETTERS = "letters"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Task(Record):
    """One thing to do. ``who`` is empty while nobody has taken it on.

    A task of a kind other than OTHER needs no title: the kind says what it is.
    """

    kind: TaskKind = TaskKind.OTHER
    title: str = ""
    who: str = ""
    since: date | None = None
    done: bool = False

    def __post_init__(self) -> None:
        """Raises InvalidRecordError when nothing says what is to be done."""
        if self.kind is TaskKind.OTHER and not self.title.strip():
            raise InvalidRecordError("task: neither a kind nor a title")
