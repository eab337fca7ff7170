"""Found at night, with no network: a slip of the finger opens the answer where it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from aya_companion.library.page import Heading, plain
from aya_companion.library.shelf import Shelf
from tests.e2e_web.conftest import ROOT, Site, wait_until_kept
from tests.e2e_web.diary import begin

pytestmark = pytest.mark.usefixtures("been_here")

OpenBrowser = Callable[[], BrowserContext]


def test_a_slip_opens_the_answer_at_its_heading(site: Site, open_browser: OpenBrowser) -> None:
    """A letter is missing in "vincristine"; the page opens further down than its top."""
    leaf = Shelf.from_folder(ROOT / "content").page("vincristine", "en")
    headings = [plain(block.content) for block in leaf.blocks if isinstance(block, Heading)]
    asked = next(heading for heading in headings if "belly" in heading)
    context = open_browser()
    screen = begin(context, site.url)
    wait_until_kept(screen.page)
    site.stop()
    context.set_offline(True)
    screen.go("/learn", "Learn").type("What do you want to know?", f"vincristin {asked}")
    screen.tap(f"{leaf.title} {asked}")
    heading = screen.page.get_by_role("heading", name=asked).first
    heading.wait_for(state="attached")
    screen.page.wait_for_timeout(1500)
    box = heading.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 500
