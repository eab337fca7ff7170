"""What has to be done after a visit becomes a question or an appointment."""

from __future__ import annotations

from aya_companion.domain.notes import Note
from aya_companion.domain.visits import Appointment
from aya_companion.state.model import Model
from aya_companion.state.question_actions import QuestionActions
from aya_companion.state.subject import Subject
from aya_companion.state.visit_actions import VisitActions, put_visit


class FollowUpActions(Subject):
    """What comes of a follow-up is kept, and the follow-up leaves its list, in the same save."""

    def __init__(self, model: Model) -> None:
        super().__init__(model)
        self._questions = QuestionActions(model)
        self._visits = VisitActions(model)

    async def ask(self, follow_up: Note) -> bool:
        """Make it a question for the visit to prepare, or one that waits.

        Returns whether it was saved.
        """
        visit = self._visits.to_prepare()
        self._store.questions.put(
            self._questions.new(
                follow_up.text,
                visit_id=visit.id if visit else None,
                private=follow_up.private,
            )
        )
        self._store.notes.delete(follow_up.id)
        return await self._model.save()

    async def plan(self, follow_up: Note, visit: Appointment) -> bool:
        """Keep the appointment it became. Returns whether it was saved."""
        put_visit(self._store, visit)
        self._store.notes.delete(follow_up.id)
        return await self._model.save()
