"""The frame around every screen: top bar with Call, scrolling body, tabs."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from aya_companion.i18n.letter_width import width_of
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.trouble import banners
from aya_companion.ui.kit.buttons import focus_ring, icon_button
from aya_companion.ui.kit.text import TITLE, title
from aya_companion.ui.routes import TABS, Route
from aya_companion.ui.theme import READING_WIDTH, TARGET

RAIL = 112
"""Width of the tabs at the side, in logical pixels."""


def call_button(ui: Ui, *, compact: bool) -> ft.Control:
    """The emergency card, one tap from everywhere; it comes out from under a covered screen."""
    t = ui.t

    async def open_card() -> None:
        if ui.model.hidden:
            ui.do.lock.show()
        await ui.model.go("/call")

    if compact:
        return icon_button(
            ui,
            ft.Icons.PHONE_IN_TALK_ROUNDED,
            t.within("verb", "Call"),
            ui.does(open_card),
            colour=ui.c.call,
            ground=ui.c.call_soft,
        )
    return ft.Button(
        elevation=0,
        content=ft.Row(
            [
                ft.Icon(ft.Icons.PHONE_IN_TALK_ROUNDED, color=ui.c.call, size=ui.size(21)),
                ft.Text(t.within("verb", "Call"), style=ui.style(17, weight=700, colour=ui.c.call)),
            ],
            spacing=8,
            tight=True,
        ),
        style=ft.ButtonStyle(
            bgcolor=ui.c.call_soft,
            color=ui.c.call,
            elevation=0,
            shape=ft.RoundedRectangleBorder(radius=TARGET / 2),
            side=focus_ring(ui),
            padding=ft.Padding.symmetric(horizontal=18, vertical=13),
        ),
        on_click=ui.does(open_card),
    )


def _top_bar(
    ui: Ui,
    route: Route,
    name: str | None,
    actions: Sequence[ft.Control],
    with_call: bool,
    with_hide: bool,
) -> tuple[ft.Control, ft.Control | None]:
    """The bar, and the title when it has to stand below for want of room."""
    roomy = ui.model.width / ui.scale >= 340
    parts: list[ft.Control] = []
    if route.parent is not None:
        parts.append(
            icon_button(
                ui,
                ft.Icons.ARROW_BACK_ROUNDED,
                ui.t("Back"),
                ui.does(ui.model.back, route.parent),
                colour=ui.c.text,
            )
        )
    below = None
    icons = (route.parent is not None) + len(actions) + with_hide
    taken = 52 * icons + 118 * ui.scale * with_call
    room = min(ui.model.width - 32, READING_WIDTH) - taken
    if name is not None and roomy and ui.size(TITLE) * width_of(name) <= room:
        parts.append(ft.Container(content=title(ui, name), expand=True))
    else:
        parts.append(ft.Container(expand=True))
        below = title(ui, name) if name is not None else None
    parts.extend(actions)
    if with_hide:
        parts.append(
            icon_button(
                ui,
                ft.Icons.VISIBILITY_OFF_OUTLINED,
                ui.t("Hide this screen"),
                ui.does(ui.do.lock.hide),
                colour=ui.c.quiet,
            )
        )
    if with_call:
        parts.append(call_button(ui, compact=not roomy))
    bar = ft.Row(parts, spacing=4, vertical_alignment=ft.CrossAxisAlignment.CENTER)
    return bar, below


def _tab_bar(ui: Ui, tab: str) -> ft.NavigationBar:
    names = [name for name, *_ in TABS]

    async def choose(event: ft.Event[ft.NavigationBar]) -> None:
        await ui.model.go(TABS[int(event.data or 0)][1])

    return ft.NavigationBar(
        destinations=[
            ft.NavigationBarDestination(
                icon=ft.Icon(icon, color=ui.c.quiet),
                selected_icon=ft.Icon(icon_selected, color=ui.c.strong),
                label=label(ui.t),
            )
            for _, _, label, icon, icon_selected in TABS
        ],
        selected_index=names.index(tab),
        bgcolor=ui.c.panel,
        indicator_color=ui.c.strong_soft,
        on_change=choose,
    )


def _rail(ui: Ui, tab: str) -> ft.Control:
    names = [name for name, *_ in TABS]

    async def choose(event: ft.Event[ft.NavigationRail]) -> None:
        await ui.model.go(TABS[int(event.data or 0)][1])

    label = ui.style(14, weight=600, colour=ui.c.strong)
    quiet = ui.style(14, colour=ui.c.quiet)
    return ft.NavigationRail(
        destinations=[
            ft.NavigationRailDestination(
                icon=ft.Icon(icon, color=ui.c.quiet),
                selected_icon=ft.Icon(icon_selected, color=ui.c.strong),
                label=ft.Text(words(ui.t), text_align=ft.TextAlign.CENTER),
            )
            for _, _, words, icon, icon_selected in TABS
        ],
        selected_index=names.index(tab),
        label_type=ft.NavigationRailLabelType.ALL,
        selected_label_text_style=label,
        unselected_label_text_style=quiet,
        min_width=RAIL,
        bgcolor=ui.c.panel,
        indicator_color=ui.c.strong_soft,
        on_change=choose,
    )


def screen(
    ui: Ui,
    route: Route,
    controls: Sequence[ft.Control],
    *,
    name: str | None = None,
    actions: Sequence[ft.Control] = (),
    with_call: bool = True,
    with_tabs: bool = True,
    with_hide: bool = True,
    width: float = READING_WIDTH,
    spacing: float = 16,
    scroller: ft.Ref[ft.Column] | None = None,
    footer: ft.Control | None = None,
) -> ft.View:
    """A whole screen.

    ``name`` is its title (heading level 1); a screen without one carries its title in
    ``controls``. ``scroller`` is given the column that scrolls, ``footer`` stays
    below it, where a thumb is. The body is never wider than a comfortable line of text at the
    chosen size.
    """
    at_side = ui.wide and with_tabs
    available = ui.model.width - (RAIL if at_side else 0)
    side = max(16.0, (available - width * min(ui.scale, 1.5)) / 2)
    bar, below = _top_bar(ui, route, name, actions, with_call, with_hide)
    content: list[ft.Control] = []
    if below is not None:
        content.append(below)
    content.extend(banners(ui))
    content.extend(controls)
    start = side - (12 if route.parent is not None else 0)
    parts: list[ft.Control] = [
        ft.Container(
            content=bar,
            padding=ft.Padding.only(left=start, right=side - 4, top=10, bottom=10),
        ),
        _scrolling(content, spacing, side, scroller),
    ]
    if footer is not None:
        below_all = ft.Padding.only(left=side, right=side, top=10, bottom=16)
        parts.append(ft.Container(content=footer, padding=below_all))
    column = ft.Column(
        parts, expand=True, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
    inside = _beside_rail(ui, route, column) if at_side else column
    return ft.View(
        route=route.path,
        controls=[ft.SafeArea(content=inside, expand=True)],
        navigation_bar=_tab_bar(ui, route.tab) if with_tabs and not at_side else None,
        padding=0,
        spacing=0,
        bgcolor=ui.c.background,
    )


def _scrolling(
    content: list[ft.Control], spacing: float, side: float, scroller: ft.Ref[ft.Column] | None
) -> ft.Control:
    """What stands on a screen, below each other, with ``side`` free on both sides."""
    column = ft.Column(content, spacing=spacing, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Column(
        [
            ft.Container(
                content=column,
                padding=ft.Padding.only(left=side, right=side, top=4, bottom=32),
            )
        ],
        ref=scroller,
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _beside_rail(ui: Ui, route: Route, column: ft.Control) -> ft.Control:
    return ft.Row(
        [_rail(ui, route.tab), column],
        expand=True,
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )
