"""What a search found: boxes for danger, then answers, the best first."""

from __future__ import annotations

from typing import Any

import flet as ft

from aya_companion.library.search.search import Result
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import secondary, tap_panel
from aya_companion.ui.kit.panels import bullets, panel
from aya_companion.ui.kit.text import body, directed, heading, note, overline, rich, section
from aya_companion.ui.reading.search_boxes import search_boxes


def search_results(ui: Ui, typed: str) -> list[ft.Control]:
    """The answers to what was typed, in the person's language and, where too few, in English."""
    t = ui.t
    answers = ui.shelf.search(typed, ui.code)
    controls = search_boxes(ui, answers.boxes)
    count = len(answers.results) + len(answers.in_english)
    controls.append(
        ft.Semantics(
            live_region=True,
            content=note(ui, t.many("{count} answer", "{count} answers", count)),
            visible=count > 0,
        )
    )
    controls.extend(_result(ui, result) for result in answers.results)
    if answers.in_english:
        controls.append(section(ui, t("More in English")))
        controls.append(note(ui, t("Your language says little about this. These are in English.")))
        controls.extend(_result(ui, result) for result in answers.in_english)
    controls.append(_no_answer(ui, typed) if count == 0 else _ask_instead(ui, typed))
    return controls


def address(result: Result, code: str) -> str:
    """Where a result opens for a reader of the language ``code``: in the language it was found in."""
    if result.kind == "term":
        return f"/learn/words/{result.id}"
    language = f"in/{result.language}" if result.language != code else ""
    return "/".join(part for part in ("/learn", result.page, language, result.anchor) if part)


def _result(ui: Ui, result: Result) -> ft.Control:
    t = ui.t
    above = {
        "page": t.within("search result", "Page"),
        "heading": directed(ui, result.page_title, result.language),
        "term": t.within("search result", "Word"),
        "question": t.within("search result", "A question to ask"),
    }[result.kind]
    name = ft.Text(
        directed(ui, result.title, result.language),
        style=ui.style(18, weight=600, code=result.language, height=1.3),
    )
    parts: list[ft.Control] = [overline(ui, above), name]
    if result.line and result.kind != "question":
        parts.append(_line(ui, result))
    words = ft.Column(
        parts, spacing=4, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
    return tap_panel(ui, words, ui.goes(address(result, ui.code)))


def _line(ui: Ui, result: Result) -> ft.Control:
    """The line that answers, the words that were searched for strong."""
    return rich(
        ui,
        result.line,
        code=result.language,
        open_term=_nothing,
        open_topic=_nothing,
        mark=lambda _source: ("", None),
        size=16,
        colour=ui.c.quiet,
    )


def _nothing(_name: str) -> None:
    """A result's line has no links of its own: the whole entry is one."""


def _write_it_down(ui: Ui, typed: str) -> ft.Control:
    async def write(_event: Any) -> None:
        ui.model.draft = typed.strip()
        await ui.model.go("/visits/questions/new")

    return secondary(ui, ui.t("Write it down as a question"), write, ft.Icons.ADD_ROUNDED)


def _no_answer(ui: Ui, typed: str) -> ft.Control:
    t = ui.t
    tips = [
        t("Try one or two simple words, such as fever or hair."),
        t("Check the spelling of a medicine on its box."),
        t("Look into the list of words."),
    ]
    return panel(
        ui,
        [
            ft.Semantics(live_region=True, content=heading(ui, t("Nothing found"))),
            *bullets(ui, [body(ui, tip) for tip in tips]),
            body(ui, t("Or keep your words and ask your team.")),
            _write_it_down(ui, typed),
        ],
    )


def _ask_instead(ui: Ui, typed: str) -> ft.Control:
    return panel(ui, [body(ui, ui.t("Not what you meant?")), _write_it_down(ui, typed)])
