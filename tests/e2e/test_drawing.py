"""A drawing over the whole window, by keyboard and by button."""

from __future__ import annotations

from collections.abc import Callable

from aya_companion.domain.settings import Settings
from tests.e2e.conftest import Opener
from tests.e2e.robots.screen import Screen
from tests.e2e.serving import App

STARTED = Settings(language="en", started=True)


def looks_after(screen: Screen, do: Callable[[], object]) -> bytes:
    """The picture on the screen once it has come to rest after something was done."""
    do()
    before, now = b"", screen.drawn().page.screenshot()
    while before != now:
        before, now = now, screen.drawn().page.screenshot()
    return now


def test_a_drawing_is_zoomed_and_moved_by_keys_and_buttons(app: App, open_app: Opener) -> None:
    """From the page and back to it; the whole drawing can always be seen again."""
    screen = open_app(app.write(STARTED).start())
    screen.go("/learn/mrd", "MRD").tap("Make it larger")
    screen.button("Closer").wait_for()
    keys = screen.page.keyboard
    whole = looks_after(screen, lambda: None)
    larger = looks_after(screen, lambda: keys.press("+"))
    lower = looks_after(screen, lambda: keys.press("ArrowDown"))
    aside = looks_after(screen, lambda: keys.press("ArrowRight"))
    assert len({whole, larger, lower, aside}) == 4
    assert looks_after(screen, lambda: keys.press("0")) == whole
    near = looks_after(screen, lambda: screen.tap("Closer"))
    assert near != whole
    assert looks_after(screen, lambda: screen.tap("Farther away")) != near
    keys.press("Escape")
    screen.button("Make it larger").wait_for()
