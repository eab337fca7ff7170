"""Everything that can be done with an appointment. Each action is saved before it is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from aya_companion.calendar.read import part_uid
from aya_companion.calendar.write import written_of
from aya_companion.domain.notes import Note
from aya_companion.domain.questions import Question
from aya_companion.domain.visits import Appointment, VisitKind, past, upcoming
from aya_companion.state.subject import Subject
from aya_companion.store.store import Store


@dataclass(frozen=True)
class Removed:
    """What a deletion took away, to bring it back."""

    visit: Appointment
    questions: list[Question]
    notes: list[Note]


class VisitActions(Subject):
    """Plan, change, delete and bring back appointments."""

    def get(self, visit_id: str) -> Appointment | None:
        """The appointment, or None when it is gone."""
        return self._store.appointments.get(visit_id)

    def shown(self, visit_id: str) -> Appointment | None:
        """The appointment as screens show it: one that repeats, on its next day or its last."""
        visit = self.get(visit_id)
        return visit and (visit.coming(self._model.now()) or visit.last())

    def is_over(self, visit: Appointment) -> bool:
        """Whether none of its days is still to come."""
        return visit.coming(self._model.now()) is None

    def upcoming(self) -> list[Appointment]:
        """Those of today and to come, the soonest first."""
        return upcoming(self._store.appointments.all(), self._model.now())

    def is_today(self, visit: Appointment) -> bool:
        """Whether its day is today, where it happens."""
        return visit.is_today(self._model.now())

    def at_hand(self) -> list[Appointment]:
        """Those that have begun today, and the next one."""
        now, coming = self._model.now(), self.upcoming()
        begun = [visit for visit in coming if visit.has_begun(now)]
        return coming[: len(begun) + 1]

    def to_prepare(self) -> Appointment | None:
        """The visit that a new question is for: the soonest at which nothing was asked yet."""
        asked = {q.visit_id for q in self._store.questions.all() if not q.is_open}
        return next((visit for visit in self.upcoming() if visit.id not in asked), None)

    def past(self) -> list[Appointment]:
        """Those that are over, the latest first."""
        return past(self._store.appointments.all(), self._model.now())

    def new(self, day: date) -> Appointment:
        """An appointment to fill in, on this day in the device's zone, without a time; not kept yet."""
        now = self._model.now()
        return Appointment(
            id=self._store.new_id(),
            created_at=now,
            updated_at=now,
            day=day,
            zone=self._model.companion.zone,
            kind=VisitKind.CLINIC,
        )

    async def put(self, visit: Appointment) -> bool:
        """Keep it, new or changed. Returns whether it was saved."""
        put_visit(self._store, visit)
        return await self._model.save()

    async def skip(self, visit: Appointment) -> bool:
        """Leave out the day that one of a series is shown on. Returns whether it was saved."""
        kept = self.get(visit.id)
        if kept is None:
            return False
        put_visit(self._store, kept.without(visit.day))
        return await self._model.save()

    def taken_out(self, series: Appointment, day: date) -> Appointment:
        """A day of a series as an appointment of its own, to change; not kept yet.

        It is known by what the hospital would call it, who may move that day later, too.
        """
        now = self._model.now()
        return replace(
            series,
            id=self._store.new_id(),
            created_at=now,
            updated_at=now,
            day=day,
            repeat="",
            exceptions=(),
            uid=part_uid(series.uid, day) if series.uid else "",
            sequence=0,
            received=None,
        )

    async def move(self, series: Appointment, day: date, visit: Appointment) -> bool:
        """Keep ``visit`` in the place of that day of a series. Returns whether it was saved."""
        kept = self.get(series.id)
        if kept is None:
            return False
        put_visit(self._store, visit)
        put_visit(self._store, kept.without(day))
        return await self._model.save()

    async def delete(self, visit: Appointment) -> Removed | None:
        """Delete it with its notes; its questions go back to waiting. ``restore`` undoes it.

        Returns None when it could not be saved.
        """
        questions = self._store.questions.of_visit(visit.id)
        notes = self._store.notes.of_visit(visit.id)
        kept = self.get(visit.id) or visit
        for question in questions:
            self._store.questions.put(replace(question, visit_id=None))
        for note in notes:
            self._store.notes.delete(note.id)
        self._store.appointments.delete(visit.id)
        return Removed(kept, questions, notes) if await self._model.save() else None

    async def restore(self, removed: Removed) -> None:
        """Undo a deletion, its questions attached again."""
        self._store.appointments.put(removed.visit)
        for note in removed.notes:
            self._store.notes.put(note)
        for question in removed.questions:
            current = self._store.questions.get(question.id)
            if current is not None:
                self._store.questions.put(replace(current, visit_id=removed.visit.id))
        await self._model.save()


def put_visit(store: Store, visit: Appointment) -> None:
    """Put it into the store, new or changed; whoever calls it saves.

    A change that calendars are told of raises its sequence: those that were given it before take
    the newer one.
    """
    visit = replace(visit, title=visit.title.strip())
    old = store.appointments.get(visit.id)
    if old is not None and written_of(visit) != written_of(old):
        visit = replace(visit, sequence=old.sequence + 1)
    store.appointments.put(visit)
