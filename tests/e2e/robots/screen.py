"""What all screens have in common: the tree that a screen reader reads, Call, tabs, back."""

from __future__ import annotations

import io
import re
import time
from typing import TypeVar

from PIL import Image, ImageChops
from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from aya_companion.i18n.catalogs import Catalogs, Translator

S = TypeVar("S", bound="Screen")
CATALOGS = Catalogs()
_CURSOR = 120
"""Pixels that a blinking cursor can change; letters change more."""
_COVERED = 160
"""How much of a phone's screen the tabs and a note above them cover, in CSS pixels."""

_DRAWN_AT = """route => {
    const titles = [...document.querySelectorAll("flt-semantics-host h1")];
    const is_there = titles.length
        && titles.every(e => e.getAttribute("flt-semantics-identifier") === route);
    const hosts = [...document.querySelectorAll("flt-semantics-host")];
    return is_there ? hosts.map(e => e.outerHTML).join() : "";
}"""
"""Each title is marked with the address of its screen (``title`` in ui/kit/text.py)."""


class Screen:
    """A window of the app as someone with a screen reader finds it: by roles, names and words.

    ``t`` says in which words: those of the language the app was set to.
    """

    def __init__(self, page: Page, t: Translator | None = None) -> None:
        self.page = page
        self.t = t or CATALOGS.translator("en")

    def wait_until_usable(self: S) -> S:
        """Wait for the first frame, and turn on the tree for screen readers."""
        placeholder = self.page.locator("flt-semantics-placeholder")
        placeholder.wait_for(state="attached")
        placeholder.evaluate("element => element.click()")
        self.page.locator("flt-semantics[role=button]").first.wait_for(state="attached")
        return self

    def in_language(self: S, code: str) -> S:
        """The same, in the words of another language."""
        self.t = CATALOGS.translator(code)
        return self

    def become(self, robot: type[S]) -> S:
        """The robot of another screen, in the same window."""
        return robot(self.page, self.t)

    def go(self: S, route: str, title: str | None = None) -> S:
        """Open an address and wait for its title."""
        self.page.evaluate("route => { location.hash = route }", route)
        if title is not None:
            self.has_title(title)
        return self

    def button(self, name: str) -> Locator:
        """A button whose name begins like this."""
        return self.page.get_by_role(
            "button", name=re.compile(rf"^[\s\u2066-\u2069]*{re.escape(name)}")
        ).first

    def tap(self: S, name: str) -> S:
        """Tap a button."""
        self.button(name).click()
        return self

    def words(self, words: str) -> Locator:
        """What says these words: as its text, or as its name, where several texts are read as one."""
        return self.page.get_by_text(words).or_(self.page.get_by_label(words)).first

    def says(self: S, words: str) -> S:
        """Wait until these words stand on the screen."""
        try:
            self.words(words).wait_for(state="attached")
        except PlaywrightTimeout as error:
            shown = " ".join(self.page.locator("flt-semantics-host").all_inner_texts())
            raise AssertionError(f"{words!r} is not on the screen, which says: {shown}") from error
        return self

    def says_no_more(self: S, words: str) -> S:
        """Wait until these words are gone."""
        self.words(words).wait_for(state="detached")
        return self

    def has_title(self: S, title: str) -> S:
        """Wait until this is the title of the screen."""
        self.page.get_by_role("heading", name=title, level=1).first.wait_for(state="attached")
        return self

    def settled(self: S, route: str) -> S:
        """Wait until the screen of an address has come, is there alone, and stands still."""
        end = time.monotonic() + 30
        last = ""
        while (now := self._drawn_at(route)) == "" or now != last:
            assert time.monotonic() < end, f"{route} does not come to rest: {self.titles}"
            last = now
            self.page.wait_for_timeout(100)
        return self

    def _drawn_at(self, route: str) -> str:
        """All that a screen reader finds, with its places; "" while another screen is there."""
        drawn: str = self.page.evaluate(_DRAWN_AT, route)
        return drawn

    @property
    def titles(self) -> list[str]:
        """The titles on the screen."""
        return [words.strip() for words in self.page.locator("h1").all_inner_texts()]

    def field(self, label: str) -> Locator:
        """What is typed into."""
        return self.page.get_by_label(label).and_(self.page.locator("input, textarea")).first

    def words_in(self, label: str) -> str:
        """What stands in a field. The engine tells the browser once the field has the focus."""
        self.field(label).click()
        self.drawn()
        return self.field(label).input_value()

    def type(self: S, label: str, words: str) -> S:
        """Type into a field as a person does, who looks whether the words appear.

        A robot is quick enough to tap a field while its screen is still coming to rest, and the
        engine then lets go of it. Who sees no letters, or not all, taps elsewhere, and again.
        """
        field = self.field(label)
        for _ in range(5):
            self._scroll_up_from_the_tabs(field)
            field.click()
            self.page.wait_for_timeout(300)
            before = self._looks_of(field)
            self.page.keyboard.type(words)
            self.page.wait_for_timeout(300)
            changed = ImageChops.difference(before, self._looks_of(field)).convert("L")
            if sum(changed.histogram()[32:]) > _CURSOR:
                if words in field.input_value():
                    return self
                self.page.keyboard.press("ControlOrMeta+A")
                self.page.keyboard.press("Backspace")
            field.blur()
            self.page.wait_for_timeout(300)
        raise AssertionError(f"What was typed into {label!r} could not be seen, or not all of it")

    def _scroll_up_from_the_tabs(self, field: Locator) -> None:
        """A browser takes a field for visible that lies below the tabs; a person scrolls first."""
        field.scroll_into_view_if_needed()
        box, size = field.bounding_box(), self.page.viewport_size
        assert box is not None and size is not None
        below = box["y"] + box["height"] - (size["height"] - _COVERED)
        if below > 0:
            self.page.mouse.move(size["width"] / 2, size["height"] / 2)
            self.page.mouse.wheel(0, below)
            self.page.wait_for_timeout(300)

    def _looks_of(self, field: Locator) -> Image.Image:
        box = field.bounding_box()
        assert box is not None
        shot = self.page.screenshot(
            clip={"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}
        )
        return Image.open(io.BytesIO(shot)).convert("RGB")

    def drawn(self: S) -> S:
        """Give the app the moment that a person needs from the keyboard to a button."""
        self.page.wait_for_timeout(500)
        return self

    def call(self: S) -> S:
        """Open the emergency card."""
        return self.tap(self.t.within("verb", "Call"))

    def back(self: S) -> S:
        """Press the system's back."""
        self.page.go_back()
        return self

    def middle_of(self, name: str) -> float:
        """Where the middle of a button is, from the left edge, in CSS pixels."""
        box = self.button(name).bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2
