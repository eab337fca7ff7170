"""Warning signs on the outline of a body, in the three levels of calling."""

from __future__ import annotations

import flet as ft

from aya_companion.domain.care_team import CallLevel
from aya_companion.i18n.catalogs import Translator
from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.inks import inks
from aya_companion.ui.drawings.parts import (
    Disc,
    badge,
    badge_side,
    key,
    label,
    placed,
    roomy,
    sheet,
    stack,
)
from aya_companion.ui.drawings.sketch import Sketch
from aya_companion.ui.wording.calling import level_name

PLACES: dict[int, tuple[float, float]] = {
    1: (110, 16),
    2: (44, 154),
    3: (132, 122),
    4: (146, 30),
    5: (76, 40),
    6: (84, 102),
    7: (110, 178),
    8: (132, 282),
    9: (190, 110),
    10: (88, 376),
    11: (78, 232),
}
"""Where each numbered sign stands on a sheet of 220 by 400 units."""


def signs(t: Translator) -> dict[CallLevel, tuple[str, ...]]:
    """What is numbered, from the head down in each level."""
    return {
        CallLevel.EMERGENCY: (
            t("Head: your worst headache ever, new confusion, trouble speaking, a seizure"),
            t("Face, arm or leg: drooping or sudden weakness"),
            t("Chest: pain or trouble breathing"),
        ),
        CallLevel.TEAM: (
            t("Head: a new bad headache"),
            t("Eyes and skin: yellow color"),
            t("Central line: redness, pus or pain"),
            t("Belly: bad pain"),
            t("Arm or leg: swelling or pain"),
            t("Whole body: fever at your team's number, shivering, feeling very ill"),
        ),
        CallLevel.TODAY: (
            t("Hands and feet: tingling"),
            t("Jaw, joints or hips: pain"),
        ),
    }


def body_signs(ui: Ui, width: float) -> ft.Control:
    """A person from the front with numbers, and what each number means."""
    t, c = ui.t, ui.c
    looks = {
        CallLevel.EMERGENCY: (Disc(c.call, c.panel), c.call, c.call_soft),
        CallLevel.TEAM: (Disc(c.panel, c.call, c.call), c.call, c.call_soft),
        CallLevel.TODAY: (Disc(c.panel, c.gold, c.gold), c.gold, c.gold_soft),
    }
    places: list[tuple[float, float, int, Disc]] = []
    groups: list[ft.Control] = []
    for level, words in signs(t).items():
        disc, colour, ground = looks[level]
        rows: list[tuple[ft.Control, str]] = []
        for number, sign in enumerate(words, len(places) + 1):
            places.append((*PLACES[number], number, disc))
            rows.append((badge(ui, number, disc), sign))
        groups.append(_group(ui, level, rows, colour, ground))
    last = label(ui, t("Other signs count too. If you are unsure, call."), strong=True)
    if not roomy(ui, width, 560):
        body = _body(ui, min(width - 16, 340.0))
        return stack([sheet(ui, placed(ui, body, places)), *groups, last])
    side = min(width * 0.42, 400.0)
    body = _body(ui, side - 16)
    return ft.Row(
        [
            ft.Container(content=sheet(ui, placed(ui, body, places)), width=side),
            ft.Container(content=stack([*groups, last]), expand=True),
        ],
        spacing=16,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _group(
    ui: Ui, level: CallLevel, rows: list[tuple[ft.Control, str]], colour: str, ground: str
) -> ft.Control:
    """The signs of one level, below its name."""
    icon = (
        ft.Icons.EMERGENCY_ROUNDED
        if level is CallLevel.EMERGENCY
        else ft.Icons.PHONE_IN_TALK_ROUNDED
    )
    name = label(ui, level_name(ui.t, level), strong=True, colour=colour)
    head = ft.Row(
        [
            ft.Icon(icon, color=colour, size=badge_side(ui)),
            ft.Container(content=name, expand=True),
        ],
        spacing=12,
    )
    return ft.Container(
        content=stack([head, key(ui, rows)], spacing=9),
        bgcolor=ground,
        border_radius=14,
        padding=14,
    )


HALF = (
    "M -1 58 L 11 60 C 11 74 18 77 30 80 C 46 83 52 92 55 108 C 60 128 66 146 70 164 "
    "C 74 182 80 202 84 222 C 90 240 93 258 83 260 C 73 261 71 240 68 226 C 63 206 56 188 52 170 "
    "L 41 124 C 41 150 36 162 36 178 C 37 198 43 210 44 236 C 45 272 40 300 37 330 "
    "C 35 350 33 362 34 375 C 40 388 38 396 27 396 L 19 396 C 9 396 8 386 10 374 C 8 344 10 322 8 302 "
    "C 6 280 5 262 3 250 L -1 250 Z"
)
"""One side of a body from the front, outwards from its middle line."""


def _half(side: int) -> str:
    """The half on the one (1) or other (-1) side of the middle line at 110 units."""
    across = True
    words: list[str] = []
    for word in HALF.split():
        if word.isalpha():
            words.append(word)
            continue
        words.append(str(110 + side * float(word)) if across else word)
        across = not across
    return " ".join(words)


def _body(ui: Ui, width: float) -> Sketch:
    """A person from the front. It is the same in every language, so it is never mirrored."""
    ink = inks(ui)
    s = Sketch(220, 400, width)
    skin = ink.soft
    # All outlines first: what is filled over them leaves the outer edge of the whole.
    s.oval(110, 38, 25.6, 30.6, ink.line)
    for side in (1, -1):
        s.stroke(_half(side), ink.line, 3.2)
    s.oval(110, 38, 24, 29, skin)
    for side in (1, -1):
        s.path(_half(side), skin)
    s.stroke("M 97 76 Q 88 84 88 96 L 88 128", ink.medicine, 3)
    s.circle(88, 130, 4, ink.medicine)
    for x, y in ((168, 74), (180, 68)):
        s.stroke(
            f"M {x} {y} Q {x + 5} {y + 4} {x} {y + 8} Q {x - 5} {y + 12} {x} {y + 16}", ink.line, 3
        )
    return s
