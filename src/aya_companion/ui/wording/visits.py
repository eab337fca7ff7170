"""How an appointment is named and when it is, in words."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from aya_companion.domain.visits import Appointment, VisitKind
from aya_companion.i18n.catalogs import Translator
from aya_companion.i18n.formats import Formats
from aya_companion.ui.context import Ui


def visit_title(t: Translator, visit: Appointment) -> str:
    """Its own title, or its kind; and with whom."""
    name = visit.title or visit_kind(t, visit.kind)
    if visit.with_whom:
        return t("{visit}, {person}", visit=name, person=visit.with_whom)
    return name


def calendar_name(t: Translator, visit: Appointment) -> str:
    """What a phone's calendar calls it: their own title, or a word that tells nothing.

    Other people look into that calendar, so whom they see and what for stay here.
    """
    return visit.title or t("Appointment")


def visit_name(ui: Ui, visit: Appointment) -> str:
    """``visit_title`` for the screen: what was typed keeps its order."""
    typed = replace(visit, title=ui.own(visit.title), with_whom=ui.own(visit.with_whom))
    return visit_title(ui.t, typed)


def visit_time(ui: Ui, visit: Appointment) -> str:
    """The time on the clocks of the place where it happens; "" when only the day is known."""
    if visit.at is None:
        return ""
    return Formats(ui.code, ZoneInfo(visit.zone)).time(visit.starts_at)


def visit_when(ui: Ui, visit: Appointment) -> str:
    """In how many days, at what time, and where."""
    today = ui.model.now().astimezone(ui.f.zone).date()
    time = visit_time(ui, visit)
    elsewhere = time and visit.zone != ui.model.companion.zone
    zone = visit.zone.replace("_", " ") if elsewhere else ""
    when = (ui.f.relative_day(visit.day, today, ui.t), time)
    parts = (*when, ui.own(visit.place), ui.own(zone))
    return " · ".join(part for part in parts if part)


def visit_kind(t: Translator, kind: VisitKind) -> str:
    """What a visit is for."""
    return {
        VisitKind.CLINIC: t("Clinic visit"),
        VisitKind.TREATMENT: t("Treatment day"),
        VisitKind.HOSPITAL: t("Hospital stay"),
        VisitKind.TEST: t("Test"),
        VisitKind.RESULTS: t("Results"),
        VisitKind.PLANNING: t("Talk about the plan"),
        VisitKind.FERTILITY: t("Fertility visit"),
        VisitKind.SUPPORT: t("Support and counseling"),
        VisitKind.CALL: t("Phone or video call"),
    }[kind]
