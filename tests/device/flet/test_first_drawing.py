"""A window whose first screen cannot be drawn gets the next one whole."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import flet as ft
import pytest
from flet.messaging.protocol import MessageAction

from aya_companion.device.flet.first_drawing import draw_first
from tests.device.flet.line import Line, open_session

WORDS = "is my hair going to fall out"


class Screen:
    """Views that cannot be drawn until they are ``mended``."""

    def __init__(self) -> None:
        self.mended = False

    def mend(self, _error: Exception) -> None:
        """From now on they can."""
        self.mended = True

    def root(self) -> Any:
        """What is to be drawn."""
        return Root(self)


@ft.component
def Root(screen: Screen) -> list[ft.View]:
    """The views."""
    if not screen.mended:
        raise ValueError(WORDS)
    return [ft.View(controls=[ft.Text("We are sorry.")])]


def reached(draw: Callable[[ft.Page, Screen], None]) -> list[Any]:
    """What a window is told when ``draw`` shows it a screen: for each change, which property of
    what it already has."""

    async def live() -> list[Any]:
        line = Line()
        session = open_session(line)
        draw(session.page, Screen())
        changes = [body["patch"] for kind, body in line.sent if kind is MessageAction.PATCH_CONTROL]
        return [operation[2] for patch in changes for operation in patch[1:]]

    return asyncio.run(live())


def test_plain_flet_sends_parts_of_what_the_window_never_got() -> None:
    """``first_drawing.py`` can go when this fails."""

    def draw(page: ft.Page, screen: Screen) -> None:
        with pytest.raises(ValueError, match=WORDS):
            page.render_views(screen.root)
        screen.mended = True
        page.render_views(screen.root)

    assert reached(draw) == ["_b"]


def test_after_a_failure_the_window_gets_all_its_views() -> None:
    def draw(page: ft.Page, screen: Screen) -> None:
        draw_first(page, screen.root, screen.mend)

    told = reached(draw)
    assert told
    assert set(told) == {"views"}


def test_what_fails_twice_is_raised() -> None:
    async def live() -> None:
        session = open_session(Line())
        draw_first(session.page, Screen().root, lambda _error: None)

    with pytest.raises(ValueError, match=WORDS):
        asyncio.run(live())


def test_a_screen_that_can_be_drawn_is_drawn_once() -> None:
    def draw(page: ft.Page, screen: Screen) -> None:
        screen.mended = True
        draw_first(page, screen.root, screen.mend)

    assert reached(draw) == ["views"]
