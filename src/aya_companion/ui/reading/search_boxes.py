"""Boxes on top of what a search found: help in despair, and whom to call.

They come with words that point to danger. Nothing is assessed: a box says what to do if it is that.
"""

from __future__ import annotations

import flet as ft

from aya_companion.domain.care_team import CallLevel
from aya_companion.ui.context import Ui
from aya_companion.ui.emergency.crisis import crisis_panel
from aya_companion.ui.emergency.dial import numbers_of
from aya_companion.ui.kit.buttons import secondary
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, section
from aya_companion.ui.wording.calling import level_name

CRISIS = "crisis"


def search_boxes(ui: Ui, boxes: tuple[str, ...]) -> list[ft.Control]:
    """The box for despair if it was called, and the box of the most urgent level.

    A screen reader says each when it comes up, while the person is still typing.
    """
    controls: list[ft.Control] = []
    if CRISIS in boxes:
        controls.append(_said(crisis_panel(ui, ui.t, ui.do.card.get())))
        controls.append(_to_the_card(ui))
    level = next((CallLevel(box) for box in boxes if box != CRISIS), None)
    if level is not None:
        controls.append(_said(_call_box(ui, level)))
    return controls


def _said(box: ft.Control) -> ft.Control:
    return ft.Semantics(live_region=True, content=box)


def _call_box(ui: Ui, level: CallLevel) -> ft.Control:
    t = ui.t
    urgent = level is not CallLevel.TODAY
    ink = ui.c.call if urgent else ui.c.gold
    words = {
        CallLevel.EMERGENCY: t("If this is happening now, do not read on. Call."),
        CallLevel.TEAM: t("If this is happening now, call your team, day or night."),
        CallLevel.TODAY: t("If this is new or gets worse, tell your team today."),
    }[level]
    controls: list[ft.Control] = [
        section(ui, level_name(t, level), colour=ink),
        body(ui, words),
        body(ui, t("This app cannot tell how ill you are. If you are unsure, call."), strong=True),
    ]
    number = ui.do.card.get().emergency_number
    if level is CallLevel.EMERGENCY and number:
        services = t("Emergency services")
        controls.extend(numbers_of(ui, services, number, "", ui.c.call, ui.c.on_dial))
    controls.append(_to_the_card(ui))
    return panel(ui, controls, ground=ui.c.call_soft if urgent else ui.c.gold_soft)


def _to_the_card(ui: Ui) -> ft.Control:
    words = ui.t("Open my emergency card")
    return secondary(ui, words, ui.goes("/call"), ft.Icons.CALL_ROUNDED, fill=True)
