"""Found in the middle of the night: a slip typed, the answer opened where it stands, a word by keys."""

from __future__ import annotations

from aya_companion.domain.settings import Settings
from aya_companion.library.page import Heading, plain
from tests.e2e.conftest import Opener
from tests.e2e.robots.screen import Screen
from tests.e2e.serving import App
from tests.fakes.companion import shelf

STARTED = Settings(language="en", started=True)
FIELD = "What do you want to know?"


def searching(app: App, open_app: Opener, words: str) -> Screen:
    """A window in which these words were typed into the search."""
    screen = open_app(app.write(STARTED).start(), "/learn")
    return screen.type(FIELD, words)


def test_a_slip_finds_the_answer_and_opens_it_at_its_heading(app: App, open_app: Opener) -> None:
    """A letter is missing in "vincristine"; the page opens further down than its top."""
    page = shelf().page("vincristine", "en")
    headings = [plain(block.content) for block in page.blocks if isinstance(block, Heading)]
    asked = next(heading for heading in headings if "belly" in heading)
    screen = searching(app, open_app, f"vincristin {asked}")
    screen.tap(f"{page.title} {asked}")
    heading = screen.page.get_by_role("heading", name=asked).first
    heading.wait_for(state="attached")
    screen.page.wait_for_timeout(1500)
    box = heading.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 500
    title = screen.page.get_by_role("heading", name=page.title, level=1).first
    assert title.count() == 0 or (title.bounding_box() or {"y": -1})["y"] < 0


def test_despair_shows_help_before_any_page(app: App, open_app: Opener) -> None:
    """The help comes first in reading order, and the card is one tap away."""
    screen = searching(app, open_app, "i dont want to live")
    screen.says("Dark thoughts")


def test_no_answer_becomes_a_question(app: App, open_app: Opener) -> None:
    """The words stand in the new question, and on the list once it is saved."""
    screen = searching(app, open_app, "xyzzy plugh").says("Nothing found")
    screen.tap("Write it down as a question").has_title("Write a question").drawn()
    assert screen.words_in("What do you want to ask?") == "xyzzy plugh"
    screen.tap("Save").has_title("Learn").go("/visits/questions", "My questions")
    screen.says("xyzzy plugh")


def test_a_word_opens_by_keyboard(app: App, open_app: Opener) -> None:
    """Tab reaches each word of the page's list, Enter opens it."""
    screen = open_app(app.write(STARTED).start(), "/learn/mrd")
    screen.button("remission").wait_for(state="attached")
    for _ in range(120):
        screen.page.keyboard.press("Tab")
        focused = screen.page.evaluate("document.activeElement?.innerText || ''")
        if focused.strip() == "remission":
            break
    screen.page.keyboard.press("Enter")
    screen.has_title("remission")
