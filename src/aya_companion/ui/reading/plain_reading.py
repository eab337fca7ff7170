"""Reading a page piece by piece: words, sources and questions can be tapped, nothing is folded."""

from __future__ import annotations

from typing import Any

from aya_companion.domain.settings import Depth, Readiness
from aya_companion.library.page import Page
from aya_companion.ui.context import Ui
from aya_companion.ui.reading.page_actions import add_question, answer_sensitive
from aya_companion.ui.reading.reading import Reading
from aya_companion.ui.reading.source_numbers import number_sources
from aya_companion.ui.reading.source_sheet import source_sheet
from aya_companion.ui.reading.word_sheet import word_sheet


def plain_reading(ui: Ui, page: Page) -> Reading:
    """A reading for single blocks, without folded parts and check questions."""
    second = ui.model.settings.second_language

    def nothing(*_args: Any) -> None:
        return None

    def answer(kind: str, said: Readiness) -> Any:
        return ui.does(answer_sensitive, ui, page, kind, said)

    return Reading(
        ui=ui,
        page=page,
        depth=Depth.FULL,
        marks=number_sources(page),
        opened=frozenset(),
        choices={},
        open_term=lambda term: lambda _event: ui.model.host.show(word_sheet(ui, term, second)),
        open_source=lambda code: lambda _event: ui.model.host.show(source_sheet(ui, code)),
        open_part=nothing,
        choose=nothing,
        answer_sensitive=answer,
        add_question=lambda question: ui.does(add_question, ui, question),
        has_question=lambda name: ui.do.questions.from_source(name) is not None,
    )
