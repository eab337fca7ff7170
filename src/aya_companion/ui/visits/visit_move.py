"""Move one day of a series: an appointment of its own takes its place."""

from __future__ import annotations

from datetime import date

import flet as ft

from aya_companion.domain.visits import Appointment
from aya_companion.ui.context import Ui
from aya_companion.ui.routes import Route
from aya_companion.ui.visits.visit_form import visit_form


@ft.component
def VisitMoveScreen(ui: Ui, route: Route) -> ft.View:
    """The form, filled in as the series has that day; the series loses it once this is saved."""
    series = ui.do.visits.get(route.params["visit"])
    day = _day(route.params["day"])

    async def keep(visit: Appointment) -> bool:
        assert series is not None and day is not None
        return await ui.do.visits.move(series, day, visit)

    draft = None
    if series is not None and series.repeats is not None and day is not None:
        draft = ui.do.visits.taken_out(series, day)
    hint = ui.t("This one gets a day or time of its own. The others stay.")
    return visit_form(ui, route, draft, ui.t("Move this one"), keep, hint)


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
