"""The page on putting the app on a phone: pictures, and whose come first."""

from __future__ import annotations

from typing import Any

import flet as ft
import flet.canvas as cv
import pytest
from flet.components.component import Renderer

from aya_companion.domain.installation import Installed
from aya_companion.domain.settings import Settings
from aya_companion.ui.context import make_ui
from aya_companion.ui.drawings.parts import room
from aya_companion.ui.drawings.put_on_phone import on_android, on_iphone
from tests.ui.sight import Sight
from tests.ui.window import Window, drawing, open_window

WAYS = [on_android, on_iphone]


def installed(*, in_safari: bool) -> Installed:
    """How the app sits in a browser."""
    return Installed(
        release="1.0",
        build="0123456789ab",
        works_offline=True,
        fonts_for_all=True,
        on_home_screen=False,
        in_safari=in_safari,
        may_forget=in_safari,
    )


def window_in(*, in_safari: bool) -> Window:
    """The page in a browser, after it was looked at what is on the device."""
    window = open_window()

    async def look() -> Installed:
        return installed(in_safari=in_safari)

    window.model.companion.look_at_installation = look
    window.go("/more/install")
    return window.tap("Look again")


@pytest.mark.parametrize("in_safari", [False, True])
def test_the_way_of_this_phone_comes_first(in_safari: bool) -> None:
    """Safari's in Safari, else Android's; the other one follows."""
    words = window_in(in_safari=in_safari).sight.words
    android, iphone = words.index("Android"), words.index("iPhone and iPad")
    assert (iphone < android) == in_safari


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("width", "scale"), [(320.0, 1.0), (320.0, 2.0), (1280.0, 1.0)])
def test_each_step_has_a_picture_that_fits(
    way: Any, language: str, width: float, scale: float
) -> None:
    """Three pictures, each called by what it shows, none wider than its card."""
    settings = Settings(language=language, text_size=scale, started=True)
    window = open_window(settings, width=width)
    ui = make_ui(window.model, window.do)
    renderer: Any = Renderer()  # type: ignore[no-untyped-call]
    with drawing(), renderer.with_context():
        sight = Sight([way(ui, room(ui))], window._expanding())
    images = [each for each in sight.of(ft.Semantics) if each.image]
    assert len({each.label for each in images}) == 3
    canvases = sight.of(cv.Canvas)
    assert len(canvases) == 3
    assert all(canvas.width <= room(ui) for canvas in canvases)
