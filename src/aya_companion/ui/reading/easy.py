"""A page one idea at a time, for days without strength. It opens where it was left."""

from __future__ import annotations

from typing import Any

import flet as ft

from aya_companion.library.ideas import Idea, ideas_of
from aya_companion.library.page import More, Page
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.no_page import no_page_screen
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, primary, secondary
from aya_companion.ui.kit.scrolling import new_scroller
from aya_companion.ui.kit.text import heading, note, title
from aya_companion.ui.reading.blocks import draw
from aya_companion.ui.reading.plain_reading import plain_reading
from aya_companion.ui.reading.word_buttons import word_buttons
from aya_companion.ui.routes import Route


@ft.component
def EasyScreen(ui: Ui, route: Route) -> ft.View:
    """One idea, how far it is, on and back. Nothing else asks for attention."""
    t = ui.t
    topic = route.params["topic"]
    left_at, _ = ft.use_state(ui.model.settings.place_in(topic))
    scroller, _ = ft.use_state(new_scroller)
    page = ui.shelf.find(topic, ui.code)
    if page is None:
        return no_page_screen(ui, route)
    ideas = ideas_of(page)
    at = min(ui.model.settings.place_in(topic), len(ideas) - 1)

    async def go_to(place: int) -> None:
        await _remember(ui, topic, place)

    async def finish() -> None:
        await go_to(0)
        await ui.model.done(route.parent or "/learn")

    async def to_the_top() -> None:
        await _to_the_top(scroller)

    ft.use_effect(to_the_top, [at])
    idea = ideas[at]
    here = at + 1
    controls = _progress(ui, page, here, len(ideas))
    if at and at == left_at:
        controls.append(
            link(
                ui,
                t("You were here last time. Start again"),
                ui.does(go_to, 0),
                ft.Icons.REPLAY_ROUNDED,
            )
        )
    if at == 0:
        controls.append(title(ui, page.title, page.language))
    elif idea.heading:
        controls.append(heading(ui, idea.heading, page.language))
    controls.append(_said(ui, page, idea))
    words = word_buttons(ui, page, idea.blocks)
    if words is not None:
        controls.append(words)
    if here < len(ideas):
        on = primary(ui, t("Next"), ui.does(go_to, at + 1))
    else:
        controls += _last(ui, page)
        on = primary(ui, t("Done"), ui.submits(finish), ft.Icons.CHECK_ROUNDED)
    ways: list[ft.Control] = [ft.Container(on, expand=True)]
    if at:
        back = secondary(ui, t("Back one"), ui.does(go_to, at - 1), fill=True)
        ways.insert(0, ft.Container(back, expand=True))
    # Always at the same place: "Next" is tapped many times in a row.
    footer = ft.Row(ways, spacing=8)
    return screen(
        ui, route, controls, with_tabs=False, spacing=20, scroller=scroller, footer=footer
    )


async def _remember(ui: Ui, topic: str, place: int) -> None:
    """Keep where the page was left; its beginning needs no place."""
    places = dict(ui.model.settings.reading_places)
    if place:
        places[topic] = place
    else:
        places.pop(topic, None)
    await ui.model.change_settings(reading_places=tuple(places.items()))


async def _to_the_top(scroller: Any) -> None:
    if scroller.current is not None:
        await scroller.current.scroll_to(offset=0, duration=0)


def _progress(ui: Ui, page: Page, here: int, count: int) -> list[ft.Control]:
    """Which page it is, and how much of it was read."""
    t = ui.t
    return [
        note(ui, page.title, code=page.language),
        ft.ProgressBar(
            value=here / count,
            color=ui.c.strong,
            bgcolor=ui.c.strong_soft,
            bar_height=8,
            border_radius=4,
            semantics_label=t("How far you are"),
            semantics_value=round(100 * here / count),
        ),
        note(ui, t("{here} of {all}", here=ui.f.number(here), all=ui.f.number(count))),
    ]


def _said(ui: Ui, page: Page, idea: Idea) -> ft.Control:
    """One idea, read out by a screen reader when it comes."""
    return ft.Semantics(
        live_region=True,
        container=True,
        content=ft.Column(
            draw(plain_reading(ui, page), idea.blocks),
            spacing=16,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )


def _last(ui: Ui, page: Page) -> list[ft.Control]:
    """After the last idea: the whole page, where it holds more."""
    t = ui.t
    controls: list[ft.Control] = [note(ui, t("That was the last one."))]
    if any(isinstance(block, More) for block in page.blocks):
        more, whole = t("There is more detail on the whole page"), ui.goes(f"/learn/{page.id}")
        controls.append(link(ui, more, whole, ft.Icons.MENU_BOOK_ROUNDED))
    return controls
