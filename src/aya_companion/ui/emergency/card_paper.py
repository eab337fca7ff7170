"""The emergency card outside the app: on paper for the wallet, as a picture for the lock screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import flet as ft
import flet.canvas as cv

from aya_companion.i18n.bidi import left_to_right
from aya_companion.state.paper_actions import CardPicture
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import primary, secondary
from aya_companion.ui.kit.documents import hand_out
from aya_companion.ui.kit.fields import choice
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.text import aligned, body, directed, heading, note
from aya_companion.ui.routes import Route
from aya_companion.ui.theme import CODE, LIGHT
from aya_companion.ui.wording.calling import line_name
from aya_companion.ui.wording.choices import second_languages

PICTURE_WIDTH = 320
PICTURE_HEIGHT = 680
"""A picture of this size fills a phone's lock screen; its top stays free for the clock."""

RED, INK, PAPER, QUIET = LIGHT.call, LIGHT.text, LIGHT.panel, LIGHT.quiet
"""The picture looks the same in light and dark: helpers have to read it in the street."""


@ft.component
def CardPaperScreen(ui: Ui, route: Route) -> ft.View:
    """Wallet card in two languages, then the picture."""
    t = ui.t
    chosen = ui.model.settings.second_language
    second, set_second = ft.use_state("" if chosen == ui.code else chosen)
    codes = [ui.code, second] if second else [ui.code]
    picture: Any = ft.use_ref(None)

    def make() -> str:
        return ui.do.paper.emergency_card(codes, line_name)

    async def save_picture() -> None:
        try:
            data = await picture.current.capture(pixel_ratio=3.5)
            saved = await ui.model.host.save_file("emergency-card.png", data)
        except OSError:
            notice(ui, t("The file could not be written. Free some space, then try again."))
            return
        if saved:
            notice(ui, t("Saved. Choose it as the picture of your lock screen."))

    shown = ui.do.paper.card_picture(codes, line_name)
    shot = ft.Screenshot(content=_picture(ui, shown))
    picture.current = shot
    controls: list[ft.Control] = [
        body(
            ui,
            t("For when your phone is locked or empty. It shows what stands on your card now."),
            colour=ui.c.quiet,
        ),
        choice(
            ui, t("Second language, for helpers"), second_languages(t, ui.code), second, set_second
        ),
        heading(ui, t("For the wallet")),
        primary(
            ui,
            t("Print or save as PDF"),
            ui.does(hand_out, ui, "emergency-card", make, True),
            ft.Icons.PRINT_ROUNDED,
        ),
        heading(ui, t("For the lock screen")),
        note(ui, t("Anyone who picks up the phone can read it.")),
        *([] if shown.is_whole else [note(ui, _too_long(ui), colour=ui.c.gold)]),
        ft.Row([shot], alignment=ft.MainAxisAlignment.CENTER, scroll=ft.ScrollMode.AUTO),
        secondary(
            ui, t("Save the picture"), ui.does(save_picture), ft.Icons.IMAGE_ROUNDED, fill=True
        ),
    ]
    return screen(ui, route, controls, name=t("Card to take along"))


def _too_long(ui: Ui) -> str:
    return ui.t(
        "The code holds the beginning of your card, not all of it. Shorter notes leave room for more."
    )


def _picture(ui: Ui, shown: CardPicture) -> ft.Control:
    """The card drawn at a fixed size: a picture does not follow the text size of the screen."""

    def words(code: str, text: str, size: float, **look: Any) -> ft.Text:
        return _words(ui, code, text, size, **look)

    codes = [side.code for side in shown.sides]
    first, both = codes[0], len(codes) > 1
    title_size = 14 if both else 18
    named = list(zip(codes, shown.titles, strict=True))
    lines: list[ft.Control] = [
        _pair([words(s, said, title_size, bold=True, colour=RED, lines=4) for s, said in named])
    ]
    for fact in shown.facts:
        sides = list(zip(codes, fact, strict=True))
        lines.append(_pair([words(s, each.label, 11, colour=QUIET) for s, each in sides]))
        if fact[0].number:
            lines.append(words(first, left_to_right(fact[0].words), 17, bold=True))
        elif all(each.words == fact[0].words for each in fact):
            lines.append(words(first, fact[0].words, 14, bold=True))
        else:
            lines.append(_pair([words(s, each.words, 13, bold=True, lines=3) for s, each in sides]))
    said = zip(codes, shown.says, strict=True)
    foot = ft.Row(
        [
            _code(ui, shown.code, 112.0 if both else 128.0),
            ft.Column(
                [words(s, text, 10 if both else 11, lines=6) for s, text in said],
                spacing=6,
                tight=True,
                expand=True,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
        ],
        spacing=10,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return ft.Container(
        content=ft.Column(
            [
                ft.Column(
                    lines,
                    spacing=2,
                    tight=True,
                    horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                ),
                foot,
            ],
            alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        width=PICTURE_WIDTH,
        height=PICTURE_HEIGHT,
        bgcolor=PAPER,
        rtl=shown.sides[0].direction == "rtl",
        padding=ft.Padding.only(left=18, right=18, top=165, bottom=60),
    )


def _words(
    ui: Ui,
    code: str,
    text: str,
    size: float,
    *,
    bold: bool = False,
    colour: str = INK,
    lines: int = 2,
) -> ft.Text:
    """Words of a size that stays, at most so many lines of them."""
    style = ui.style(size / ui.scale, weight=700 if bold else 400, colour=colour, code=code)
    style.height = 1.25
    return ft.Text(
        directed(ui, text, code),
        style=style,
        text_align=aligned(ui, code),
        max_lines=lines,
        overflow=ft.TextOverflow.ELLIPSIS,
    )


def _pair(texts: Sequence[ft.Control]) -> ft.Control:
    """What both languages say, side by side."""
    return ft.Row(
        [ft.Container(text, expand=True) for text in texts],
        spacing=12,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _code(ui: Ui, rows: list[list[bool]], width: float) -> ft.Control:
    square = width / len(rows)
    ink = ft.Paint(color=CODE, anti_alias=False)
    shapes: list[cv.Shape] = [cv.Rect(0, 0, width, width, paint=ft.Paint(color=PAPER))]
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                shapes.append(
                    cv.Rect(x * square, y * square, (end - x) * square, square, paint=ink)
                )
            x = max(end, x + 1)
    return ft.Semantics(
        label=ui.t("Code with this card as text"),
        image=True,
        container=True,
        content=cv.Canvas(shapes, width=width, height=width),
    )
