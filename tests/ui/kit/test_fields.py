"""Lists and switches call back with what was chosen, and wait for what has to be waited for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import flet as ft
import pytest

from aya_companion.ui.context import make_ui
from aya_companion.ui.kit.fields import choice, switch
from tests.ui.sight import Sight
from tests.ui.window import call, drawing, open_window


class Heard:
    """Two callbacks that remember what they were told: one plain, one to wait for."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def plain(self, what: object) -> None:
        self.told.append(what)

    async def waited(self, what: object) -> None:
        self.told.append(what)


def control_of(drawn: ft.Control, kind: type[Any]) -> Any:
    return Sight([drawn], lambda _: []).of(kind)[0]


@pytest.mark.parametrize("way", ["plain", "waited"])
def test_a_list_calls_with_the_key(way: str) -> None:
    window, heard = open_window(), Heard()
    with drawing():
        ui = make_ui(window.model, window.do)
        drawn = choice(ui, "Fruit", {"a": "Apple"}, "", getattr(heard, way))
    field = control_of(drawn, ft.Dropdown)
    call(field.on_select, SimpleNamespace(control=SimpleNamespace(value="a")))
    assert heard.told == ["a"]


@pytest.mark.parametrize("way", ["plain", "waited"])
def test_a_switch_calls_with_whether_it_is_on(way: str) -> None:
    window, heard = open_window(), Heard()
    with drawing():
        drawn = switch(make_ui(window.model, window.do), "Light", False, getattr(heard, way))
    button = control_of(drawn, ft.Switch)
    call(button.on_change, SimpleNamespace(control=SimpleNamespace(value=True)))
    assert heard.told == [True]
