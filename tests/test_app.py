"""How the app comes up, and what happens when it cannot."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from aya_companion import app
from aya_companion.state.companion import Companion
from tests.ui.sight import Sight


class FakePage:
    """A page that remembers what it was told when the app could not go on."""

    def __init__(self) -> None:
        self.views: list[Any] = []
        self.told: list[str] = []

    def update(self) -> None:
        """Remember the words of what it shows."""
        nodes = Sight(self.views, lambda _component: []).strings
        self.told.append("\n".join(words for _, words in nodes))


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Companion]:
    """The companions that a window was opened for, in place of the windows."""
    found: list[Companion] = []

    async def open_window(_page: Any, companion: Companion) -> None:
        found.append(companion)

    monkeypatch.setattr(app, "open_window", open_window)
    monkeypatch.setattr(app, "redact_logs", lambda: None)
    return found


def test_a_page_loaded_again_gets_the_app_once_what_was_in_the_way_is_gone(
    tmp_path: Path, shown: list[Companion]
) -> None:
    """The first page is told calmly, without a word of the error and where it was."""
    data = tmp_path / "data"
    data.write_text("in the way")
    first, again = FakePage(), FakePage()

    async def both() -> None:
        await app.entry(first, data)  # type: ignore[arg-type]
        assert shown == []
        data.unlink()
        data.mkdir()
        await app.entry(again, data)  # type: ignore[arg-type]

    asyncio.run(both())
    (told,) = first.told
    assert "The app could not open your notes" in told
    assert "What you saved before is not changed." in told
    assert str(tmp_path) not in told
    assert (len(shown), again.told) == (1, [])


def test_two_pages_show_the_same_data(tmp_path: Path, shown: list[Companion]) -> None:
    async def both() -> None:
        await app.entry(FakePage(), tmp_path)  # type: ignore[arg-type]
        await app.entry(FakePage(), tmp_path)  # type: ignore[arg-type]

    asyncio.run(both())
    assert shown[0] is shown[1]


def test_a_traveller_gets_the_zone_she_is_in(tmp_path: Path, shown: list[Companion]) -> None:
    """Every open window is drawn again then, and only then."""
    asyncio.run(app.entry(FakePage(), tmp_path))  # type: ignore[arg-type]
    companion = shown[0]
    heard: list[str] = []
    companion.listeners.add(lambda: heard.append(companion.zone))
    companion.arrive_in("Asia/Tokyo")
    companion.arrive_in("Asia/Tokyo")
    assert heard == ["Asia/Tokyo"]
