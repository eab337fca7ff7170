"""Screens that have no address, and what comes up over others: they can be used by everyone, too."""

from __future__ import annotations

from aya_companion.domain.settings import Settings
from tests.e2e.axe import serious_findings
from tests.e2e.boxes import too_small
from tests.e2e.conftest import Opener
from tests.e2e.languages import one_per_script
from tests.e2e.robots.screen import Screen
from tests.e2e.robots.topic import Topic
from tests.e2e.serving import App
from tests.e2e.test_every_screen_in_a_browser import FINGER, careful_look, keep

STARTED = Settings(language="en", started=True)
PASSPHRASE = "zebra lantern ninety-one"


def over_another(screen: Screen) -> list[str]:
    """As ``careful_look``; what lies under a sheet has a title of its own."""
    return [*serious_findings(screen.page), *too_small(screen.page, FINGER)]


@one_per_script
def test_sheets_and_the_cover(app: App, open_app: Opener, code: str) -> None:
    app.write(Settings(language=code, second_language="es", started=True), keep).start()
    screen = open_app(app, "/learn/mrd").in_language(code).become(Topic)
    screen.open_word("remission")
    found = {"word": over_another(screen.drawn())}
    screen.close_sheet()
    screen.tap(screen.t("Hide this screen")).says(screen.t("The screen is covered."))
    found["cover"] = careful_look(screen.drawn())
    assert not any(found.values()), found


def test_the_lock(app: App, open_app: Opener) -> None:
    app.write(STARTED, keep, passphrase=PASSPHRASE).start()
    screen = open_app(app).has_title("Locked")
    found = {"locked": careful_look(screen.drawn())}
    screen.tap("I forgot it").says("Nobody can open it")
    found["forgotten"] = careful_look(screen.drawn())
    assert not any(found.values()), found
