"""Teaching at the bedside: one point at a time, in big text, in the family's language.

Nothing about a patient is asked for or kept: closing the screen leaves no trace of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import flet as ft

from aya_companion.i18n.locales import LOCALES
from aya_companion.library import page as p
from aya_companion.library.traversal import all_blocks
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.no_page import no_page_screen
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, pill, primary, secondary
from aya_companion.ui.kit.text import heading, note, title
from aya_companion.ui.reading.blocks import draw, teach
from aya_companion.ui.reading.plain_reading import plain_reading
from aya_companion.ui.reading.share_page import share_button
from aya_companion.ui.routes import Route

BIG = 1.4
"""How much larger than the chosen size the text to be shown is; at most twice the normal one."""


@dataclass(frozen=True)
class Slide:
    """What is shown at one time. ``asks``: it is the question to be told back."""

    blocks: tuple[p.Block, ...]
    asks: bool = False


def slides_of(page: p.Page) -> tuple[Slide, ...]:
    """Key points one by one, drawings, warning signs, then the question to tell back."""
    return tuple(_slides(page))


def _slides(page: p.Page) -> Iterator[Slide]:
    for block in page.blocks:
        if isinstance(block, p.KeyPoints):
            lists = (inner for inner in block.blocks if isinstance(inner, p.ListBlock))
            yield from (Slide(item.blocks) for each in lists for item in each.items)
    # A part that is shown only to those who choose it is not opened in front of a family.
    open_blocks = [block for block in page.blocks if not isinstance(block, p.Sensitive)]
    for block in all_blocks(open_blocks):
        if isinstance(block, p.Picture | p.CallNow):
            yield Slide((block,))
    for block in page.blocks:
        if isinstance(block, p.Teach):
            yield Slide(block.ask, asks=True)


@ft.component
def TeachScreen(ui: Ui, route: Route) -> ft.View:
    """The page's points as slides; notes for the nurse at a tap; the page to leave behind."""
    at, set_at = ft.use_state(0)
    notes, set_notes = ft.use_state(False)
    family_code, set_family_code = ft.use_state(ui.model.settings.second_language or ui.code)
    topic = route.params["topic"]
    mine, page = ui.shelf.find(topic, ui.code), ui.shelf.find(topic, family_code)
    if mine is None or page is None:
        return no_page_screen(ui, route)
    t = ui.t
    slides = slides_of(page)
    place = min(at, len(slides) - 1)
    big = replace(
        ui if page.language == ui.code else ui.beside(page.language),
        scale=min(ui.scale * BIG, 2.0),
    )
    here, everything = ui.f.number(place + 1), ui.f.number(len(slides))
    controls: list[ft.Control] = [
        *_languages(ui, family_code, set_family_code),
        title(ui, page.title, page.language),
        note(ui, t("{here} of {all}", here=here, all=everything)),
    ]
    if slides[place].asks:
        controls.append(heading(big, big.t("Tell me in your own words")))
    shown = ft.Column(
        draw(plain_reading(big, page), slides[place].blocks),
        spacing=16,
        tight=True,
        rtl=big.rtl,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    controls.append(ft.Semantics(live_region=True, container=True, content=shown))
    if place + 1 < len(slides):
        controls.append(primary(ui, t("Next"), lambda _event: set_at(place + 1)))
    if place:
        controls.append(secondary(ui, t("Back one"), lambda _event: set_at(place - 1), fill=True))
    controls.append(link(ui, t("Notes for me"), lambda _event: set_notes(not notes)))
    if notes:
        reading = plain_reading(ui, mine)
        controls.extend(teach(reading, b) for b in mine.blocks if isinstance(b, p.Teach))
    leave = share_button(ui, page, frozenset())
    return screen(ui, route, controls, actions=[leave], with_tabs=False, spacing=20)


def _languages(ui: Ui, chosen: str, choose: Callable[[str], None]) -> Sequence[ft.Control]:
    """The language the family reads, to be chosen on the spot."""
    codes = ui.shelf.languages
    if len(codes) < 2:
        return ()
    pills = [
        pill(
            ui,
            LOCALES[code].name,
            lambda _event, code=code: choose(code),
            selected=code == chosen,
        )
        for code in codes
    ]
    return (ft.Row(list(pills), wrap=True, spacing=8, run_spacing=8),)
