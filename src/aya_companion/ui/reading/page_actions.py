"""What can be done from a page: put a question on the list, say what to do with a sensitive part."""

from __future__ import annotations

from aya_companion.domain.questions import Question
from aya_companion.domain.settings import Readiness
from aya_companion.library.page import Page, PageQuestion
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.wording.choices import sensitive_name


async def add_question(ui: Ui, question: PageQuestion) -> None:
    """Put a page's question on the list, or take it off again; a notice says so."""
    mine = ui.do.questions.from_source(question.id)
    if mine is not None:
        await take_off(ui, mine)
        return
    visit = ui.do.visits.to_prepare()
    added = await ui.do.questions.add(question.text, question.id)
    if added is None:
        return
    if visit is None:
        notice(ui, ui.t("On your list. It waits for your next visit."))
        return

    async def attach() -> None:
        await ui.do.questions.change(added.id, visit_id=visit.id)

    notice(
        ui,
        ui.t("On your list"),
        attach,
        action=ui.t("Ask on {day}", day=ui.f.short_weekday_date(visit.day)),
    )


async def take_off(ui: Ui, mine: Question) -> None:
    """Take a question off the list; a notice says so, and brings it back as it was."""

    async def back() -> None:
        await ui.do.questions.restore(mine)

    if await ui.do.questions.delete(mine):
        notice(ui, ui.t("Taken off your list"), back)


async def answer_sensitive(ui: Ui, page: Page, kind: str, said: Readiness) -> None:
    """Keep what the person wants to do with parts of this kind; "ask my nurse" is a question."""
    ask = ""
    if said is Readiness.NURSE:
        what = sensitive_name(ui.t, kind)
        ask = ui.t("I would like to talk about {what} ({page}).", what=what, page=page.title)
    await ui.do.sensitive.answer(kind, said, ask)
