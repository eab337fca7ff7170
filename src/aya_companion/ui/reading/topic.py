"""A page of the library: title, short version, text, questions, sources."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any

import flet as ft

from aya_companion.domain.settings import Depth, Readiness, Role
from aya_companion.i18n.locales import LOCALES
from aya_companion.library import page as p
from aya_companion.library.traversal import SHORT, anchored, short_word_count
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.no_page import no_page_screen
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import icon_button, pill
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.scrolling import new_scroller, scroll_key
from aya_companion.ui.kit.text import body, section, title
from aya_companion.ui.reading.blocks import draw, draw_block
from aya_companion.ui.reading.other_language import other_language
from aya_companion.ui.reading.page_actions import add_question, answer_sensitive
from aya_companion.ui.reading.page_foot import page_foot
from aya_companion.ui.reading.reading import Reading
from aya_companion.ui.reading.share_page import share_button
from aya_companion.ui.reading.source_numbers import number_sources
from aya_companion.ui.reading.source_sheet import source_sheet
from aya_companion.ui.reading.word_buttons import word_buttons
from aya_companion.ui.reading.word_sheet import word_sheet
from aya_companion.ui.routes import Route
from aya_companion.ui.theme import READING_WIDTH


@ft.component
def TopicScreen(ui: Ui, route: Route) -> ft.View:
    """The page of the address, or a helpful screen when there is none of that name."""
    anchor = route.params.get("anchor", "")
    depth, set_depth = ft.use_state(Depth.FULL if anchor else ui.model.settings.depth)
    opened, set_opened = ft.use_state(_opened_at(ui, route))
    choices, set_choices = ft.use_state(dict[int, int]())
    side_by_side, set_side_by_side = ft.use_state(False)
    scroller, _ = ft.use_state(new_scroller)

    async def open_at_anchor() -> None:
        await _scroll_to(scroller, anchor)

    ft.use_effect(open_at_anchor, [route.path])
    page = _page_of(ui, route)
    if page is None:
        return no_page_screen(ui, route)
    second_code, second = ui.model.settings.second_language, _second_page(ui, page)

    async def answer(kind: str, said: Readiness) -> None:
        await answer_sensitive(ui, page, kind, said)
        if said is Readiness.NOT_NOW:
            set_opened(opened - {kind})

    def make_reading(shown: p.Page) -> Reading:
        return Reading(
            ui=ui if shown is page else ui.beside(shown.language),
            page=shown,
            depth=depth,
            marks=marks,
            opened=opened,
            choices=choices,
            open_term=lambda term: lambda _event: show(word_sheet(ui, term, second_code)),
            open_source=lambda code: lambda _event: show(source_sheet(ui, code)),
            open_part=lambda name: lambda _event: set_opened(opened ^ {name}),
            choose=lambda n, index: lambda _event: set_choices({**choices, n: index}),
            answer_sensitive=lambda kind, said: ui.does(answer, kind, said),
            add_question=lambda question: ui.does(add_question, ui, question),
            has_question=lambda name: ui.do.questions.from_source(name) is not None,
            beside=shown is not page,
        )

    show = ui.model.host.show
    marks = number_sources(page)
    reading = make_reading(page)
    pills = _pills(ui, page, depth, set_depth, second_code, side_by_side, set_side_by_side)
    controls = _head(ui, page, pills)
    both = side_by_side and second is not None
    other = make_reading(second) if both and second is not None else None
    controls += _text(ui, reading, other)
    controls += [_words(ui, page), page_foot(ui, page, marks)]
    width = READING_WIDTH * 1.6 if both else READING_WIDTH
    return screen(
        ui,
        route,
        controls,
        actions=[share_button(ui, page, opened), _save_button(ui, page)],
        spacing=18,
        width=width,
        scroller=scroller,
    )


_LAID_OUT = 0.3
"""Seconds until a page that was just shown has been laid out and can be scrolled."""


async def _scroll_to(scroller: Any, anchor: str) -> None:
    column = scroller.current
    if anchor and column is not None:
        await asyncio.sleep(_LAID_OUT)
        await column.scroll_to(scroll_key=anchor, duration=0)


def _page_of(ui: Ui, route: Route) -> p.Page | None:
    """The page in the language of the address, else in the reader's; None when there is none."""
    return ui.shelf.find(route.params["topic"], route.params.get("language", ui.code))


def _second_page(ui: Ui, page: p.Page) -> p.Page | None:
    """The page in the second language, where there is one of its own."""
    code = ui.model.settings.second_language
    second = ui.shelf.find(page.id, code) if code else None
    return second if second is not None and second.language != page.language else None


def _opened_at(ui: Ui, route: Route) -> frozenset[str]:
    """The folded part that the address leads to, opened."""
    page = _page_of(ui, route)
    if page is None:
        return frozenset()
    return frozenset(
        p.plain(block.title)
        for anchor, block in anchored(page.blocks)
        if isinstance(block, p.More) and anchor == route.params.get("anchor")
    )


def _anchored(r: Reading, blocks: Iterable[p.Block]) -> list[ft.Control]:
    """The blocks drawn, boxes with the key they can be opened at; headings have theirs."""
    anchors = {id(block): anchor for anchor, block in anchored(r.page.blocks)}
    controls: list[ft.Control] = []
    for block in blocks:
        drawn = draw_block(r, block)
        if drawn and anchors[id(block)] and not isinstance(block, p.Heading):
            drawn[0] = ft.Container(key=scroll_key(anchors[id(block)]), content=drawn[0])
        controls.extend(drawn)
    return controls


