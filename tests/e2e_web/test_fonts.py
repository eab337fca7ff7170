"""Every script that people read or type is drawn, with fonts of the app's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from tests.e2e_web.conftest import Site, open_app, wait_until_kept
from tests.e2e_web.test_storage import run_python

pytestmark = pytest.mark.usefixtures("been_here")

OpenBrowser = Callable[[], BrowserContext]

SAMPLES = {
    "Latin": "éß",
    "Vietnamese": "ệữ",
    "Greek": "Ωλ",
    "Cyrillic": "Жя",
    "Arabic": "عم",
    "Devanagari": "कम",
    "Chinese, simplified": "你医",
    "Chinese, traditional": "體醫",
    "Japanese": "あ薬",
    "Korean": "안약",
    "emoji": "😀🎗",
    "signs": "✓≥",
    "more signs": "→°",
}
NOWHERE = "\u0378"
"""A code that no font has: what it looks like is the box of a missing sign."""

SIZE = 40
SHOW = """
import json
import flet as ft
import flet_js
page = flet_js.start_connection.__self__.session.page
def cell(content):
    return ft.Container(content, width={size}, height={size}, bgcolor="white")
def typed(sign):
    return ft.TextField(
        value=sign, text_size=24, dense=True, content_padding=0, border=ft.InputBorder.NONE
    )
rows = [
    ft.Row([cell(ft.Text(sign, size=24)) for sign in pair] + [cell(typed(sign)) for sign in pair], spacing=0)
    for pair in {pairs!r}
]
grid = ft.Column(rows, spacing=0)
page.overlay.append(ft.Container(grid, left=0, top=0, bgcolor="white"))
page.update()
1
"""
FONT_LOADED = 6000
"""Milliseconds in which the last of the fonts is loaded and drawn with."""


def test_no_script_is_drawn_as_boxes(site: Site, open_browser: OpenBrowser) -> None:
    """Two signs of each script look different from each other and from a missing sign.

    On a page and in a field, with the server stopped. The engine asks for a font only until it
    has it, and never for one of its own.
    """
    context = open_browser()
    wait_until_kept(open_app(context, site.url))
    site.stop()
    page = open_app(context, site.url)
    asked: list[str] = []
    failed: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("requestfailed", lambda request: failed.append(request.url))
    pairs = [NOWHERE * 2, *SAMPLES.values()]
    run_python(page, SHOW.format(size=SIZE, pairs=pairs))
    page.wait_for_timeout(FONT_LOADED)

    def drawn(row: int, column: int) -> bytes:
        where = {"x": column * SIZE, "y": row * SIZE, "width": SIZE, "height": SIZE}
        return page.screenshot(clip=where)  # type: ignore[arg-type]

    boxed = []
    for first_column in (0, 2):
        box = drawn(0, first_column)
        assert box == drawn(0, first_column + 1)
        for row, script in enumerate(SAMPLES, start=1):
            first, second = drawn(row, first_column), drawn(row, first_column + 1)
            if first == second or box in (first, second):
                boxed.append((script, "typed" if first_column else "read"))
    assert boxed == []
    assert not [url for url in asked if "/assets/fonts/noto" in url]
    assert failed == []
    before = len(asked)
    page.wait_for_timeout(2000)
    assert asked[before:] == []
