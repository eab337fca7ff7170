"""All visits so far, with what was asked and what they said, for reading back and printing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from aya_companion.domain.past_visits import PastVisit
from aya_companion.domain.visits import Appointment
from aya_companion.i18n.catalogs import Translator
from aya_companion.library.folding import fold
from aya_companion.paper.document import Side, render


def search(
    visits: Sequence[PastVisit], typed: str, name: Callable[[Appointment], str]
) -> list[PastVisit]:
    """The visits in which the words occur, each with the questions and notes that have them.

    A visit whose own name, place or note has them is whole. Case and accents don't matter.
    """
    wanted = fold(typed.strip())
    found = []
    for past in visits:
        visit = past.visit
        if (visit and wanted in fold(f"{name(visit)} {visit.place} {visit.note}")) or not wanted:
            found.append(past)
            continue
        questions = tuple(q for q in past.questions if wanted in fold(f"{q.text} {q.answer}"))
        notes = tuple(n for n in past.notes if wanted in fold(n.text))
        if questions or notes:
            found.append(replace(past, questions=questions, notes=notes))
    return found


def look_back(
    visits: Sequence[PastVisit],
    side: Side,
    title: Callable[[Translator, Appointment], str],
    made: date,
) -> str:
    """The whole look back as HTML, the latest visit first."""
    t, f = side.t, side.f
    return render(
        "look_back.html",
        side=side,
        title=t("My visits so far"),
        points=11,
        made=t("Made with AYA Companion on {date}.", date=f.medium_date(made)),
        no_answer=t("No answer written down"),
        visits=[
            {
                "title": title(t, past.visit) if past.visit else t("Asked outside a visit"),
                "day": f.full_date(past.visit.day) if past.visit else "",
                "questions": past.questions,
                "notes": [(f.medium_date(n.day), n.text) for n in past.notes],
            }
            for past in visits
        ],
    )
