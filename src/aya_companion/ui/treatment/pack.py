"""What changes at a turn of treatment: before it, at it, and any time after."""

from __future__ import annotations

from datetime import date

import flet as ft

from aya_companion.domain.care_team import CallLevel
from aya_companion.domain.notes import NoteKind
from aya_companion.domain.treatment_map import Stop
from aya_companion.library import page as p
from aya_companion.library.packs import Pack
from aya_companion.library.traversal import all_words
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.lost import lost_screen
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import icon_button, link, secondary
from aya_companion.ui.kit.days import pick_day
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import bullets, panel
from aya_companion.ui.kit.text import body, heading, note, overline, rich, section, title
from aya_companion.ui.reading.page_entry import page_entry
from aya_companion.ui.reading.page_foot import page_foot
from aya_companion.ui.reading.page_question import page_question_row
from aya_companion.ui.reading.source_sheet import source_sheet
from aya_companion.ui.reading.word_sheet import word_sheet
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.calling import level_name
from aya_companion.ui.wording.treatment import stop_line, stop_name
from aya_companion.ui.wording.visits import visit_name


def pack_screen(ui: Ui, route: Route) -> ft.View:
    """The pack that leads to a place on the map; for a place without one, its pages."""
    if route.params["stop"] not in frozenset(Stop):
        return lost_screen(ui, route)
    stop = Stop(route.params["stop"])
    pack = ui.shelf.pack_into(stop.value, ui.code)
    controls: list[ft.Control] = [overline(ui, stop_name(ui.t, stop))]
    if pack is None:
        controls += [title(ui, stop_name(ui.t, stop)), body(ui, stop_line(ui.t, stop))]
        pages = list(ui.shelf.for_stop(stop.value, ui.code))[:3]
    else:
        controls += [
            title(ui, pack.title, pack.language),
            body(ui, pack.summary, colour=ui.c.quiet, code=pack.language),
        ]
        found = (ui.shelf.find(name, ui.code) for name in pack.pages)
        pages = [page for page in found if page]
    controls.append(_place(ui, stop))
    if pack is not None:
        controls += _what_changes(ui, pack)
    if pages:
        controls += _who_to_call(ui, pack, pages[0])
    if pack is not None:
        feel = section(ui, ui.t("What people often feel"), colour=ui.c.accent)
        controls.append(panel(ui, [feel, *_points(ui, pack, pack.feel)], ground=ui.c.accent_soft))
        controls += _questions(ui, pack)
    controls.append(heading(ui, ui.t("Three pages that help")))
    controls += [page_entry(ui, page) for page in pages]
    if pack is not None:
        controls.append(page_foot(ui, pack, number_sources(pack)))
    return screen(ui, route, controls)


