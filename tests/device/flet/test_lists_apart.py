"""What moves on a screen while equal values come and go in its lists."""

from __future__ import annotations

import asyncio
from typing import Any

import flet as ft
import pytest
from flet.controls.object_patch import DiffBuilder

from aya_companion.device.flet.lists_apart import keep_lists_apart
from tests.device.flet.line import Line, open_session

PLAIN = DiffBuilder._index_key


@pytest.fixture(autouse=True)
def plain_flet(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Flet comes; what the app does to it in another test is undone."""
    monkeypatch.setattr(DiffBuilder, "_index_key", PLAIN)


def written(words: str, *fonts: str) -> ft.Control:
    """A text in some fonts."""
    return ft.Text(words, style=ft.TextStyle(font_family_fallback=list(fonts)))


def after_a_change() -> list[Any]:
    """The second text comes first, and with it a font; the one after it loses the same."""

    @ft.component
    def Screen() -> ft.View:
        changed, set_changed = ft.use_state(False)
        change.append(lambda: set_changed(True))
        fixed = ft.Container(key="fixed")
        before: list[Any] = [fixed, written("one", "Own"), written("two", "Own", "Noto")]
        after: list[Any] = [written("one", "Own", "Noto"), fixed, written("two", "Own")]
        return ft.View(controls=after if changed else before)

    change: list[Any] = []

    async def live() -> list[Any]:
        session = open_session(Line())
        session.page.render_views(lambda: [Screen()])
        (screen,) = session.page.views
        change[0]()
        try:
            screen.update()
        finally:
            session.close()  # type: ignore[no-untyped-call]  # what it would draw by itself has been drawn
        return list(screen._b.controls)

    return asyncio.run(live())


def test_plain_flet_looks_for_a_font_where_there_is_no_text() -> None:
    """``lists_apart.py`` can go when this fails."""
    with pytest.raises(AttributeError, match="style"):
        after_a_change()


def test_each_list_is_compared_for_itself() -> None:
    keep_lists_apart()
    first, fixed, second = after_a_change()
    assert (first.value, fixed.key, second.value) == ("one", "fixed", "two")
    assert (first.style.font_family_fallback, second.style.font_family_fallback) == (
        ["Own", "Noto"],
        ["Own"],
    )
