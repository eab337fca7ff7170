"""What screens are drawn around in plain Flet. Each test says what can go when it fails."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import flet as ft
import pytest
from flet.components.component import Component

from aya_companion.ui.kit.scrolling import new_scroller
from tests.device.flet.line import Line, open_session, packed


def words(shown: Any) -> list[str]:
    """The texts of what was drawn."""
    if isinstance(shown, list | tuple):
        return [word for part in shown for word in words(part)]
    if isinstance(shown, Component):
        return words(shown._b)
    if isinstance(shown, ft.View):
        return words(shown.controls)
    return [str(shown.value)] if isinstance(shown, ft.Text) else []


@ft.component
def Begun(word: str) -> ft.View:
    """A screen with a state: the word that it began with."""
    begun, _ = ft.use_state(word)
    return ft.View(controls=[ft.Text(f"{word}, begun with {begun}")])


@ft.component
def Shown(place: list[str], keyed: bool) -> list[ft.View]:
    """The screen of the address that is last in ``place``; taken anew when there is another."""
    at, set_at = ft.use_state(place[-1])
    ft.use_effect(lambda: set_at(place[-1]))
    screen: Any = Begun
    return [screen(at, key=at) if keyed else screen(at)]


@pytest.mark.parametrize(("keyed", "then"), [(False, "b, begun with a"), (True, "b, begun with b")])
def test_without_a_key_a_screen_takes_over_the_state_of_another(keyed: bool, then: str) -> None:
    """The key in ``_drawn`` (``ui/root.py``) can go when the first of the two fails."""

    async def live() -> list[str]:
        session = open_session(Line())
        place = ["a"]
        session.page.render_views(lambda: Shown(place, keyed))
        place.append("b")
        session.schedule_update(session.page.views)
        await asyncio.sleep(0.05)
        return words(session.page.views)

    assert asyncio.run(live()) == [then]


@pytest.mark.parametrize(("begin", "kept"), [(ft.Ref(), type(None)), (new_scroller, ft.Ref)])
def test_a_state_that_begins_with_a_ref_begins_with_its_content(begin: Any, kept: type) -> None:
    """``new_scroller`` can be a plain ``Ref`` when the first of the two fails."""
    found: list[Any] = []

    @ft.component
    def Screen() -> ft.View:
        state, _ = ft.use_state(begin)
        found.append(state)
        return ft.View()

    async def live() -> None:
        session = open_session(Line())
        session.page.render_views(lambda: [Screen()])

    asyncio.run(live())
    assert {type(state) for state in found} == {kept}


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot change its zone there")
def test_a_moment_is_sent_in_the_zone_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """``pick_day`` can give the calendar moments when this fails; days stay what they are."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        moment, day = packed([datetime(2026, 3, 1), date(2026, 3, 1)])
    finally:
        monkeypatch.undo()
        time.tzset()
    assert moment.data.startswith(b"2026-02-28T15:00")
    assert day.data == b"2026-03-01"


@ft.component
def RoutedScreen() -> ft.View:
    """A screen of ``ft.Router`` with a state: the topic that it began with."""
    topic = ft.use_route_params()["topic"]
    begun, _ = ft.use_state(topic)
    return ft.View(route=ft.use_view_path(), controls=[ft.Text(f"{topic}, begun with {begun}")])


def routed(listen: Callable[[ft.Page, list[str]], None]) -> tuple[list[str], list[str]]:
    """Go from /a to /b in an app with ``ft.Router``, then back. What is shown at /b, and what was
    heard by what ``listen`` installed before the router came."""

    @ft.component
    def App() -> Any:
        return ft.Router([ft.Route(path=":topic", component=RoutedScreen)], manage_views=True)

    async def live() -> tuple[list[str], list[str]]:
        session = open_session(Line())
        page, heard = session.page, list[str]()
        listen(page, heard)
        page.route = "/a"
        page.render_views(App)
        await asyncio.sleep(0.05)
        page.route = "/b"
        await session.dispatch_event(page._i, "route_change", {"route": "/b"})
        await asyncio.sleep(0.05)
        shown = words(page.views)
        await session.dispatch_event(page._i, "view_pop", {"route": "/b"})
        return shown, heard

    return asyncio.run(live())


@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited")
def test_the_router_of_flet_hands_state_on_and_leaves_our_listeners_out() -> None:
    """When this fails, look again at why the app has its own routes (``docs/flet.md``)."""

    def listen(page: ft.Page, heard: list[str]) -> None:
        async def back(_event: ft.ViewPopEvent) -> None:
            heard.append("back")

        page.on_route_change = lambda _event: heard.append("route")
        page.on_view_pop = back

    assert routed(listen) == (["b, begun with a"], [])
