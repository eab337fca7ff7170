"""The visit sheet: one page for the table, in the person's language and the clinician's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from aya_companion.domain.notes import Note
from aya_companion.domain.questions import Question, in_order
from aya_companion.domain.visits import Appointment
from aya_companion.i18n.bidi import isolated
from aya_companion.i18n.catalogs import Translator
from aya_companion.i18n.formats import Formats
from aya_companion.paper.document import Side, render
from aya_companion.paper.one_page import fits

POINTS = 11
LARGE_POINTS = 15


@dataclass(frozen=True)
class Phrase:
    """A page's question as a language has it; ``code`` is English where that has none."""

    text: str
    code: str


PhraseOf = Callable[[Question, str], Phrase | None]
"""A question's words in a language; None when they are the person's own."""


@dataclass(frozen=True)
class Sheet:
    """What goes on the sheet. ``name`` is the person's, "" to leave it out."""

    visit: Appointment
    questions: Sequence[Question]
    notes: Sequence[Note] = ()
    bring: Sequence[Note] = ()
    name: str = ""
    large: bool = False


@dataclass(frozen=True)
class Printed:
    """A sheet as HTML, and whether it comes out of the printer as one page, A4 or Letter."""

    html: str
    is_one_page: bool


def visit_sheet(
    sheet: Sheet,
    sides: Sequence[Side],
    title: Callable[[Translator], str],
    phrase: PhraseOf,
    made: date,
) -> Printed:
    """The sheet. ``sides`` has the person's language, then the clinician's if there is one.

    A question from a page stands in both languages; what was typed stays as it is, marked so. When
    all of it fits on one page, the room for answers fills that page.
    """
    first = sides[0]
    questions = in_order(sheet.questions)
    points = LARGE_POINTS if sheet.large else POINTS
    parts: dict[str, Any] = {
        "heads": [_head(sheet, side, title, made) for side in sides],
        "questions": [_question(q, n, sides, phrase) for n, q in enumerate(questions, 1)],
        "notes": [{"day": first.f.medium_date(n.day), "text": n.text} for n in sheet.notes],
        "bring": [item.text for item in sheet.bring],
    }
    one_page = _fits(points, parts)
    html = render(
        "visit_sheet.html",
        side=first,
        title=title(first.t),
        points=points,
        one_page=one_page,
        **parts,
    )
    return Printed(html, one_page)


def _fits(points: float, parts: dict[str, Any]) -> bool:
    heads = parts["heads"]
    return fits(
        points,
        [head["title"] for head in heads],
        ["\n".join([" · ".join(head["when"]), head["name"]]) for head in heads],
        [
            (
                [f"** 1. {words['text']}" for words in q["words"]],
                [words["mark"] for words in q["words"]],
                q["answer"],
            )
            for q in parts["questions"]
        ],
        [[f"{n['day']}: {n['text']}" for n in parts["notes"]], parts["bring"]],
    )


def _head(
    sheet: Sheet, side: Side, title: Callable[[Translator], str], made: date
) -> dict[str, Any]:
    t, visit = side.t, sheet.visit
    when = [side.f.full_date(visit.day)]
    if visit.at is not None:
        when.append(Formats(side.code, ZoneInfo(visit.zone)).time(visit.starts_at))
    when += [visit.place] if visit.place else []
    return {
        "code": side.code,
        "direction": side.direction,
        "title": title(t),
        "when": when,
        "name": t("Name: {name}", name=isolated(sheet.name)) if sheet.name else "",
        "questions": t("My questions"),
        "since": t("Since last time, in my own words"),
        "bring": t("To bring"),
        "foot": t(
            "Made with AYA Companion on {date}. Stars mark what matters most today.",
            date=side.f.medium_date(made),
        ),
    }


def _question(
    question: Question, number: int, sides: Sequence[Side], phrase: PhraseOf
) -> dict[str, object]:
    words = []
    for place, side in enumerate(sides):
        known = phrase(question, side.code)
        mark = ""
        if known is not None and known.code != side.code:
            mark = side.t("Not yet in this language")
        elif known is None and len(sides) > 1:
            mark = (
                side.t("In my own words")
                if place == 0
                else side.t("In the patient's own words, not translated. See beside.")
            )
        own = question.text if place == 0 else ""
        words.append(
            {
                "code": side.code,
                "direction": side.direction,
                "text": known.text if known else own,
                "text_code": known.code if known else "",
                "mark": mark,
                "star": side.t("Starred"),
            }
        )
    return {
        "starred": question.starred,
        "number": [side.f.number(number) for side in sides],
        "words": words,
        "answer": question.answer,
    }