def wanted(page: p.Page, depth: Depth, role: Role) -> list[p.Block]:
    """The blocks for a depth; the notes for teaching come only to nurses."""
    return [
        block
        for block in page.blocks
        if (depth is Depth.FULL or isinstance(block, SHORT))
        and (role is Role.NURSE or not isinstance(block, p.Teach))
    ]


def _head(ui: Ui, page: p.Page, pills: ft.Control) -> list[ft.Control]:
    """Title, what it is about, ways to read it, and that it is in another language if it is."""
    head = [
        title(ui, page.title, page.language),
        body(ui, page.summary, colour=ui.c.quiet, code=page.language),
        pills,
    ]
    return head if page.language == ui.code else [*head, other_language(ui, page)]


def _text(ui: Ui, reading: Reading, other: Reading | None) -> list[ft.Control]:
    """The blocks that are wanted; in both languages block by block where the pages are built alike,
    else one after the other."""
    blocks = wanted(reading.page, reading.depth, ui.model.settings.role)
    if other is None:
        return _anchored(reading, blocks)
    first, second = reading.page.blocks, other.page.blocks
    if len(first) == len(second):
        twins = {id(a): b for a, b in zip(first, second, strict=True)}
        return [_pair(ui, reading, block, other, twins[id(block)]) for block in blocks]
    theirs = wanted(other.page, reading.depth, ui.model.settings.role)
    return [*draw(reading, blocks), *draw(other, theirs)]


def _pair(ui: Ui, a: Reading, block: p.Block, b: Reading, twin: p.Block) -> ft.Control:
    """One block in two languages: beside each other where there is room, else one below."""
    left = ft.Column(draw_block(a, block), spacing=12, expand=True)
    right = ft.Column(draw_block(b, twin), spacing=12, expand=True)
    left.horizontal_alignment = right.horizontal_alignment = ft.CrossAxisAlignment.STRETCH
    if not right.controls:
        return left
    if b.ui.rtl and not ui.rtl:
        right.rtl = True
    if ui.wide:
        return ft.Row([left, right], spacing=20, vertical_alignment=ft.CrossAxisAlignment.START)
    left.expand = right.expand = None
    edge = ft.BorderSide(3, ui.c.strong)
    return ft.Column(
        [
            left,
            ft.Container(
                content=right,
                border=ft.Border.only(right=edge) if b.ui.rtl else ft.Border.only(left=edge),
                padding=ft.Padding.only(right=14) if b.ui.rtl else ft.Padding.only(left=14),
            ),
        ],
        spacing=10,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _pills(
    ui: Ui,
    page: p.Page,
    depth: Depth,
    set_depth: Any,
    second_code: str,
    side_by_side: bool,
    set_side_by_side: Any,
) -> ft.Control:
    t = ui.t
    short, full = (
        t.many("{count} min", "{count} min", count)
        for count in (p.minutes_for(short_word_count(page)), page.minutes)
    )
    parts = [
        pill(
            ui,
            t("{minutes}, short", minutes=short),
            lambda _event: set_depth(Depth.SHORT),
            icon=ft.Icons.BOLT_ROUNDED,
            selected=depth is Depth.SHORT,
        ),
        pill(
            ui,
            t("{minutes}, full", minutes=full),
            lambda _event: set_depth(Depth.FULL),
            icon=ft.Icons.SCHEDULE_ROUNDED,
            selected=depth is Depth.FULL,
        ),
    ]
    if second_code:
        parts.append(
            pill(
                ui,
                f"{ui.code.upper()} | {second_code.upper()}",
                lambda _event: set_side_by_side(not side_by_side),
                selected=side_by_side,
                name=t("Show {language} beside it", language=LOCALES[second_code].name),
            )
        )
    parts.extend(_other_ways(ui, f"/learn/{page.id}"))
    return ft.Row(parts, wrap=True, spacing=8, run_spacing=8)


def _other_ways(ui: Ui, address: str) -> list[ft.Control]:
    """To read a page otherwise than here."""
    t = ui.t
    ways = [
        pill(ui, t("One idea at a time"), ui.goes(f"{address}/easy"), icon=ft.Icons.SPA_OUTLINED),
        pill(ui, t("Listen"), ui.goes(f"{address}/listen"), icon=ft.Icons.VOLUME_UP_OUTLINED),
    ]
    if ui.model.settings.role is Role.NURSE:
        teach = ui.goes(f"{address}/teach")
        ways.append(pill(ui, t("Teach"), teach, icon=ft.Icons.CO_PRESENT_OUTLINED))
    return ways


def _save_button(ui: Ui, page: p.Page) -> ft.Control:
    saved = ui.model.settings.saved_pages
    is_saved = page.id in saved

    async def toggle() -> None:
        pages = tuple(x for x in saved if x != page.id) if is_saved else (*saved, page.id)
        await ui.model.change_settings(saved_pages=pages)

    return icon_button(
        ui,
        ft.Icons.BOOKMARK_ROUNDED if is_saved else ft.Icons.BOOKMARK_BORDER_ROUNDED,
        ui.t("Saved. Tap to remove.") if is_saved else ui.t("Save this page"),
        ui.does(toggle),
    )


def _words(ui: Ui, page: p.Page) -> ft.Control:
    """Every tappable word of the page as a real button, for keyboard and screen reader."""
    buttons = word_buttons(ui, page, page.blocks)
    if buttons is None:
        return ft.Container()
    return panel(ui, [section(ui, ui.t("Words on this page")), buttons])
