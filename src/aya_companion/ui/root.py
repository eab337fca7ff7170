"""The root of every window: from address to views."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from aya_companion.state.actions import Actions
from aya_companion.state.model import Model, Pulse
from aya_companion.ui.context import Ui, make_ui
from aya_companion.ui.emergency.call import CallScreen
from aya_companion.ui.emergency.card_edit import CardEditScreen
from aya_companion.ui.emergency.card_paper import CardPaperScreen
from aya_companion.ui.family.hand_over import HandOverScreen
from aya_companion.ui.family.tasks import TasksScreen
from aya_companion.ui.frame.lost import lost_screen
from aya_companion.ui.frame.problem import problem_screen
from aya_companion.ui.home.about import about_screen
from aya_companion.ui.home.install import InstallScreen
from aya_companion.ui.home.more import more_screen
from aya_companion.ui.home.settings import settings_screen
from aya_companion.ui.home.start import StartScreen
from aya_companion.ui.home.today import today_screen
from aya_companion.ui.reading.drawing import drawing_screen
from aya_companion.ui.reading.easy import EasyScreen
from aya_companion.ui.reading.learn import LearnScreen
from aya_companion.ui.reading.listen import ListenScreen
from aya_companion.ui.reading.saved import saved_screen
from aya_companion.ui.reading.topic import TopicScreen
from aya_companion.ui.reading.words import WordsScreen, word_screen
from aya_companion.ui.routes import Route, find, stack
from aya_companion.ui.safekeeping.backup import backup_screen
from aya_companion.ui.safekeeping.lock import LockScreen
from aya_companion.ui.safekeeping.locked import LockedScreen, cover_screen
from aya_companion.ui.teaching.teach import TeachScreen
from aya_companion.ui.treatment.map import map_screen
from aya_companion.ui.treatment.pack import pack_screen
from aya_companion.ui.visits.at_visit import AtVisitScreen
from aya_companion.ui.visits.calendar_import import CalendarImportScreen
from aya_companion.ui.visits.look_back import LookBackScreen
from aya_companion.ui.visits.prepare import PrepareScreen
from aya_companion.ui.visits.question_edit import QuestionEditScreen
from aya_companion.ui.visits.questions import QuestionsScreen
from aya_companion.ui.visits.sheet import SheetScreen
from aya_companion.ui.visits.visit import visit_screen
from aya_companion.ui.visits.visit_edit import VisitEditScreen
from aya_companion.ui.visits.visit_move import VisitMoveScreen
from aya_companion.ui.visits.visits import VisitsScreen

SCREENS: dict[str, Callable[[Ui, Route], ft.View]] = {
    "about": about_screen,
    "at_visit": AtVisitScreen,
    "calendar_import": CalendarImportScreen,
    "call": CallScreen,
    "backup": backup_screen,
    "card_edit": CardEditScreen,
    "card_paper": CardPaperScreen,
    "hand_over": HandOverScreen,
    "easy": EasyScreen,
    "drawing": drawing_screen,
    "install": InstallScreen,
    "learn": LearnScreen,
    "listen": ListenScreen,
    "look_back": LookBackScreen,
    "lock": LockScreen,
    "lost": lost_screen,
    "map": map_screen,
    "more": more_screen,
    "pack": pack_screen,
    "prepare": PrepareScreen,
    "question_edit": QuestionEditScreen,
    "questions": QuestionsScreen,
    "saved": saved_screen,
    "settings": settings_screen,
    "sheet": SheetScreen,
    "start": StartScreen,
    "tasks": TasksScreen,
    "teach": TeachScreen,
    "today": today_screen,
    "topic": TopicScreen,
    "visit": visit_screen,
    "visit_edit": VisitEditScreen,
    "visit_move": VisitMoveScreen,
    "visits": VisitsScreen,
    "word": word_screen,
    "words": WordsScreen,
}
"""Screen by its name in ``routes``."""


@ft.component
def Root(model: Model, do: Actions, pulse: Pulse) -> list[ft.View]:
    """The views for the model's address; drawn again at each beat of ``pulse``.

    Nobody gets past the first start before it was answered or skipped, but the emergency card
    is there at once.
    """
    ui = make_ui(model, do)
    route = find(model.route)
    if do.lock.is_locked:
        reachable = route.screen == "call" and do.card.get().shown_when_locked
        return [(CallScreen if reachable else LockedScreen)(ui, route)]
    if not model.settings.started and route.screen != "call":
        return [StartScreen(ui, find("/start"))]
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
