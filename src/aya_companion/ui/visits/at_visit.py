"""At the visit: one question at a time, large, with room for what they say."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft

from aya_companion.domain.questions import Question, in_order
from aya_companion.domain.visits import Appointment
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.lost import lost_screen
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, primary, secondary
from aya_companion.ui.kit.drafts import use_saver
from aya_companion.ui.kit.fields import text_field
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import empty, panel
from aya_companion.ui.kit.text import body, note, overline, title
from aya_companion.ui.routes import Route

AUTOSAVE = 1.0
"""Seconds after the last key until what was typed is saved."""


@ft.component
def AtVisitScreen(ui: Ui, route: Route) -> ft.View:
    """The questions of the visit, starred ones first, as they stood when the screen was opened.

    An answer is saved a second after the last key, at each step, at leaving the field or the
    screen, and when the device hides the app: a phone that goes dark loses nothing.
    """
    t = ui.t
    visit = ui.do.visits.shown(route.params["visit"])
    listed_now = in_order(ui.do.questions.of_visit(route.params["visit"]))
    order, _ = ft.use_state(tuple(q.id for q in listed_now))
    place, set_place = ft.use_state(0)
    typed, keep, changed = _use_answer(ui)
    _use_awake(ui)
    if visit is None:
        return lost_screen(ui, route)
    # Looked for among all: the first answer sets one of a series apart, with its questions.
    by_id = {q.id: q for q in ui.do.questions.all()}
    listed = [by_id[i] for i in order if i in by_id]
    if not listed:
        return screen(ui, route, [_no_questions(ui, visit)], name=t("At the visit"))
    at = min(place, len(listed) - 1)
    question = listed[at]

    async def step(by: int) -> None:
        await keep()
        if ui.model.trouble is None:
            set_place(max(0, min(at + by, len(listed) - 1)))

    async def asked() -> None:
        current = next((q for q in ui.do.questions.all() if q.id == question.id), question)
        of, words = typed.current or ("", "")
        said = words if of == current.id else current.answer
        if current.asked_at is None or said.strip() != current.answer:
            await ui.do.questions.asked(current, said)
        await step(1)

    async def finish() -> None:
        await keep()
        if ui.model.trouble is None:
            await _back_to_visit(ui, visit, question)
            notice(ui, t("Saved. What they said stands with your questions."))

    async def left(_event: Any) -> None:
        await ui.model.attempt(keep)

    last = at == len(listed) - 1
    words, icon = t("Asked. Done") if last else t("Asked. Next"), ft.Icons.CHECK_ROUNDED
    controls: list[ft.Control] = [
        _place(ui, at + 1, len(listed)),
        _question(ui, question),
        ft.Container(
            key=f"answer-{question.id}",
            content=_answer(ui, question, typed.current, changed, left),
        ),
        primary(ui, words, ui.does(_then(asked, finish) if last else asked), icon),
        *_ways(ui, question, step, first=at == 0, last=last),
        link(ui, t("Finish"), ui.does(finish)),
    ]
    return screen(ui, route, controls, with_tabs=False)


async def _back_to_visit(ui: Ui, visit: Appointment, question: Question) -> None:
    """To the visit that the question stands with now: of a series, not to the next one."""
    here = next((q.visit_id for q in ui.do.questions.all() if q.id == question.id), None)
    address = f"/visits/{here or visit.id}"
    if ui.model.trail[-1:] == [f"/visits/{visit.id}"]:
        ui.model.trail[-1] = address
    await ui.model.back(address)


def _use_awake(ui: Ui) -> None:
    """Keep the device from going dark while the screen is there."""

    async def awake() -> None:
        if not await ui.model.host.keep_awake(True):
            notice(ui, ui.t("This device lets the screen go dark. Tap it now and then."))

    async def asleep() -> None:
        await ui.model.host.keep_awake(False)

    ft.use_effect(awake, [], cleanup=asleep)


def _use_answer(
    ui: Ui,
) -> tuple[Any, Callable[[], Awaitable[None]], Callable[[str, str], Awaitable[None]]]:
    """What is being typed and for which question, how to save it, and what to call at each key."""
    # A reference, not a state: typing must not draw the field again under the cursor.
    typed: Any = ft.use_ref(None)

    async def keep() -> None:
        if typed.current is None:
            return
        question_id, words = typed.current
        question = next((q for q in ui.do.questions.all() if q.id == question_id), None)
        if question is not None and words.strip() != question.answer:
            await ui.do.questions.answer(question, words)

    async def changed(question_id: str, words: str) -> None:
        typed.current = last = (question_id, words)
        await ui.model.companion.pause(AUTOSAVE)
        if typed.current is last:
            await ui.model.attempt_quietly(keep)

    use_saver(ui, keep, when_hidden=True)
    return typed, keep, changed


def _no_questions(ui: Ui, visit: Appointment) -> ft.Control:
    t = ui.t
    start = primary(ui, t("Choose questions"), ui.goes(f"/visits/{visit.id}/prepare"))
    return empty(
        ui,
        ft.Icons.HELP_OUTLINE_ROUNDED,
        t("No questions for this visit yet"),
        t("Choose some now. It takes a minute."),
        start,
    )


def _place(ui: Ui, at: int, count: int) -> ft.Control:
    at_of = ui.t("Question {place} of {all}", place=ui.f.number(at), all=ui.f.number(count))
    return overline(ui, at_of)


def _question(ui: Ui, question: Question) -> ft.Control:
    """The question, large enough to be read across a table."""
    star = ft.Row([ft.Icon(ft.Icons.STAR_ROUNDED, color=ui.c.accent, size=ui.size(28))])
    head = title(ui, ui.own(question.text))
    stars: list[ft.Control] = [star] if question.starred else []
    return panel(ui, [*stars, head, *_second(ui, question)], padding=24)


def _ways(
    ui: Ui,
    question: Question,
    step: Callable[[int], Awaitable[None]],
    *,
    first: bool,
    last: bool,
) -> list[ft.Control]:
    """What else can be done with the question: one row, or nothing."""
    t = ui.t
    ways: list[ft.Control] = []
    if question.asked_at is not None:
        back = ui.does(ui.do.questions.mark_asked, question)
        ways.append(link(ui, t("Not asked after all"), back))
    if not first:
        ways.append(secondary(ui, t("Back one"), ui.does(step, -1)))
    if not last:
        ways.append(secondary(ui, t("Leave it for later"), ui.does(step, 1)))
    return [ft.Row(ways, wrap=True, spacing=8, run_spacing=8)] if ways else []


def _then(first: Any, second: Any) -> Any:
    async def both() -> None:
        await first()
        await second()

    return both


def _answer(ui: Ui, question: Question, typed: Any, changed: Any, left: Any) -> ft.TextField:
    async def keeps(event: Any) -> None:
        ui.model.companion.touch()
        await changed(question.id, event.control.value or "")

    # What is being typed, not what was saved of it: a space at its end is still on its way.
    words = typed[1] if typed and typed[0] == question.id else question.answer
    field = text_field(ui, ui.t("What they said"), words, None, lines=4)
    field.on_change = keeps
    field.on_blur = left
    return field


def _second(ui: Ui, question: Question) -> list[ft.Control]:
    """The question in the second language, to show across the table."""
    second = ui.model.settings.second_language
    if not second or second == ui.code:
        return []
    words = ui.do.paper.phrase(question, second)
    if words is None:
        return [note(ui, ui.t("In your own words"))]
    if words.text == question.text:
        return []
    return [body(ui, words.text, colour=ui.c.quiet, code=words.code)]
