"""Visits that are over, with what was asked at them and what was noted, for looking back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from aya_companion.domain.notes import Note
from aya_companion.domain.questions import Question
from aya_companion.domain.visits import Appointment


@dataclass(frozen=True)
class PastVisit:
    """A visit with its questions and notes. ``visit`` is None for questions asked at none."""

    visit: Appointment | None
    questions: tuple[Question, ...]
    notes: tuple[Note, ...] = ()

    def without_private(self) -> PastVisit:
        """The same without the questions and notes that are marked private."""
        return replace(
            self,
            questions=tuple(q for q in self.questions if not q.private),
            notes=tuple(n for n in self.notes if not n.private),
        )
