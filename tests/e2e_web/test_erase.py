"""After erasing, no file of the browser holds a word of the diary."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.e2e.robots.screen import Screen
from tests.e2e_web.conftest import Site, wait_for
from tests.e2e_web.diary import begin, holds, in_store, lock, write

pytestmark = pytest.mark.usefixtures("been_here")

OpenBrowser = Callable[[], BrowserContext]
FIRST, SECOND = "zebra lantern ninety-one", "velvet harbour forty-two"
PHONE = "+34 600 731 942"
FIRST_PAINT = "caches.open('aya-companion.first-paint').then((c) => c.keys()).then((k) => k.length)"
"""Asked by name: an answer that nobody reads would keep its file from going."""


@pytest.mark.parametrize("locked", [False, True], ids=["plain", "locked"])
def test_erased_words_are_in_no_file(
    site: Site, open_browser: OpenBrowser, tmp_path: Path, locked: bool
) -> None:
    profile = tmp_path / "profile"
    context = open_browser()
    screen = write(begin(context, site.url), FIRST)
    if locked:
        lock(screen)
    put_on_card(screen, PHONE)
    write(screen, SECOND)
    wait_for(screen.page, FIRST_PAINT)
    assert holds(profile, PHONE)
    assert bool(holds(profile, SECOND)) != locked
    screen.go("/more/backup", "Backup and privacy").drawn().tap("Erase everything")
    screen.type('Type "erase" to go on', "erase").drawn().tap("Erase it all now")
    screen.button("English").wait_for(state="attached")
    context.close()
    for words in (FIRST, SECOND, PHONE):
        assert holds(profile, words) == []


def put_on_card(screen: Screen, phone: str) -> None:
    """A number on the emergency card. With the next change, the first page learns of it too."""
    code = f"""
from dataclasses import replace
from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import Contact
store.card.put(replace(store.card.get(), contacts=(Contact("Ward", CardNumber.of({phone!r})),)))
await store.commit()
1
"""
    in_store(screen, code)
