"""What holds on every screen, in every language, width and text size."""

from __future__ import annotations

import flet as ft
import pytest

from aya_companion.ui.root import SCREENS
from aya_companion.ui.routes import find, stack
from tests.fakes.companion import catalogs
from tests.ui.looks import ADDRESSES, DRAWN, LOOKS, Look, seen
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


@every_look
@every_screen
def test_has_one_title(address: str, look: Look) -> None:
    """A screen has exactly one heading of level 1."""
    assert len(seen(address, look).titles) == 1


@every_look
@every_screen
def test_everything_to_tap_has_a_name(address: str, look: Look) -> None:
    """Whatever can be tapped is called something, for those who cannot see what it looks like."""
    nameless = [node.control for node in seen(address, look).tappable if not node.name.strip()]
    assert nameless == []


@every_look
@every_screen
def test_call_is_on_the_screen(address: str, look: Look) -> None:
    """The button of the emergency card is on every screen but the card's own."""
    call = catalogs().translator(look.language).within("verb", "Call")
    is_there = call in {node.name for node in seen(address, look).tappable}
    assert is_there == (find(address).screen != "call")


@every_screen
def test_call_opens_the_emergency_card(address: str) -> None:
    """One tap leads there, wherever a person is."""
    if find(address).screen != "call":
        assert open_window(full=True).go(address).tap("Call").model.route == "/call"


@every_look
@every_screen
def test_no_field_takes_the_focus_by_itself(address: str, look: Look) -> None:
    """In a browser what is typed into it next may be lost (``text_field`` says why)."""
    fields = seen(address, look).of(ft.TextField)
    assert [field.label for field in fields if field.autofocus] == []


@every_look
@every_screen
def test_every_field_has_a_label(address: str, look: Look) -> None:
    """What is typed or chosen goes into a field that says what it is for."""
    fields = seen(address, look).of(ft.TextField, ft.Dropdown)
    assert [field for field in fields if not field.label] == []
