"""How drawings are put together: a tinted sheet, a key, numbered places, a road with stations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.inks import inks
from aya_companion.ui.drawings.sketch import Sketch
from aya_companion.ui.kit.text import note
from aya_companion.ui.theme import READING_WIDTH

MINIATURE = 30
"""Side of a picture in a key, in logical pixels at normal text size."""


def room(ui: Ui) -> float:
    """The width a drawing inside a panel has, in logical pixels."""
    return max(220.0, min(ui.model.width - 32, READING_WIDTH) - 34)


def roomy(ui: Ui, width: float, wanted: float) -> bool:
    """Whether this width holds at the person's text size what needs ``wanted`` at the normal one."""
    return width / ui.scale >= wanted


def stack(controls: Sequence[ft.Control], spacing: float = 12) -> ft.Column:
    """Controls below each other, as wide as the drawing."""
    return ft.Column(
        list(controls),
        spacing=spacing,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def label(
    ui: Ui, words: str, *, strong: bool = False, colour: str | None = None, centred: bool = False
) -> ft.Control:
    """Words in a drawing. They wrap, grow with the text size and are read out one by one."""
    return read_alone(
        ft.Text(
            words,
            style=ui.style(16, weight=600 if strong else 400, colour=colour, height=1.35),
            text_align=ft.TextAlign.CENTER if centred else ft.TextAlign.START,
        )
    )


def remark(ui: Ui, words: str, *, colour: str | None = None, code: str | None = None) -> ft.Control:
    """Smaller, quieter words below a label; ``code`` is their language if not the interface's."""
    return read_alone(note(ui, words, colour=colour, code=code))


def read_alone(text: ft.Text) -> ft.Control:
    """Words of their own for a screen reader, and not a part of the picture's name."""
    return ft.Semantics(container=True, content=text)


def sheet(ui: Ui, content: ft.Control, ground: str | None = None) -> ft.Control:
    """A picture in the middle of its tinted ground."""
    return ft.Container(
        content=ft.Row([content], alignment=ft.MainAxisAlignment.CENTER),
        bgcolor=ground or inks(ui).sheet,
        border_radius=14,
        padding=ft.Padding.symmetric(vertical=10),
    )


@dataclass(frozen=True)
class Disc:
    """The look of a numbered disc: its ground, its number, and a ring that tells it from others."""

    ground: str
    number: str
    ring: str | None = None


def plain_disc(ui: Ui) -> Disc:
    """The disc of a drawing whose places differ only by their number."""
    return Disc(ui.c.strong, ui.c.on_strong, ring=ui.c.panel)


def badge(ui: Ui, number: int, disc: Disc, side: float | None = None) -> ft.Control:
    """A number in a disc, to find a place in the picture again in its key."""
    side = side or badge_side(ui)
    style = ui.style(16, weight=700, colour=disc.number, height=1.1)
    style.size = side * 0.58
    disc_of_number = ft.Container(
        content=ft.Text(
            ui.f.number(number), style=style, text_align=ft.TextAlign.CENTER, no_wrap=True
        ),
        bgcolor=disc.ground,
        border=ft.Border.all(2, disc.ring) if disc.ring else None,
        width=side,
        height=side,
        border_radius=side / 2,
        alignment=ft.Alignment.CENTER,
    )
    return ft.Semantics(exclude_semantics=True, content=disc_of_number)


def badge_side(ui: Ui) -> float:
    """How large a numbered disc is: it grows with the text, but not over the picture."""
    return min(ui.size(25), 36.0)


def placed(ui: Ui, sketch: Sketch, places: Sequence[tuple[float, float, int, Disc]]) -> ft.Control:
    """A sketch with numbered places: x and y in its units, number, disc."""
    side = badge_side(ui)
    marks: list[ft.Control] = [
        ft.Container(
            content=badge(ui, number, disc),
            left=sketch.across(x) - side / 2,
            top=sketch.down(y) - side / 2,
        )
        for x, y, number, disc in places
    ]
    canvas = sketch.control()
    return ft.Stack(
        [canvas, *marks],
        width=sketch.width * sketch.scale,
        height=sketch.height * sketch.scale,
        clip_behavior=ft.ClipBehavior.NONE,
    )


def miniature(ui: Ui, draw: Callable[[Sketch], None]) -> ft.Control:
    """A thing of the drawing, small, for its key; drawn on a sheet of 30 by 30 units."""
    side = min(ui.size(MINIATURE), 48.0)
    small = Sketch(30, 30, side)
    draw(small)
    return small.control()


def key(ui: Ui, entries: Sequence[tuple[ft.Control, str]]) -> ft.Control:
    """What the things in a picture are: each with its words beside it."""
    return stack([explained(ui, mark, words) for mark, words in entries], spacing=8)


def explained(ui: Ui, mark: ft.Control, words: str) -> ft.Control:
    """A mark and its words; below it where large text leaves no room for a long word beside it."""
    if not roomy(ui, room(ui), 150):
        return stack([ft.Row([mark]), label(ui, words)], spacing=4)
    return ft.Row(
        [mark, ft.Container(content=label(ui, words), expand=True)],
        spacing=12,
        vertical_alignment=ft.CrossAxisAlignment.CENTER
        if ui.scale < 1.3
        else ft.CrossAxisAlignment.START,
    )


@dataclass(frozen=True)
class Scene:
    """One picture of a story: what it shows, drawn to a width, and the words below it."""

    draw: Callable[[float], ft.Control]
    words: str


def scenes(ui: Ui, width: float, pictures: Sequence[Scene]) -> ft.Control:
    """A story in pictures: below each other, or side by side where there is room."""
    beside = roomy(ui, width, 560)
    gap = 14
    each = (width - gap * (len(pictures) - 1)) / len(pictures) if beside else width
    made: list[ft.Control] = []
    for number, scene in enumerate(pictures, 1):
        caption = explained(ui, badge(ui, number, plain_disc(ui)), scene.words)
        parts = stack([sheet(ui, scene.draw(each)), caption], spacing=8)
        made.append(ft.Container(content=parts, width=each) if beside else parts)
    if beside:
        return ft.Row(made, spacing=gap, vertical_alignment=ft.CrossAxisAlignment.START)
    return stack(made, spacing=18)


@dataclass(frozen=True)
class Station:
    """A place on a road: its picture on a sheet of 80 by 80 units, a name and what happens."""

    draw: Callable[[Sketch], None]
    name: str
    words: str
    ground: str | None = None


def road(ui: Ui, width: float, stations: Sequence[Station]) -> ft.Control:
    """Stations in order from top to bottom, joined by a line.

    With large text in a narrow place the words stand below their picture.
    """
    ink = inks(ui)
    beside = roomy(ui, width, 200)
    side = min(max(ui.size(80), 80.0), 128.0)
    made: list[ft.Control] = []
    for number, station in enumerate(stations):
        small = Sketch(80, 80, side, mirror=ui.rtl)
        station.draw(small)
        tile = ft.Container(
            content=small.control(),
            width=side,
            height=side,
            border_radius=side * 0.26,
            bgcolor=station.ground or ink.sheet,
        )
        words = stack(
            [
                label(ui, station.name, strong=True),
                remark(ui, station.words),
            ],
            spacing=2,
        )
        last = number == len(stations) - 1
        line = ft.BorderSide(4, ft.Colors.TRANSPARENT if last else ink.soft)
        edge = side / 2 - 2
        if not beside:
            made.append(ft.Row([tile]))
            made.append(ft.Container(content=words, padding=ft.Padding.only(top=8, bottom=4)))
            if not last:
                bar = ft.Container(width=4, height=18, bgcolor=ink.soft, border_radius=2)
                made.append(ft.Row([ft.Container(width=edge), bar], spacing=0))
            continue
        # The border is the line: it is as long as the words need, which no canvas could know.
        behind = side - edge - 4 + 16
        rail = ft.Container(
            border=ft.Border(right=line) if ui.rtl else ft.Border(left=line),
            margin=ft.Margin.only(right=edge) if ui.rtl else ft.Margin.only(left=edge),
            padding=ft.Padding.only(
                left=0 if ui.rtl else behind,
                right=behind if ui.rtl else 0,
                bottom=0 if last else 18,
            ),
            content=ft.Row(
                [ft.Container(width=0, height=side), ft.Container(content=words, expand=True)],
                spacing=0,
                vertical_alignment=ft.CrossAxisAlignment.CENTER,
            ),
        )
        made.append(ft.Stack([rail, start(ui, tile)]))
    return stack(made, spacing=0)


def start(ui: Ui, control: ft.Control, top: float = 0) -> ft.Control:
    """A control at the upper corner where lines of text begin, on top of a stack."""
    place = ft.Container(content=control, top=top)
    if ui.rtl:
        place.right = 0
    else:
        place.left = 0
    return place
