"""Blocks of a page drawn as native controls, with real headings and real buttons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import flet as ft

from aya_companion.domain.care_team import CallLevel
from aya_companion.domain.settings import Depth, Readiness
from aya_companion.library import page as p
from aya_companion.ui.kit.buttons import link, secondary
from aya_companion.ui.kit.panels import bullets, marked, panel
from aya_companion.ui.kit.scrolling import scroll_key
from aya_companion.ui.kit.text import aligned, body, directed, heading, note, section
from aya_companion.ui.reading.check_yourself import check_yourself
from aya_companion.ui.reading.page_question import with_plus
from aya_companion.ui.reading.pictures import framed
from aya_companion.ui.reading.reading import Reading
from aya_companion.ui.wording.calling import level_name
from aya_companion.ui.wording.choices import sensitive_name


def draw(reading: Reading, blocks: Iterable[p.Block]) -> list[ft.Control]:
    """All controls for these blocks, in order."""
    controls: list[ft.Control] = []
    for block in blocks:
        controls.extend(draw_block(reading, block))
    return controls


def draw_block(r: Reading, block: p.Block) -> list[ft.Control]:
    """The controls for one block; none for a block that this reader does not get."""
    match block:
        case p.Heading(level, content, anchor):
            words = p.plain(content)
            made = (heading if level <= 2 else section)(r.ui, words, r.page.language)
            return [ft.Container(key=scroll_key(anchor), content=made, padding=_above(10))]
        case p.Paragraph(content):
            return [r.text(content)]
        case p.ListBlock(items, ordered):
            return _list(r, items, ordered)
        case p.Table():
            return [_table(r, block)]
        case p.KeyPoints(blocks):
            return [_key_points(r, blocks)]
        case p.CallNow(level, blocks):
            return [_call_now(r, CallLevel(level), blocks)]
        case p.Ask(questions):
            return [_ask(r, questions)]
        case p.Family(blocks):
            head = section(r.ui, r.ui.t("For family and friends"), colour=r.ui.c.accent)
            return [panel(r.ui, [head, *draw(r, blocks)], ground=r.ui.c.accent_soft)]
        case p.Check(questions):
            return [check_yourself(r, questions, draw)]
        case p.More():
            return _more(r, block)
        case p.Unknown(blocks):
            head = section(r.ui, r.ui.t("What doctors don't know yet"), colour=r.ui.c.gold)
            return [panel(r.ui, [head, *draw(r, blocks)], ground=r.ui.c.gold_soft)]
        case p.Sensitive(kind, blocks):
            return _sensitive(r, kind, blocks)
        case p.Picture():
            return [_picture(r, block)]
        case p.Teach():
            return [teach(r, block)]


def _above(space: float) -> ft.Padding:
    return ft.Padding.only(top=space)


def _list(
    r: Reading, items: Sequence[p.ListItem], ordered: bool, colour: str | None = None
) -> list[ft.Control]:
    drawn = [
        ft.Column(
            draw(r, item.blocks),
            spacing=8,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
        for item in items
    ]
    if not ordered:
        return bullets(r.ui, drawn, colour)
    return [
        ft.Row(
            [
                body(r.ui, r.ui.f.number(n), strong=True, colour=r.ui.c.accent),
                ft.Container(content=item, expand=True),
            ],
            spacing=14,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        for n, item in enumerate(drawn, 1)
    ]


def _table(r: Reading, table: p.Table) -> ft.Control:
    """A table as one panel per row: columns side by side do not fit a phone at large text."""
    rows: list[ft.Control] = []
    for row in table.rows:
        parts: list[ft.Control] = [r.text(row[0], strong=True)]
        for head, cell in zip(table.header[1:], row[1:], strict=False):
            parts.append(note(r.ui, p.plain(head), code=r.page.language))
            parts.append(r.text(cell))
        rows.append(panel(r.ui, parts, spacing=4, padding=16))
    return ft.Column(rows, spacing=10, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _key_points(r: Reading, blocks: Sequence[p.Block]) -> ft.Control:
    head = section(r.ui, r.ui.t("The short version"), colour=r.ui.c.strong)
    return panel(r.ui, [head, *draw(r, blocks)], ground=r.ui.c.strong_soft)


def _call_now(r: Reading, level: CallLevel, blocks: Sequence[p.Block]) -> ft.Control:
    ui = r.ui
    ink, ground = (
        (ui.c.gold, ui.c.gold_soft) if level is CallLevel.TODAY else (ui.c.call, ui.c.call_soft)
    )
    icon = (
        ft.Icons.EMERGENCY_ROUNDED
        if level is CallLevel.EMERGENCY
        else ft.Icons.PHONE_IN_TALK_ROUNDED
    )
    controls: list[ft.Control] = [
        marked(
            ui,
            ft.Icon(icon, color=ink, size=ui.size(26)),
            section(ui, level_name(ui.t, level), colour=ink),
        )
    ]
    for block in blocks:
        if isinstance(block, p.ListBlock):
            controls.extend(_list(r, block.items, block.ordered, ink))
        else:
            controls.extend(draw_block(r, block))
    if not r.beside:
        controls.append(
            link(ui, ui.t("Open my emergency card"), ui.goes("/call"), ft.Icons.CALL_ROUNDED)
        )
    return panel(ui, controls, ground=ground)


def _ask(r: Reading, questions: Sequence[p.PageQuestion]) -> ft.Control:
    ui = r.ui
    controls: list[ft.Control] = [
        section(ui, ui.t("Questions to ask")),
    ]
    if r.beside:
        return panel(ui, [*controls, *bullets(ui, [r.text(q.content) for q in questions])])
    controls.append(note(ui, ui.t("Tap the plus to put one on your list.")))
    for question in questions:
        on_list, tap = r.has_question(question.id), r.add_question(question)
        controls.append(with_plus(ui, r.text(question.content), question, on_list, tap))
    return panel(ui, controls, spacing=14)


def _more(r: Reading, block: p.More) -> list[ft.Control]:
    if r.depth is Depth.SHORT:
        return []
    ui = r.ui
    name = p.plain(block.title)
    is_open = name in r.opened
    head = ft.TextButton(
        content=ft.Row(
            [
                ft.Text(
                    directed(ui, name, r.page.language),
                    style=ui.style(17, weight=600, colour=ui.c.strong, code=r.page.language),
                    text_align=aligned(ui, r.page.language),
                    expand=True,
                ),
                ft.Icon(
                    ft.Icons.EXPAND_LESS_ROUNDED if is_open else ft.Icons.EXPAND_MORE_ROUNDED,
                    color=ui.c.strong,
                    size=ui.size(24),
                ),
            ]
        ),
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=4, vertical=12),
            shape=ft.RoundedRectangleBorder(radius=12),
        ),
        on_click=r.open_part(name),
    )
    inside = draw(r, block.blocks) if is_open else []
    label = note(ui, ui.t("More detail"))
    return [
        panel(
            ui,
            [label, ft.Semantics(expanded=is_open, content=head), *inside],
            padding=16,
            spacing=6,
        )
    ]


def _sensitive(r: Reading, kind: str, blocks: Sequence[p.Block]) -> list[ft.Control]:
    ui = r.ui
    said = ui.model.settings.readiness_for(kind)
    if kind in r.opened or said is Readiness.NOW:
        hide = link(
            ui,
            ui.t("Hide this kind of text again"),
            r.answer_sensitive(kind, Readiness.NOT_NOW),
            ft.Icons.VISIBILITY_OFF_OUTLINED,
        )
        return draw(r, blocks) if r.beside else [*draw(r, blocks), hide]
    if r.beside:
        return []
    about = sensitive_name(ui.t, kind)
    head = section(ui, ui.t("This part talks about {what}", what=about))
    words = {
        Readiness.ASK: ui.t("Some people want to read it now, some later, some never. All are OK."),
        Readiness.NOT_NOW: ui.t("You chose not to read this for now. It stays here."),
        Readiness.NURSE: ui.t(
            "You wanted to ask your nurse first. It is on your list of questions."
        ),
    }[said]
    buttons = [
        secondary(ui, ui.t("Read it now"), r.answer_sensitive(kind, Readiness.NOW)),
    ]
    if said is Readiness.ASK:
        buttons.append(link(ui, ui.t("Not now"), r.answer_sensitive(kind, Readiness.NOT_NOW)))
    if said is not Readiness.NURSE:
        buttons.append(link(ui, ui.t("Ask my nurse"), r.answer_sensitive(kind, Readiness.NURSE)))
    return [
        panel(ui, [head, body(ui, words, colour=ui.c.quiet), ft.Row(buttons, wrap=True, spacing=8)])
    ]


def _picture(r: Reading, block: p.Picture) -> ft.Control:
    words = " ".join(plain_blocks(block.blocks))
    return framed(r, block, words)


def plain_blocks(blocks: Iterable[p.Block]) -> list[str]:
    """The words of paragraphs and lists, without marks: a drawing's text alternative."""
    words: list[str] = []
    for block in blocks:
        if isinstance(block, p.Paragraph):
            words.append(p.plain(block.content))
        elif isinstance(block, p.ListBlock):
            for item in block.items:
                words.extend(plain_blocks(item.blocks))
    return words


def teach(r: Reading, block: p.Teach) -> ft.Control:
    """The nurse's notes: say, show, ask them to tell you back."""
    ui = r.ui
    parts = (
        (ui.t("Say"), block.say),
        (ui.t("Show"), block.show),
        (ui.t("Ask them to tell you back"), block.ask),
        (ui.t("Listen for"), block.listen_for),
        (ui.t("Another way to say it"), block.another_way),
    )
    controls: list[ft.Control] = [section(ui, ui.t("For the nurse who teaches"))]
    for name, blocks in parts:
        controls.append(body(ui, name, strong=True, colour=ui.c.strong))
        controls.extend(draw(r, blocks))
    return panel(ui, controls)
