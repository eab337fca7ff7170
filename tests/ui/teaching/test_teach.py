"""Teaching at the bedside."""

from __future__ import annotations

from aya_companion.domain.settings import Role, Settings
from aya_companion.library.page import CallNow, Picture, Sensitive
from aya_companion.library.traversal import all_blocks
from aya_companion.ui.teaching.teach import slides_of
from tests.fakes.companion import shelf
from tests.ui.window import Window, open_window

NURSE = Settings(language="en", second_language="es", role=Role.NURSE, started=True)


def test_every_page_can_be_taught() -> None:
    """Each page gives key points, and ends with a question to be told back."""
    for page in shelf().pages("en"):
        slides = slides_of(page)
        assert len(slides) >= 4, page.id
        assert slides[-1].asks, page.id


def test_sensitive_parts_are_not_opened_in_front_of_a_family() -> None:
    """No slide holds a drawing or a box that stands in a sensitive part."""
    checked = 0
    for page in shelf().pages("en"):
        hidden = [inner for b in page.blocks if isinstance(b, Sensitive) for inner in b.blocks]
        kept_back = [b for b in all_blocks(hidden) if isinstance(b, Picture | CallNow)]
        shown = [block for slide in slides_of(page) for block in slide.blocks]
        assert not [block for block in kept_back if block in shown], page.id
        checked += len(kept_back)
    assert checked, "no page has such a part any more: this test would find nothing"


def test_only_a_nurse_is_offered_to_teach() -> None:
    """The button is there for those who said they teach."""
    assert _offers_to_teach(open_window(NURSE).go("/learn/mrd"))
    other = Settings(language="en", role=Role.PATIENT, started=True)
    assert not _offers_to_teach(open_window(other).go("/learn/mrd"))


def _offers_to_teach(window: Window) -> bool:
    return any(node.name == "Teach" for node in window.sight.tappable)


def test_the_points_come_in_the_familys_language() -> None:
    """With a second language chosen, the words to show are in that one."""
    words = open_window(NURSE).go("/learn/mrd/teach").sight.words
    assert shelf().page("mrd", "es").title in words
    assert shelf().page("mrd", "en").title not in words


def test_teaching_keeps_nothing() -> None:
    """Going through the slides changes nothing that is stored."""
    window = open_window(NURSE).go("/learn/mrd/teach")
    before = window.model.settings
    window.tap("Next")
    assert window.model.settings == before
    assert not window.model.companion.store.unsaved
