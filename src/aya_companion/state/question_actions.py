"""Everything that can be done with a question. Each action is saved before it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
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
        return self._store.questions.of_visit(visit_id)

    def waiting(self) -> list[Question]:
        """Those still to ask that no coming visit has; some were left over at a past one."""
        coming = {visit.id for visit in self._visits.upcoming()}
        return [q for q in self.all() if q.is_open and q.visit_id not in coming]

    def from_source(self, source: str) -> Question | None:
        """The question that was taken from a page under this name, if it still has to be asked."""
        return next((q for q in self._store.questions.from_source(source) if q.is_open), None)

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
        question = self.new(text, source, visit_id, private=private, question_id=question_id)
        self._store.questions.put(question)
        return question if await self._model.save() else None

    def new(
        self,
        text: str,
        source: str | None = None,
        visit_id: str | None = None,
        *,
        private: bool = False,
        question_id: str | None = None,
    ) -> Question:
        """A question behind all the others; not kept yet. Raises InvalidRecordError."""
        now = self._model.now()
        return Question(
            id=question_id or self.new_id(),
            created_at=now,
            updated_at=now,
            text=text.strip(),
            source=source,
            visit_id=visit_id,
            private=private,
            position=max((q.position for q in self.all()), default=0) + 1,
        )

    async def change(self, question_id: str, **changes: Any) -> bool:
        """Change fields of a question. Returns whether it was saved; one that is gone is not.

        One that comes to a visit where three have a star loses its own.
        """
        return self._put(question_id, **changes) and await self._model.save()

    async def rewrite(
        self, question: Question, *, text: str, visit_id: str | None, private: bool, answer: str
    ) -> bool:
        """Keep a question as its form has it. Returns whether it was saved.

        Raises InvalidRecordError when the text is empty.
        """
        said = self._said(question, answer) if answer.strip() != question.answer else {}
        return await self.change(
            question.id, text=text.strip(), visit_id=visit_id, private=private, **said
        )

    async def attach(self, questions: Iterable[Question], visit_id: str) -> bool:
        """Ask these at a visit. Returns whether it was saved."""
        for question in questions:
            self._put(question.id, visit_id=visit_id)
        return await self._model.save()

    async def arrange(self, questions: Sequence[Question]) -> bool:
        """Put a list into this order. Returns whether it was saved."""
        for position, question in enumerate(questions):
            if question.position != position:
                self._put(question.id, position=position)
        return await self._model.save()

    def _put(self, question_id: str, **changes: Any) -> bool:
        """Put a changed question into the store; False when it is gone."""
        question = self._store.questions.get(question_id)
        if question is None:
            return False
        changed = replace(question, **changes)
        if changed.starred and not can_star(changed, self.of_visit(changed.visit_id)):
            changed = replace(changed, starred=False)
        self._store.questions.put(changed)
        if question.is_open and not changed.is_open and changed.visit_id is not None:
            self._series.set_apart(changed.visit_id)
        return True

    async def toggle_star(self, question: Question) -> bool:
        """Star or unstar it. Returns False when three others of its visit already have one."""
        if not question.starred and not can_star(question, self.of_visit(question.visit_id)):
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
        return await self.change(question.id, **self._said(question, text))

    async def asked(self, question: Question, answer: str) -> bool:
        """It was asked, and this is what they said, "" for nothing. Returns whether it was saved."""
        said = self._said(question, answer)
        return await self.change(question.id, **said | {"asked_at": self._asked_at(question)})

    def _said(self, question: Question, answer: str) -> dict[str, Any]:
        asked_at = self._asked_at(question) if answer.strip() else question.asked_at
        return {"answer": answer.strip(), "asked_at": asked_at}

    def _asked_at(self, question: Question) -> datetime:
        return question.asked_at or self._model.now()

    async def delete(self, question: Question) -> bool:
        """Take it off the list; ``restore`` brings it back. Returns whether it was saved."""
        self._store.questions.delete(question.id)
        return await self._model.save()

    async def restore(self, question: Question) -> None:
        """Undo a deletion."""
        self._store.questions.put(question)
        await self._model.save()
