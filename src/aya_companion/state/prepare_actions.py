"""Getting ready for a visit: questions that fit it, and their order."""

from __future__ import annotations

from aya_companion.domain.questions import Question, in_order
from aya_companion.domain.visits import Appointment
from aya_companion.library.page import PageQuestion
from aya_companion.library.traversal import questions_of
from aya_companion.state.model import Model
from aya_companion.state.question_actions import QuestionActions
from aya_companion.state.subject import Subject


class PrepareActions(Subject):
    """What the app offers before a visit, and how the person puts it in order."""

    def __init__(self, model: Model) -> None:
        super().__init__(model)
        self._questions = QuestionActions(model)

    def suggestions(self, visit: Appointment, language: str) -> list[PageQuestion]:
        """Questions from the library for a visit, best first, without those on the list.

        First those of the pack for where they are, then those of the pages for this phase; of both
        the ones that fit this kind of visit come first. Without a place on the map, those that
        fit the kind of visit. What they asked before comes last.
        """
        shelf = self._model.companion.shelf
        stop = self._model.settings.stop
        mine = self._questions.all()
        taken = {q.source for q in mine if q.is_open}
        asked = {q.source for q in mine if not q.is_open}
        found: dict[str, PageQuestion] = {}
        if stop is not None:
            pack = shelf.pack_into(stop.value, language)
            for name in pack.questions if pack else ():
                question = shelf.question(name, language)
                if question:
                    found[name] = question
            pages = shelf.for_stop(stop.value, language)
        else:
            pages = shelf.pages(language)
        for page in pages:
            found.update((q.id, q) for q in questions_of(page) if q.id not in found)
        open_ones = [q for name, q in found.items() if name not in taken]
        fitting = [q for q in open_ones if visit.kind.value in q.visits]
        offered = fitting if stop is None else fitting + [q for q in open_ones if q not in fitting]
        return sorted(offered, key=lambda q: q.id in asked)  # stable: the order above stays

    async def take(self, question: PageQuestion, visit: Appointment) -> Question | None:
        """Put a suggested question on the list for this visit; None when it was not saved."""
        return await self._questions.add(question.text, question.id, visit.id)

    async def move(self, question: Question, up: bool) -> None:
        """Change places with the neighbour in the list of its visit; stars stay on top."""
        listed = in_order(q for q in self._questions.of_visit(question.visit_id) if q.is_open)
        group = [q for q in listed if q.starred == question.starred]
        names = [q.id for q in group]
        place = names.index(question.id)
        other = place - 1 if up else place + 1
        if not 0 <= other < len(group):
            return
        group[place], group[other] = group[other], group[place]
        await self._questions.arrange(group)
