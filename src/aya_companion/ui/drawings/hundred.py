"""A picture of 100 people: those to whom something happened, and the others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import flet as ft

from aya_companion.library.page import ListBlock, Paragraph, Picture
from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.dots import dot, field
from aya_companion.ui.drawings.inks import inks
from aya_companion.ui.drawings.parts import miniature, read_alone, sheet, stack


def hundred(ui: Ui, width: float, picture: Picture, text: Callable[..., ft.Text]) -> ft.Control:
    """100 dots, ``picture.count`` of them marked, and a legend for both outcomes.

    The legend's words are the page's own, each drawn by ``text``; each figure keeps its source marks.
    """
    ink = inks(ui)
    dots = field(ui, width - 24, 10, 10, set(range(picture.count or 0)), largest=34)
    legend: list[ft.Control] = []
    for block in picture.blocks:
        if isinstance(block, ListBlock):
            for item, marked in zip(block.items, (True, False), strict=False):
                small = miniature(ui, partial(dot, ink=ink, x=15, y=15, r=9, marked=marked))
                words = [
                    read_alone(text(inner.content, size=16))
                    for inner in item.blocks
                    if isinstance(inner, Paragraph)
                ]
                legend.append(
                    ft.Row(
                        [small, ft.Container(content=stack(words), expand=True)],
                        spacing=10,
                        vertical_alignment=ft.CrossAxisAlignment.START,
                    )
                )
        elif isinstance(block, Paragraph):
            legend.append(read_alone(text(block.content, size=15, colour=ui.c.quiet)))
    return stack([sheet(ui, dots), *legend])
