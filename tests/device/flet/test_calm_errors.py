"""When the app itself fails, the person is told calmly, and the app goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import flet as ft
import pytest
from flet.components.component import Component
from flet.messaging.session import Session

from aya_companion.device.flet import calm_errors as repair
from aya_companion.device.flet.calm_errors import calm_errors
from tests.device.flet.line import Line, open_session

WORDS = "is my hair going to fall out"
LAST_WORDS = "Close it and open it again."


@pytest.fixture(autouse=True)
def plain_flet(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the repair changes for all windows is as it was after each test."""
    monkeypatch.setattr(Component, "update", Component.update)


def told_by(session: Session) -> list[str]:
    """The kinds of error that a repaired session tells, as they come."""
    told: list[str] = []
    calm_errors(session.page, told.append, lambda: LAST_WORDS)
    return told


async def fail(session: Session) -> None:
    """An event of the window, whose answer fails and quotes what a person wrote."""

    def answer(_event: Any) -> None:
        raise ValueError(WORDS)

    session.page.on_resize = answer
    await session.dispatch_event(session.page._i, "resize", {"width": 1.0, "height": 1.0})


class Parts:
    """Two parts of a screen, each with what redraws it; the first fails from its second time on."""

    def __init__(self) -> None:
        self.redraw: dict[str, Callable[[int], None]] = {}
        self.drawn: list[str] = []

    def draw(self, session: Session) -> None:
        """Show both."""

        @ft.component
        def Part(name: str) -> ft.Text:
            times, set_times = ft.use_state(0)
            self.redraw[name] = set_times
            if name == "broken" and times:
                raise ValueError(WORDS)
            self.drawn.append(f"{name} {times}")
            return ft.Text(name)

        session.page.render_views(lambda: [ft.View(controls=[Part("broken"), Part("whole")])])

    async def change(self, name: str) -> None:
        """Have a part drawn again."""
        self.redraw[name](1)
        await asyncio.sleep(0.01)


def test_plain_flet_shows_the_whole_error_values_included() -> None:
    """The first half of ``calm_errors.py`` can go when this fails."""

    async def live() -> list[str]:
        line = Line()
        session = open_session(line)
        await fail(session)
        return line.crashes

    (shown,) = asyncio.run(live())
    assert WORDS in shown
    assert "Traceback" in shown


def test_plain_flet_draws_nothing_any_more_after_a_part_could_not_be_drawn() -> None:
    """``_update_calmly`` can go when this fails."""

    async def live() -> tuple[list[str], list[str]]:
        asyncio.get_running_loop().set_exception_handler(lambda *_unheard: None)
        line, parts = Line(), Parts()
        session = open_session(line)
        parts.draw(session)
        await parts.change("broken")
        await parts.change("whole")
        return parts.drawn, line.crashes

    assert asyncio.run(live()) == (["broken 0", "whole 0"], [])


def test_the_kind_of_an_error_is_told_and_nothing_else() -> None:
    async def live() -> tuple[list[str], list[str]]:
        line = Line()
        session = open_session(line)
        told = told_by(session)
        await fail(session)
        return told, line.crashes

    assert asyncio.run(live()) == (["ValueError"], [])


def test_when_the_telling_fails_at_once_flet_has_the_last_word() -> None:
    """Of our own words: the second of two errors close together comes from the problem screen."""

    async def live() -> tuple[list[str], list[str]]:
        line = Line()
        session = open_session(line)
        told = told_by(session)
        await fail(session)
        await fail(session)
        return told, line.crashes

    assert asyncio.run(live()) == (["ValueError"], [LAST_WORDS])


def test_a_later_error_is_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repair, "TOO_SOON", 0.0)

    async def live() -> list[str]:
        session = open_session(Line())
        told = told_by(session)
        await fail(session)
        await fail(session)
        return told

    assert asyncio.run(live()) == ["ValueError", "ValueError"]


def test_drawing_goes_on_after_a_part_could_not_be_drawn() -> None:
    async def live() -> tuple[list[str], list[str]]:
        parts, session = Parts(), open_session(Line())
        told = told_by(session)
        parts.draw(session)
        await parts.change("broken")
        await parts.change("whole")
        return parts.drawn, told

    assert asyncio.run(live()) == (["broken 0", "whole 0", "whole 1"], ["ValueError"])
