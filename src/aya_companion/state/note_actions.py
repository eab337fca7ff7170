"""Notes: what happened since last time, what to bring, what to do afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from aya_companion.domain.notes import Note, NoteKind, in_day_order
from aya_companion.state.subject import Subject


class NoteActions(Subject):
    """Write, change and delete notes. They are listed, never scored."""

    def today(self) -> date:
        """The day it is on the device's clocks."""
        return self._model.now().astimezone(ZoneInfo(self._model.companion.zone)).date()

    def get(self, note_id: str) -> Note | None:
        """The note, or None when it is gone."""
        return self._store.notes.get(note_id)

    def of_visit(self, kind: NoteKind, visit_id: str) -> list[Note]:
        """The notes of a kind for a visit, the earliest day first."""
        return in_day_order(self._store.notes.of_visit(visit_id, kind))

    async def add(
        self, kind: NoteKind, text: str, visit_id: str | None = None, day: date | None = None
    ) -> Note | None:
        """A new note, saved; None when there is nothing in it, or when it could not be saved."""
        if not text.strip():
            return None
        note = self._store.notes.put(self._new(kind, text, visit_id, day))
        return note if await self._model.save() else None

    async def add_missing(self, kind: NoteKind, texts: Iterable[str], visit_id: str) -> bool:
        """New notes for a visit, without those it has already. Returns whether they were saved."""
        have = {note.text for note in self.of_visit(kind, visit_id)}
        for text in dict.fromkeys(texts):
            if text not in have:
                self._store.notes.put(self._new(kind, text, visit_id))
        return await self._model.save()

    def _new(
        self, kind: NoteKind, text: str, visit_id: str | None, day: date | None = None
    ) -> Note:
        now = self._model.now()
        return Note(
            id=self._store.new_id(),
            created_at=now,
            updated_at=now,
            text=text.strip(),
            day=day or self.today(),
            kind=kind,
            visit_id=visit_id,
        )

    async def change(self, note_id: str, **changes: Any) -> None:
        """Change fields of a note; one that is gone meanwhile is left alone."""
        note = self._store.notes.get(note_id)
        if note is not None:
            self._store.notes.put(replace(note, **changes))
            await self._model.save()

    async def delete(self, note: Note) -> bool:
        """Take it away; ``restore`` brings it back. Returns whether it was saved."""
        self._store.notes.delete(note.id)
        return await self._model.save()

    async def restore(self, note: Note) -> None:
        """Undo a deletion."""
        self._store.notes.put(note)
        await self._model.save()
