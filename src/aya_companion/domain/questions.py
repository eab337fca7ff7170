"""Questions to ask: from a page or in the person's own words, waiting or attached to a visit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.records import Record

STARS = 3
"""How many questions of one visit can be starred: what fits into one visit."""


@dataclass(frozen=True, kw_only=True)
class Question(Record):
    """Something to ask the team.

    ``source`` is the name of the question on a page (``mrd-result``) when it came from one, and
    ``text`` the words as they stand on the list; a page's question in another language is found
    by its name. ``visit_id`` is None while it waits for a visit. ``position`` orders a list.
    """

    text: str
    source: str | None = None
    visit_id: str | None = None
    starred: bool = False
    asked_at: datetime | None = None
    answer: str = ""
    private: bool = False
    position: int = 0

    def __post_init__(self) -> None:
        """Raises InvalidRecordError when there is nothing to ask."""
        if not self.text.strip():
            raise InvalidRecordError("question: the text is empty")

    @property
    def is_answered(self) -> bool:
        """Whether an answer was written down."""
        return bool(self.answer.strip())

    @property
    def is_open(self) -> bool:
        """Whether it still has to be asked."""
        return self.asked_at is None and not self.is_answered


def in_order(questions: Iterable[Question]) -> list[Question]:
    """Starred first, then in the person's own order, then as written."""
    return sorted(questions, key=lambda q: (not q.starred, q.position, q.created_at, q.id))


def can_star(question: Question, questions: Iterable[Question]) -> bool:
    """Whether one more star fits: at most STARS among the open questions of the same visit."""
    stars = [
        q
        for q in questions
        if q.starred and q.is_open and q.visit_id == question.visit_id and q.id != question.id
    ]
    return len(stars) < STARS
