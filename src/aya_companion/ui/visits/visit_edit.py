"""Write down an appointment, or change one."""

from __future__ import annotations

from dataclasses import replace

import flet as ft

from aya_companion.domain.visits import Appointment
from aya_companion.ui.context import Ui
from aya_companion.ui.routes import Route
from aya_companion.ui.visits.visit_form import visit_form


@ft.component
def VisitEditScreen(ui: Ui, route: Route) -> ft.View:
    """A new appointment, or one to change.

    A new one may begin with a follow-up, which is taken off its list when it was saved.
    """
    t = ui.t
    visit_id = route.params.get("visit")
    if visit_id is None:
        today = ui.model.now().astimezone(ui.f.zone).date()
        follow_up = ui.do.notes.get(route.params.get("note", ""))
        new = replace(ui.do.visits.new(today), title=follow_up.text if follow_up else "")

        async def keep(visit: Appointment) -> bool:
            if follow_up is not None:
                return await ui.do.follow_ups.plan(follow_up, visit)
            return await ui.do.visits.put(visit)

        return visit_form(ui, route, new, t("Add an appointment"), keep)
    known = ui.do.visits.get(visit_id)
    hint = ""
    if known is not None and known.repeats is not None and not ui.do.visits.is_over(known):
        hint = t(
            "You are changing the whole series, from its first day on. To change one day only, go "
            "back and tap Move this one."
        )
    return visit_form(ui, route, known, t("Change appointment"), ui.do.visits.put, hint)
