"""What a browser can tell about every screen: names, places, sizes, and who is asked for what."""

from __future__ import annotations

import pytest

from aya_companion.domain.settings import Settings
from aya_companion.store.store import Store
from tests.e2e.axe import serious_findings
from tests.e2e.boxes import cut_off, too_small
from tests.e2e.conftest import Opener
from tests.e2e.languages import OFFERED, one_per_script
from tests.e2e.robots.screen import Screen
from tests.e2e.serving import App
from tests.fakes.companion import records
from tests.ui.looks import DRAWN

WORDS_BY_KEYS = "scrollable-region-focusable"
"""Not so yet: where nothing but words is larger than the screen, as when one idea at a time is read
at 200 % on the narrowest phone, Tab passes them and no key scrolls them (docs/flet.md).
"""

FINGER = 48
"""The smallest side of what is tapped, in CSS pixels."""


def keep(store: Store) -> None:
    """A person's records, so that no screen is empty."""
    for repository, each in records(store):
        repository.put(each)


def settings(code: str, size: float) -> Settings:
    """Someone who has started, with a second language."""
    second = "es" if code == "en" else "en"
    return Settings(language=code, second_language=second, text_size=size, started=True)


def visit_all(screen: Screen, addresses: list[str], look: object) -> dict[str, list[str]]:
    """Open one address after the other; what ``look`` finds at each."""
    found: dict[str, list[str]] = {}
    for address in addresses:
        screen.go(address).settled(address)
        findings = look(screen)  # type: ignore[operator]
        if findings:
            found[address] = findings
    return found


def listed(found: dict[str, list[str]]) -> str:
    """Findings to read: a line each."""
    return "\n".join(f"{address}  {each}" for address, some in found.items() for each in some)


def careful_look(screen: Screen) -> list[str]:
    """One title, nothing serious for axe, everything large enough for a finger."""
    titles = screen.titles
    return [
        *([] if len(titles) == 1 else [f"titles: {titles}"]),
        *serious_findings(screen.page),
        *too_small(screen.page, FINGER),
    ]


@pytest.mark.parametrize(
    "code",
    [pytest.param(code, marks=[] if code == "en" else [pytest.mark.long]) for code in OFFERED],
)
def test_every_screen_can_be_used(app: App, open_app: Opener, code: str) -> None:
    """With a screen reader and with a thumb; and no other host is asked for anything.

    How large things are at this size does not depend on the script; names do not depend on the size.
    """
    app.write(settings(code, 1.0), keep).start()
    screen = open_app(app).in_language(code)
    found = visit_all(screen, DRAWN, careful_look)
    assert not found, listed(found)


@one_per_script
def test_nothing_is_cut_off_at_twice_the_size_on_the_narrowest_phone(
    app: App, open_app: Opener, code: str
) -> None:
    """200 % text at 320 pixels: no text and no button leaves the screen at a side.

    All can be used there, too: in English that was looked at in the usual size.
    """
    app.write(settings(code, 2.0), keep).start()
    screen = open_app(app, width=320, height=640).in_language(code)
    # The picture for the lock screen is as large as a phone's, and can be pushed sideways.
    flowing = [address for address in DRAWN if address != "/more/card/paper"]

    def look(seen: Screen) -> list[str]:
        careful = [] if code == "en" else careful_look(seen)
        return [*cut_off(seen.page), *(each for each in careful if WORDS_BY_KEYS not in each)]

    found = visit_all(screen, flowing, look)
    assert not found, listed(found)