def _place(ui: Ui, stop: Stop) -> ft.Control:
    """The button "I am here", and the day it begins if they want to keep it."""
    t = ui.t
    is_here = ui.model.settings.stop is stop
    began = ui.do.map.began(stop)

    async def keep(day: date) -> None:
        await ui.model.attempt(ui.do.map.set_date, stop, day)

    parts: list[ft.Control] = []
    if is_here:
        parts.append(
            ft.Row(
                [
                    ft.Icon(ft.Icons.LOCATION_ON_ROUNDED, color=ui.c.accent, size=ui.size(22)),
                    body(ui, t("You are here"), strong=True, colour=ui.c.accent),
                ],
                spacing=8,
            )
        )
    else:
        parts.append(
            secondary(
                ui, t("I am here now"), ui.does(ui.do.map.be_at, stop), ft.Icons.PLACE_OUTLINED
            )
        )
    words = (
        t("Begins on {date}", date=ui.f.medium_date(began)) if began else t("Add the day it begins")
    )
    day = link(
        ui,
        words,
        lambda _event: pick_day(ui, began or ui.do.notes.today(), keep),
        ft.Icons.EVENT_ROUNDED,
    )
    parts.append(day)
    if began is not None:
        parts.append(
            icon_button(
                ui,
                ft.Icons.CLOSE_ROUNDED,
                t("Forget this day"),
                ui.does(ui.do.map.set_date, stop, None),
                colour=ui.c.quiet,
            )
        )
    return ft.Row(
        parts,
        wrap=True,
        spacing=8,
        run_spacing=8,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _what_changes(ui: Ui, pack: Pack) -> list[ft.Control]:
    t = ui.t
    changes = section(ui, t("What changes"), colour=ui.c.strong)
    bring: list[ft.Control] = [section(ui, t("What to bring")), *_points(ui, pack, pack.bring)]
    visit = ui.do.visits.to_prepare()
    if visit is not None:

        async def take() -> None:
            words = [_plain(item) for item in pack.bring.items]
            if await ui.do.notes.add_missing(NoteKind.BRING, words, visit.id):
                name = visit_name(ui, visit)
                notice(ui, t("On the list of things to bring to {visit}", visit=name))

        bring.append(link(ui, t("Put these on my list to bring"), ui.does(take)))
    return [
        panel(ui, [changes, *_points(ui, pack, pack.changes)], ground=ui.c.strong_soft),
        panel(ui, bring),
    ]


def _who_to_call(ui: Ui, pack: Pack | None, page: p.Page) -> list[ft.Control]:
    """The emergency signs of the first page, then the pack's signs for the team."""
    boxes = [
        _call(ui, box, page.language)
        for box in page.blocks
        if isinstance(box, p.CallNow) and (pack is None or box.level == CallLevel.EMERGENCY)
    ]
    if pack is not None:
        boxes.append(_call(ui, pack.call, pack.language, pack))
    return [heading(ui, ui.t("When to call, and whom")), *boxes]


def _call(ui: Ui, box: p.CallNow, code: str, pack: Pack | None = None) -> ft.Control:
    level = CallLevel(box.level)
    today = level is CallLevel.TODAY
    ink, ground = (ui.c.gold, ui.c.gold_soft) if today else (ui.c.call, ui.c.call_soft)
    controls: list[ft.Control] = [section(ui, level_name(ui.t, level), colour=ink)]
    for block in box.blocks:
        if isinstance(block, p.ListBlock):
            drawn = [_words(ui, run, code, pack) for i in block.items for run in _runs(i)]
            controls += bullets(ui, drawn, ink)
        elif isinstance(block, p.Paragraph):
            controls.append(_words(ui, block.content, code, pack))
    if level is CallLevel.TEAM:
        numbers = ui.do.card.get().contacts_for(level)
        if numbers:
            names = ui.f.list_of(ui.own(contact.name) for contact in numbers)
            controls.append(note(ui, ui.t("On your card: {names}", names=names)))
        controls.append(
            link(ui, ui.t("Open my emergency card"), ui.goes("/call"), ft.Icons.CALL_ROUNDED)
        )
    return panel(ui, controls, ground=ground)


def _questions(ui: Ui, pack: Pack) -> list[ft.Control]:
    t = ui.t

    async def add(question: p.PageQuestion) -> None:
        visit = ui.do.visits.to_prepare()
        if await ui.do.questions.add(question.text, question.id, visit.id if visit else None):
            notice(ui, t("On your list"))

    found = [ui.shelf.question(name, ui.code) for name in pack.questions]
    rows = [page_question_row(ui, q, pack.language, add) for q in found if q]
    head = section(ui, t("Questions to ask"))
    return [panel(ui, [head, note(ui, t("Tap the plus to put one on your list.")), *rows])]


def _points(ui: Ui, pack: Pack, points: p.ListBlock) -> list[ft.Control]:
    drawn = [_words(ui, run, pack.language, pack) for i in points.items for run in _runs(i)]
    return bullets(ui, drawn)


def _runs(item: p.ListItem) -> list[p.Inlines]:
    return list(all_words(item.blocks))


def _plain(item: p.ListItem) -> str:
    return " ".join(p.plain(run) for run in _runs(item)).strip()


def _words(ui: Ui, content: p.Inlines, code: str, pack: Pack | None = None) -> ft.Text:
    marks = number_sources(pack) if pack else {}
    if pack is None:
        content = tuple(part for part in content if not isinstance(part, p.SourceMark))
    return rich(
        ui,
        content,
        code=code,
        open_term=lambda term: lambda _event: ui.model.host.show(word_sheet(ui, term, "")),
        open_topic=lambda topic: ui.goes(f"/learn/{topic}"),
        mark=lambda source: (
            ui.f.number(marks.get(source, 0)),
            lambda _event: ui.model.host.show(source_sheet(ui, source)),
        ),
    )


def number_sources(pack: Pack) -> dict[str, int]:
    """A number for each source of a pack, in order of first use."""
    marks: dict[str, int] = {}
    for run in all_words((pack.changes, pack.bring, pack.call, pack.feel)):
        for part in run:
            if isinstance(part, p.SourceMark):
                marks.setdefault(part.source, len(marks) + 1)
    return marks
