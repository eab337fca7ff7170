"""Where to tap to put the app on a phone, step by step: Android, and iPhone or iPad."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.inks import Inks, inks
from aya_companion.ui.drawings.parts import Scene, scenes
from aya_companion.ui.drawings.sketch import Sketch

Draw = Callable[[Sketch, Ui, Inks], None]


def on_android(ui: Ui, width: float) -> ft.Control:
    """The browser's menu, the line in it, the home screen."""
    t = ui.t
    story = [
        _scene(
            ui,
            _three_dots,
            t("A phone's browser. A ring marks three dots beside the address."),
            t("Open the browser's menu: three dots at the top."),
        ),
        _scene(
            ui,
            _menu,
            t("The open menu. The marked line has a small phone with an arrow."),
            t("Tap \u201cInstall app\u201d or \u201cAdd to home screen\u201d."),
        ),
        _at_home(ui, t("From now on, open it from its picture.")),
    ]
    return scenes(ui, width, story)


def on_iphone(ui: Ui, width: float) -> ft.Control:
    """Safari's share button, the line in its list, the home screen."""
    t = ui.t
    story = [
        _scene(
            ui,
            _share_button,
            t("Safari on a phone. A ring marks the square with the arrow, at the bottom."),
            t("In Safari, tap the square with the arrow."),
        ),
        _scene(
            ui,
            _share_list,
            t("The open list. The marked line has a plus in a square."),
            t("Scroll down and tap \u201cAdd to Home Screen\u201d."),
        ),
        _at_home(
            ui,
            t(
                "Open it from its picture, and write there. Safari's own page keeps a "
                "separate diary, and may erase it after a week without a visit."
            ),
        ),
    ]
    return scenes(ui, width, story)


def _scene(ui: Ui, draw: Draw, shown: str, words: str) -> Scene:
    """A picture of a phone, which a screen reader calls ``shown``, and what to do."""

    def drawn(width: float) -> ft.Control:
        s = Sketch(200, 170, min(width - 20, 260.0), mirror=ui.rtl)
        ink = inks(ui)
        s.box(25, 6, 150, 158, 16, ink.line)
        s.box(30, 11, 140, 148, 12, ink.softer)
        draw(s, ui, ink)
        return ft.Semantics(image=True, label=shown, container=True, content=s.control())

    return Scene(drawn, words)


def _at_home(ui: Ui, words: str) -> Scene:
    shown = ui.t("The phone's home screen. A ring marks the app among the other pictures.")
    return _scene(ui, _home_screen, shown, words)


def _three_dots(s: Sketch, ui: Ui, ink: Inks) -> None:
    s.box(38, 20, 100, 20, 10, ink.clear)
    s.box(46, 27, 60, 6, 3, ink.soft)
    _page(s, ink, 58)
    for y in (23, 30, 37):
        s.circle(154, y, 2.4, ui.c.text)
    s.ring(154, 30, 15, ui.c.accent, 3)


def _menu(s: Sketch, ui: Ui, ink: Inks) -> None:
    _page(s, ink, 58)
    s.box(62, 18, 102, 134, 10, ink.clear)
    _lines(s, ui, ink, Band(67, 92, 108), words=95)
    s.frame(76, 99, 11, 18, 3, ui.c.text, 1.8)
    s.stroke("M 81.5 103 L 81.5 111", ui.c.text, 1.8)
    s.stroke("M 78.5 108.5 L 81.5 112 L 84.5 108.5", ui.c.text, 1.8)


def _share_button(s: Sketch, ui: Ui, ink: Inks) -> None:
    s.box(80, 15, 40, 7, 3.5, ink.line)
    _page(s, ink, 34)
    s.box(30, 128, 140, 31, 12, ink.clear)
    for x in (48, 72, 128, 152):
        s.circle(x, 143, 4, ink.soft)
    s.stroke("M 96 140 L 93 140 L 93 151 L 107 151 L 107 140 L 104 140", ui.c.text, 2)
    s.stroke("M 100 146 L 100 133", ui.c.text, 2)
    s.stroke("M 96 137 L 100 133 L 104 137", ui.c.text, 2)
    s.ring(100, 142, 16, ui.c.accent, 3)


def _share_list(s: Sketch, ui: Ui, ink: Inks) -> None:
    s.box(80, 15, 40, 7, 3.5, ink.line)
    s.box(36, 30, 128, 122, 12, ink.clear)
    _lines(s, ui, ink, Band(41, 118, 113), words=50)
    s.frame(136, 106, 14, 14, 3, ui.c.text, 1.8)
    s.stroke("M 143 110 L 143 116", ui.c.text, 1.8)
    s.stroke("M 140 113 L 146 113", ui.c.text, 1.8)


def _home_screen(s: Sketch, ui: Ui, ink: Inks) -> None:
    for row in range(4):
        for column in range(3):
            s.box(46 + column * 41, 20 + row * 34, 26, 26, 8, ink.soft)
    s.box(87, 54, 26, 26, 8, ui.c.strong)
    s.circle(100, 67, 5.5, ui.c.on_strong)
    s.ring(100, 67, 21, ui.c.accent, 3)


def _page(s: Sketch, ink: Inks, top: float) -> None:
    """Lines of text on a page."""
    for number, long in enumerate((92, 116, 104, 72)):
        s.box(42, top + number * 18, long, 7, 3.5, ink.soft)


@dataclass(frozen=True)
class Band:
    """What marks a line of a list: where it begins, how long it is, and its middle."""

    x: float
    width: float
    middle: float


def _lines(s: Sketch, ui: Ui, ink: Inks, band: Band, words: float) -> None:
    """Five lines of a list whose ``words`` begin there; the fourth is marked."""
    s.box(band.x, band.middle - 13, band.width, 26, 8, ui.c.accent_soft)
    s.frame(band.x, band.middle - 13, band.width, 26, 8, ui.c.accent, 3)
    for number in range(-3, 2):
        colour = ink.soft if number else ink.line
        s.box(words, band.middle + number * 22 - 3.5, band.width * 0.5, 7, 3.5, colour)
