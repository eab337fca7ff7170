"""Every word of the interface comes from a catalog, and is set in a font that has its letters."""

from __future__ import annotations

import unicodedata
from typing import Any

import flet as ft
import pytest
from flet import canvas

from aya_companion.domain.settings import Settings
from tests.ui.known_words import forgotten, unbracketed
from tests.ui.looks import DRAWN, LOOKS, Look, seen
from tests.ui.sight import Sight
from tests.ui.window import Window, open_window

PSEUDO = [Look("qps"), Look("qps", full=False)]
SCRIPTS = {"ARABIC": "Noto Sans Arabic", "LATIN": "Figtree"}


def untranslated(sight: Sight) -> list[tuple[str, str]]:
    """The texts on it that no catalog holds."""
    return [(where, text) for where, text in sight.strings if forgotten(text)]


@pytest.mark.parametrize("look", PSEUDO, ids=str)
@pytest.mark.parametrize("address", DRAWN)
def test_no_text_is_written_into_the_code(address: str, look: Look) -> None:
    """In the pseudo-language all that is not content, number or the person's own is bracketed."""
    assert untranslated(seen(address, look)) == []


def pseudo_window(address: str, *, full: bool = True, started: bool = True) -> Window:
    """A window in the pseudo-language."""
    settings = Settings(language="qps", second_language="es", started=started)
    return open_window(settings, full=full).go(address)


def test_the_first_start_has_no_hard_coded_text() -> None:
    """All three steps of it come from the catalogs."""
    window = open_window(Settings(language="qps"))
    assert untranslated(window.sight) == []
    window.tap("⟦Skip⟧")
    assert untranslated(window.sight) == []


OPENED = [
    ("/learn/mrd", "remission"),
    ("/learn/mrd", "1 MRD in ALL"),
    ("/visits/thursday/edit", "Thursday"),
    ("/visits/thursday/edit", "9:30"),
]


@pytest.mark.parametrize(("address", "tapped"), OPENED)
def test_dialogs_have_no_hard_coded_text(address: str, tapped: str) -> None:
    """What comes up from below, and the pickers of day and time, speak the language as well."""
    window = pseudo_window(address).tap(tapped)
    assert window.dialog.strings
    assert untranslated(window.dialog) == []


def test_notices_have_no_hard_coded_text() -> None:
    """Neither those with a way to undo, nor those without one."""
    window = pseudo_window("/learn/mrd").tap("⟦Add to my list")
    window.tap("⟦On your list")
    window.go("/visits/questions/waiting").tap("⟦Delete⟧")
    window.go("/visits/thursday").tap("⟦Delete appointment⟧")
    assert len(window.host.notices) == 4
    for notice in window.host.notices:
        sight = Sight([notice], lambda component: [])
        assert untranslated(sight) == [], sight.words


def test_opened_parts_of_a_page_have_no_hard_coded_text() -> None:
    """Folded and sensitive parts, and the answers to the check questions."""
    window = pseudo_window("/learn/fertility-before")
    for name in ("⟦Read it now⟧", "⟦Ask my nurse⟧"):
        if any(node.name == name for node in window.sight.tappable):
            window.tap(name)
    assert untranslated(window.sight) == []


@pytest.mark.parametrize(
    "topic", ["blinatumomab", "maintenance", "transplant", "car-t", "steroids"]
)
def test_pages_have_no_hard_coded_text(topic: str) -> None:
    """Drawings, boxes and buttons around a page's own words."""
    assert untranslated(seen(f"/learn/{topic}", PSEUDO[0])) == []


def test_a_forgotten_text_would_be_found() -> None:
    """English that somebody wrote into a screen is told apart from all that may stand there."""
    assert forgotten("Write a question") == ["Write a question"]
    assert forgotten("⟦{n} questions⟧ left") == ["left"]
    assert forgotten("⟦On your list: ⟦x⟧⟧ · Thursday, March 12 · 9:30 AM") == []
    assert unbracketed("a⟦b⟦c⟧d⟧e") == "ae"


def families(style: ft.TextStyle | None) -> list[str]:
    """The fonts a text asks for, the first for most of it."""
    if style is None or style.font_family is None:
        return []
    return [style.font_family, *(style.font_family_fallback or [])]


def styled(sight: Sight) -> list[tuple[str, list[str]]]:
    """Every text with the fonts it is set in."""
    found: list[tuple[str, list[str]]] = []
    named_by_theme = {
        id(control)
        for node in sight.nodes
        if isinstance(node.control, ft.NavigationRail)
        for control in node.within()
    }
    for node in sight.nodes:
        control: Any = node.control
        if isinstance(control, ft.Text) and id(control) not in named_by_theme and control.value:
            found.append((control.value, families(control.style)))
        elif isinstance(control, ft.TextSpan):
            whole = next((c for c in reversed(node.above) if isinstance(c, ft.Text)), None)
            style = control.style or (whole.style if whole else None)
            found.append((control.text or "", families(style)))
        elif isinstance(control, canvas.Text):
            found.append((control.value or "", families(control.style)))
        elif isinstance(control, ft.TextField | ft.Dropdown):
            found.append((str(control.value or ""), families(control.text_style)))
            found.append((str(control.label or ""), families(control.label_style)))
    return found


def script_of(sign: str) -> str:
    """The script a letter belongs to, "" for signs that stand in any."""
    return unicodedata.name(sign, "").split(" ")[0] if sign.isalpha() else ""


@pytest.mark.parametrize("look", [x for x in LOOKS if x.width == 320 and x.scale == 1], ids=str)
@pytest.mark.parametrize("address", DRAWN)
def test_every_text_has_a_font_with_its_letters(address: str, look: Look) -> None:
    """The browser has no fonts of its own: a text without one of ours would be boxes."""
    missing = {
        text
        for text, fonts in styled(seen(address, look))
        if not fonts
        or any(
            not any(font.startswith(SCRIPTS[script]) for font in fonts)
            for script in {script_of(sign) for sign in text} & set(SCRIPTS)
        )
    }
    assert missing == set()


@pytest.mark.parametrize("address", DRAWN)
def test_arabic_screens_are_set_in_the_arabic_font_first(address: str) -> None:
    """Letters of one word do not come from two fonts."""
    wrong = {
        text
        for text, fonts in styled(seen(address, Look("ar")))
        if any(script_of(sign) == "ARABIC" for sign in text)
        and not fonts[0].startswith("Noto Sans Arabic")
    }
    assert wrong == set()
