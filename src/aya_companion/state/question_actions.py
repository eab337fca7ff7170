"""Everything that can be done with a question. Each action is saved before it is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from aya_companion.domain.questions import Question, can_star
from aya_companion.state.model import Model
from aya_companion.state.series_actions import SeriesActions
from aya_companion.state.subject import Subject
from aya_companion.state.visit_actions import VisitActions


class QuestionActions(Subject):
    """Write, attach, star, ask, answer and delete questions."""

    def __init__(self, model: Model) -> None:
        super().__init__(model)
        self._visits = VisitActions(model)
        self._series = SeriesActions(model)

    def all(self) -> list[Question]:
        """Every question there is."""
        return list(self._store.questions.all())

    def of_visit(self, visit_id: str | None) -> list[Question]:
        """Those attached to a visit; None: those that wait for one."""
        return [q for q in self.all() if q.visit_id == visit_id]

    def waiting(self) -> list[Question]:
        """Those still to ask that no coming visit has; some were left over at a past one."""
        coming = {visit.id for visit in self._visits.upcoming()}
        return [q for q in self.all() if q.is_open and q.visit_id not in coming]

    def from_source(self, source: str) -> Question | None:
        """The question that was taken from a page under this name, if it still has to be asked."""
        return next((q for q in self.all() if q.source == source and q.is_open), None)

    def new_id(self) -> str:
        """A name for a question that is being written: saved twice, it is still one question."""
        return self._store.new_id()

    async def add(
        self,
        text: str,
        source: str | None = None,
        visit_id: str | None = None,
        *,
        private: bool = False,
        question_id: str | None = None,
    ) -> Question | None:
        """A new question, saved; None when it could not be saved.

        Raises InvalidRecordError when the text is empty.
        """
        now = self._model.now()
        question = Question(
            id=question_id or self.new_id(),
            created_at=now,
            updated_at=now,
            text=text.strip(),
            source=source,
            visit_id=visit_id,
            private=private,
            position=max((q.position for q in self.all()), default=0) + 1,
        )
        self._store.questions.put(question)
        return question if await self._model.save() else None

    async def change(self, question_id: str, **changes: Any) -> bool:
        """Change fields of a question. Returns whether it was saved; one that is gone is not.

        One that comes to a visit where three have a star loses its own.
        """
        question = self._store.questions.get(question_id)
        if question is None:
            return False
        changed = replace(question, **changes)
        if changed.starred and not can_star(changed, self.all()):
            changed = replace(changed, starred=False)
        self._store.questions.put(changed)
        if question.is_open and not changed.is_open and changed.visit_id is not None:
            await self._series.set_apart(changed.visit_id)
        return await self._model.save()

    async def toggle_star(self, question: Question) -> bool:
        """Star or unstar it. Returns False when three others of its visit already have one."""
        if not question.starred and not can_star(question, self.all()):
            return False
        await self.change(question.id, starred=not question.starred)
        return True

    async def mark_asked(self, question: Question) -> bool:
        """Mark it asked now, or not asked after all. Returns whether it was saved."""
        asked_at = None if question.asked_at else self._model.now()
        return await self.change(question.id, asked_at=asked_at)

    async def answer(self, question: Question, text: str) -> bool:
        """Write down what they said; a question with an answer has been asked.

        Returns whether it was saved.
        """
        asked_at = question.asked_at or (self._model.now() if text.strip() else None)
        return await self.change(question.id, answer=text.strip(), asked_at=asked_at)

    async def delete(self, question: Question) -> bool:
        """Take it off the list; ``restore`` brings it back. Returns whether it was saved."""
        self._store.questions.delete(question.id)
        return await self._model.save()

    async def restore(self, question: Question) -> None:
        """Undo a deletion."""
        self._store.questions.put(question)
        await self._model.save()
