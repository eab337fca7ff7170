"""Appointments that repeat: what was asked at one of them stays with that one."""

from __future__ import annotations

from dataclasses import replace

from aya_companion.state.model import Model
from aya_companion.state.subject import Subject
from aya_companion.state.visit_actions import VisitActions, put_visit


class SeriesActions(Subject):
    """Set one of a series apart from the others."""

    def __init__(self, model: Model) -> None:
        super().__init__(model)
        self._visits = VisitActions(model)

    def set_apart(self, visit_id: str) -> None:
        """Something was asked at one of a series: from now on it is an appointment of its own.

        Nothing is saved here: it belongs to the save of what was asked.

        On its day the whole list goes along; later, what was asked and the notes up to that day. So
        the next one begins with an empty list, and this one can be looked back on. Nothing happens
        for a visit that does not repeat, before the first of a series, and on its last, which keeps
        the list.
        """
        series, now = self._visits.get(visit_id), self._model.now()
        day = series.reached(now) if series else None
        if series is None or day is None:
            return
        own = replace(
            self._visits.taken_out(series, day),
            id=series.own_id(day),
            created_at=series.created_at,  # the same record on every phone
        )
        is_new = day not in series.exceptions
        if is_new and all(other <= day for other in series.days()):
            return
        if not is_new and self._visits.get(own.id) is None:
            return  # it was left out, or deleted since
        everything = is_new and own.is_today(now)
        for question in self._store.questions.of_visit(series.id):
            if everything or not question.is_open:
                self._store.questions.put(replace(question, visit_id=own.id))
        for note in self._store.notes.of_visit(series.id):
            if everything or note.day <= day:
                self._store.notes.put(replace(note, visit_id=own.id))
        if is_new:
            put_visit(self._store, own)
            put_visit(self._store, series.without(day))
