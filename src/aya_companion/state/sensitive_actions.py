"""What a person wants to do with the sensitive parts of pages."""

from __future__ import annotations

from dataclasses import replace

from aya_companion.domain.settings import Readiness
from aya_companion.state.model import Model
from aya_companion.state.question_actions import QuestionActions
from aya_companion.state.subject import Subject


class SensitiveActions(Subject):
    """Read it now, not now, or ask the nurse."""

    def __init__(self, model: Model) -> None:
        super().__init__(model)
        self._questions = QuestionActions(model)

    async def answer(self, kind: str, said: Readiness, ask: str = "") -> bool:
        """Keep what was said of parts of this kind; the words to ``ask`` become a question.

        Returns whether it was saved.
        """
        settings = self._store.settings.get()
        readiness = tuple(sorted({**dict(settings.readiness), kind: said}.items()))
        if ask:
            self._store.questions.put(self._questions.new(ask))
        self._store.settings.put(replace(settings, readiness=readiness))
        return await self._model.save()
