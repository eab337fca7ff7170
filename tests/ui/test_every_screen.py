"""What holds on every screen, in every language, width and text size."""

from __future__ import annotations

import flet as ft
import pytest

from aya_companion.ui.root import SCREENS
from aya_companion.ui.routes import find, stack
from tests.fakes.companion import catalogs
from tests.ui.looks import ADDRESSES, DRAWN, LOOKS, Look, seen
from tests.ui.sight import Sight
from tests.ui.window import open_window

every_screen = pytest.mark.parametrize("address", DRAWN)
every_look = pytest.mark.parametrize("look", LOOKS, ids=str)


def test_every_address_has_a_screen() -> None:
    """No address of the app leads to a screen that does not exist."""
    assert set(ADDRESSES.values()) == set(SCREENS)


@every_screen
def test_behind_every_screen_there_is_a_tab(address: str) -> None:
    """Back, pressed often enough, ends on a tab's first screen; the first start is one, too."""
    first = stack(find(address))[0]
    assert first.path in ("/", "/learn", "/visits", "/more", "/start")


def titles(sight: Sight, address: str, look: Look) -> list[object]:
    """A screen has exactly one heading of level 1."""
    return [] if len(sight.titles) == 1 else [sight.titles]


def nameless(sight: Sight, address: str, look: Look) -> list[object]:
    """Whatever can be tapped is called something, for those who cannot see what it looks like."""
    return [node.control for node in sight.tappable if not node.name.strip()]


def lacks_call(sight: Sight, address: str, look: Look) -> list[object]:
    """The button of the emergency card is on every screen but the card's own."""
    call = catalogs().translator(look.language).within("verb", "Call")
    is_there = call in {node.name for node in sight.tappable}
    return [] if is_there == (find(address).screen != "call") else [call]


def takes_focus(sight: Sight, address: str, look: Look) -> list[object]:
    """No field takes the focus: what is typed into it next may be lost (``text_field``)."""
    return [field.label for field in sight.of(ft.TextField) if field.autofocus]


def unlabelled(sight: Sight, address: str, look: Look) -> list[object]:
    """What is typed or chosen goes into a field that says what it is for."""
    return [field for field in sight.of(ft.TextField, ft.Dropdown) if not field.label]


WRONG = (titles, nameless, lacks_call, takes_focus, unlabelled)
"""What a screen may not have, each told by what it finds."""


@every_look
@every_screen
def test_keeps_every_rule(address: str, look: Look) -> None:
    """One test for all rules: a screen is drawn once, and not once in each process for each."""
    sight = seen(address, look)
    found = {rule.__name__: rule(sight, address, look) for rule in WRONG}
    assert {name: each for name, each in found.items() if each} == {}


@every_screen
def test_call_opens_the_emergency_card(address: str) -> None:
    """One tap leads there, wherever a person is."""
    if find(address).screen != "call":
        assert open_window(full=True).go(address).tap("Call").model.route == "/call"
