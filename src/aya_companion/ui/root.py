"""The root of every window: from address to views."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from aya_companion.state.actions import Actions
from aya_companion.state.model import Model, Pulse
from aya_companion.ui.context import Ui, make_ui
from aya_companion.ui.routes import Route, find, stack
from aya_companion.ui.screens.about import about_screen
from aya_companion.ui.screens.at_visit import at_visit_screen
from aya_companion.ui.screens.backup import backup_screen
from aya_companion.ui.screens.calendar_import import calendar_import_screen
from aya_companion.ui.screens.call import call_screen
from aya_companion.ui.screens.card_edit import card_edit_screen
from aya_companion.ui.screens.card_paper import card_paper_screen
from aya_companion.ui.screens.drawing import drawing_screen
from aya_companion.ui.screens.easy import easy_screen
from aya_companion.ui.screens.hand_over import hand_over_screen
from aya_companion.ui.screens.install import install_screen
from aya_companion.ui.screens.learn import learn_screen
from aya_companion.ui.screens.listen import listen_screen
from aya_companion.ui.screens.lock import lock_screen
from aya_companion.ui.screens.locked import cover_screen, locked_screen
from aya_companion.ui.screens.look_back import look_back_screen
from aya_companion.ui.screens.lost import lost_screen
from aya_companion.ui.screens.map import map_screen
from aya_companion.ui.screens.more import more_screen
from aya_companion.ui.screens.pack import pack_screen
from aya_companion.ui.screens.prepare import prepare_screen
from aya_companion.ui.screens.problem import problem_screen
from aya_companion.ui.screens.question_edit import question_edit_screen
from aya_companion.ui.screens.questions import questions_screen
from aya_companion.ui.screens.saved import saved_screen
from aya_companion.ui.screens.settings import settings_screen
from aya_companion.ui.screens.sheet import sheet_screen
from aya_companion.ui.screens.start import start_screen
from aya_companion.ui.screens.tasks import tasks_screen
from aya_companion.ui.screens.teach import teach_screen
from aya_companion.ui.screens.today import today_screen
from aya_companion.ui.screens.topic import topic_screen
from aya_companion.ui.screens.visit import visit_screen
from aya_companion.ui.screens.visit_edit import visit_edit_screen
from aya_companion.ui.screens.visit_move import visit_move_screen
from aya_companion.ui.screens.visits import visits_screen
from aya_companion.ui.screens.words import word_screen, words_screen

SCREENS: dict[str, Callable[[Ui, Route], ft.View]] = {
    "about": about_screen,
    "at_visit": at_visit_screen,
    "calendar_import": calendar_import_screen,
    "call": call_screen,
    "backup": backup_screen,
    "card_edit": card_edit_screen,
    "card_paper": card_paper_screen,
    "hand_over": hand_over_screen,
    "easy": easy_screen,
    "drawing": drawing_screen,
    "install": install_screen,
    "learn": learn_screen,
    "listen": listen_screen,
    "look_back": look_back_screen,
    "lock": lock_screen,
    "lost": lost_screen,
    "map": map_screen,
    "more": more_screen,
    "pack": pack_screen,
    "prepare": prepare_screen,
    "question_edit": question_edit_screen,
    "questions": questions_screen,
    "saved": saved_screen,
    "settings": settings_screen,
    "sheet": sheet_screen,
    "start": start_screen,
    "tasks": tasks_screen,
    "teach": teach_screen,
    "today": today_screen,
    "topic": topic_screen,
    "visit": visit_screen,
    "visit_edit": visit_edit_screen,
    "visit_move": visit_move_screen,
    "visits": visits_screen,
    "word": word_screen,
    "words": words_screen,
}
"""Screen by its name in ``routes``."""


@ft.component
def root(model: Model, do: Actions, pulse: Pulse) -> list[ft.View]:
    """The views for the model's address; drawn again at each beat of ``pulse``.

    Nobody gets past the first start before it was answered or skipped, but the emergency card
    is there at once.
    """
    ui = make_ui(model, do)
    route = find(model.route)
    if do.lock.is_locked:
        reachable = route.screen == "call" and do.card.get().shown_when_locked
        return [(call_screen if reachable else locked_screen)(ui, route)]
    if not model.settings.started and route.screen != "call":
        return [start_screen(ui, find("/start"))]
    if model.problem:
        return [problem_screen(ui, Route("/problem", "problem", "today", "/"))]
    views = [_drawn(ui, each) for each in stack(route)]
    if model.hidden:
        # On top, not in place of them: what is being typed underneath stays as it is.
        views.append(cover_screen(ui, Route("/covered", "covered", route.tab)))
    return views


def _drawn(ui: Ui, route: Route) -> ft.View:
    """The screen of a route. One with a state of its own keeps it at its own address only.

    Without the key, Flet hands the state on to the next screen of the same kind: what was answered
    on one page would stand answered on the next.
    """
    show: Any = SCREENS[route.screen]
    if hasattr(show, "__is_component__"):
        view: ft.View = show(ui, route, key=route.path)
        return view
    return SCREENS[route.screen](ui, route)
