"""One question: its words, its visit, what they said."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from aya_companion.domain.questions import Question
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.lost import lost_screen
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import danger, primary, secondary
from aya_companion.ui.kit.drafts import latest, use_draft
from aya_companion.ui.kit.fields import choice, switch, text_field, words_to
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import note
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.visits import visit_name


@ft.component
def QuestionEditScreen(ui: Ui, route: Route) -> ft.View:
    """Write a new question, or change one and write down the answer.

    What is typed is kept on the screen until it is saved or the person leaves.
    """
    t = ui.t
    question_id = route.params.get("question")
    question = next((q for q in ui.do.questions.all() if q.id == question_id), None)
    drawn_text, set_text = use_draft(
        ui, "text", question.text if question else ui.model.take_draft("text")
    )
    drawn_answer, set_answer = use_draft(ui, "answer", question.answer if question else "")
    attached = (question.visit_id or "") if question else _asked_at(ui, route)
    visit_id, set_visit_id = use_draft(ui, "visit", attached)
    private, set_private = use_draft(ui, "private", question.private if question else False)
    # One name for what is being written: saved again after a refusal, it is still one question.
    new_id, set_new_id = use_draft(ui, "id", ui.do.questions.new_id())
    if question_id is not None and question is None:
        return lost_screen(ui, route)

    async def save() -> None:
        text, answer = latest(ui, "text", drawn_text), latest(ui, "answer", drawn_answer)
        at, own = latest(ui, "visit", visit_id) or None, latest(ui, "private", private)
        if not text.strip():
            notice(ui, t("Write down your question first."))
            return
        if question is None:
            added = await ui.do.questions.add(text, None, at, private=own, question_id=new_id)
            saved = added is not None
        else:
            saved = await ui.do.questions.rewrite(
                question, text=text, visit_id=at, private=own, answer=answer
            )
        if saved:
            set_new_id(ui.do.questions.new_id())
            await ui.model.done(route.parent or "/visits/questions")
            notice(ui, t("Saved"))

    visits = _visits(ui)
    controls: list[ft.Control] = [
        _words(ui, drawn_text, set_text),
        choice(ui, t("Ask it at"), visits, visit_id if visit_id in visits else "", set_visit_id),
    ]
    if question is not None:
        controls.append(
            text_field(
                ui,
                t("What they said"),
                drawn_answer,
                words_to(set_answer),
                lines=4,
            )
        )
    controls.append(_privacy(ui, private, set_private))
    controls.append(primary(ui, t("Save"), ui.submits(save), ft.Icons.CHECK_ROUNDED))
    if question is not None:
        controls += _asked_or_gone(ui, route, question)
    name = t("Write a question") if question is None else t("My question")
    return screen(ui, route, controls, name=name)


def _asked_at(ui: Ui, route: Route) -> str:
    """The visit a new question is for: the one that is being prepared, or the one to prepare."""
    preparing = route.params.get("visit")
    visit = ui.do.visits.get(preparing) if preparing else ui.do.visits.to_prepare()
    return visit.id if visit else ""


def _words(ui: Ui, typed: str, set_typed: Callable[[str], None]) -> ft.Control:
    t = ui.t
    return text_field(
        ui,
        t("What do you want to ask?"),
        typed,
        words_to(set_typed),
        lines=3,
        helper=t("In your own words. Nobody sees it unless you show it."),
    )


def _visits(ui: Ui) -> dict[str, str]:
    """The visits it can be asked at, by id; "" lets it wait."""
    visits = {"": ui.t("No visit yet: let it wait")}
    for visit in ui.do.visits.upcoming() + ui.do.visits.past()[:10]:
        day = ui.f.short_weekday_date(visit.day)
        visits[visit.id] = f"{day}: {visit_name(ui, visit)}"
    return visits


def _privacy(ui: Ui, private: bool, choose: Callable[[bool], None]) -> ft.Control:
    words = ui.t("Stays out of visit sheets, shares and plain exports.")
    return panel(ui, [switch(ui, ui.t("Private"), private, choose, words)], padding=16)


def _asked_or_gone(ui: Ui, route: Route, question: Question) -> list[ft.Control]:
    """Whether it was asked, since when, and deleting it."""
    t = ui.t

    async def delete() -> None:
        async def undo() -> None:
            await ui.do.questions.restore(question)

        if await ui.do.questions.delete(question):
            await ui.model.done(route.parent or "/visits/questions")
            notice(ui, t("Question deleted"), undo)

    at = question.asked_at
    words = t("Mark as asked") if at is None else t("Not asked after all")
    mark = ui.does(ui.do.questions.mark_asked, question)
    controls: list[ft.Control] = [secondary(ui, words, mark, fill=True)]
    if at is not None:
        controls.append(note(ui, t("Asked on {date}", date=ui.f.medium_date(at))))
    icon = ft.Icons.DELETE_OUTLINE_ROUNDED
    controls.append(danger(ui, t("Delete"), ui.submits(delete), icon))
    return controls
