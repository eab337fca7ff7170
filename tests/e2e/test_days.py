"""Days and times picked in a real browser, wherever it is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from aya_companion.domain.settings import Settings
from aya_companion.domain.visits import Appointment
from tests.e2e.conftest import Opener
from tests.e2e.robots.visits import VisitForm
from tests.e2e.serving import App

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
VISIT = Appointment(
    id="march", created_at=NOW, updated_at=NOW, day=date(2026, 3, 12), at=time(9, 30), zone="UTC"
)


@pytest.mark.parametrize(
    ("browser_zone", "process"),
    [
        pytest.param("Europe/Madrid", "Europe/Madrid", marks=pytest.mark.long),
        ("America/New_York", "UTC"),
        ("Pacific/Auckland", "America/New_York"),
    ],
)
def test_the_day_that_is_tapped_is_the_day_that_is_kept(
    app: App,
    open_app: Opener,
    monkeypatch: pytest.MonkeyPatch,
    browser_zone: str,
    process: str,
) -> None:
    """East and west of Greenwich, in the process's own zone and in another one.

    The calendar opens on the day that was kept before, and the time stays what it was.
    """
    monkeypatch.setenv("TZ", process)
    settings = Settings(language="en", started=True)
    app.write(settings, lambda store: store.appointments.put(VISIT)).start()
    screen = open_app(app, "/visits/march/edit", zone=browser_zone)
    screen.tap("Thursday, March 12, 2026")
    screen.page.get_by_role("group", name="Thu, Mar 12").wait_for(state="attached")
    screen.tap("20, Friday, March 20, 2026").tap("OK")
    screen.button("Friday, March 20, 2026").wait_for(state="attached")
    screen.tap("9:30").tap("OK")
    screen.button("OK").wait_for(state="detached")
    screen.become(VisitForm).save()
    screen.go("/visits/march").says("Friday, March 20, 2026").says("9:30")
