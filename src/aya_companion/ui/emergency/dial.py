"""A number that one tap dials: what is shown is what is dialled."""

from __future__ import annotations

from typing import Protocol

import flet as ft

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.phone_number import PhoneNumber
from aya_companion.i18n.bidi import left_to_right
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import link, tap_panel
from aya_companion.ui.kit.panels import marked, panel
from aya_companion.ui.kit.text import body


class Draw(Protocol):
    """Draws the button of a number: ``dial`` or ``big_dial``."""

    def __call__(
        self, ui: Ui, name: str, number: PhoneNumber, note: str, ground: str, ink: str
    ) -> ft.Control:
        """The button."""


def dial(ui: Ui, name: str, number: PhoneNumber, note: str, ground: str, ink: str) -> ft.Control:
    """A row that dials: the icon of a telephone in a circle of ``ground``, whose number it is with a
    ``note`` such as its hours, and the number."""
    icon = ft.Container(
        content=ft.Icon(ft.Icons.CALL_ROUNDED, color=ink, size=min(ui.size(26), 36)),
        bgcolor=ground,
        width=56,
        height=56,
        border_radius=28,
        alignment=ft.Alignment.CENTER,
    )
    words: list[ft.Control] = [
        ft.Text(_joined(ui, name, note), style=ui.style(16, height=1.3)),
        _digits(ui, number, 20, ui.c.text),
    ]
    row = marked(ui, icon, ft.Column(words, spacing=0, tight=True))
    return tap_panel(ui, row, None, padding=12, action=ft.OpenUrl(number.address))


def big_dial(
    ui: Ui, name: str, number: PhoneNumber, note: str, ground: str, ink: str
) -> ft.Control:
    """A filled button of ``ground`` that dials, to be found in a fright: the number is its largest
    word. In large text the number wraps between its groups, and the icon stands above it."""
    icon = ft.Container(
        content=ft.Icon(ft.Icons.CALL_ROUNDED, color=ink, size=min(ui.size(28), 40)), height=40
    )
    words: list[ft.Control] = [_digits(ui, number, 24, ink)]
    if beneath := _joined(ui, name, note):
        words.append(ft.Text(beneath, style=ui.style(15, colour=ink, height=1.3)))
    row = marked(ui, icon, ft.Column(words, spacing=0, tight=True))
    action = ft.OpenUrl(number.address)
    return tap_panel(ui, row, None, background=ground, padding=14, action=action)


def numbers_of(
    ui: Ui,
    name: str,
    phone: CardNumber,
    note: str,
    ground: str,
    ink: str,
    draw: Draw = dial,
) -> list[ft.Control]:
    """A button for the number of the card. As long as nobody has said which number is meant: what was
    written, whole, a button for each number it may mean, and the way to the form that asks."""
    found = phone.reading
    if found.certain:
        only = found.candidates[0]
        return [draw(ui, _joined(ui, name, only.label), only.number, note, ground, ink)]
    t = ui.t
    whose = body(ui, _joined(ui, name, note), colour=ui.c.quiet)
    written = [whose, body(ui, ui.own(phone.words), strong=True)]
    buttons = [draw(ui, name, one.number, "", ground, ink) for one in found.candidates]
    asked: list[ft.Control] = []
    if not ui.do.lock.is_locked:
        question = t("Which one is right?") if len(buttons) > 1 else t("Check this number")
        asked.append(link(ui, question, ui.goes("/more/card")))
    return [panel(ui, [*written, *buttons, *asked], padding=12)]


def _digits(ui: Ui, number: PhoneNumber, size: float, ink: str) -> ft.Control:
    # Left to right inside any script: a number read backwards is a wrong number.
    style = ui.style(size, weight=700, colour=ink, height=1.25)
    return ft.Text(left_to_right(number.shown), style=style)


def _joined(ui: Ui, *parts: str) -> str:
    return " · ".join(ui.own(part) for part in parts if part)
