"""A sensitive part opens where it stands, and closes again, on every page that has one."""

from __future__ import annotations

import asyncio

import pytest

from aya_companion.domain.settings import Settings
from aya_companion.library import page as p
from tests.fakes.companion import make_companion, shelf
from tests.ui.live_window import LiveWindow

PAGES = [
    page.id
    for page in shelf().pages("en")
    if any(isinstance(block, p.Sensitive) for block in page.blocks)
]
NOW, AGAIN = "Read it now", "Hide this kind of text again"


@pytest.mark.parametrize("page", PAGES)
def test_read_it_now_shows_the_text(page: str) -> None:
    """On a screen that stays: what comes goes through Flet's own comparing."""

    async def live() -> tuple[list[str], list[str]]:
        window = await LiveWindow(
            make_companion(settings=Settings(language="en", started=True))
        ).open()
        try:
            await window.go(f"/learn/{page}")
            for button in (NOW, AGAIN, NOW):
                while named := [node for node in window.pressable if node.name == button]:
                    await window.press(named[0])
            return window.failed, [node.name for node in window.pressable]
        finally:
            window.close()

    failed, names = asyncio.run(live())
    assert failed == []
    assert NOW not in names
    assert AGAIN in names
