"""The interface's words for what the domain names: phases, kinds of visit, levels, troubles."""

from __future__ import annotations

from aya_companion.domain.care_team import CallLevel, LineType
from aya_companion.domain.settings import Appearance, Role
from aya_companion.domain.treatment_map import LeukemiaType, Stop
from aya_companion.domain.visits import VisitKind
from aya_companion.i18n.catalogs import Translator


def stop_name(t: Translator, stop: Stop) -> str:
    """A place on the map."""
    return {
        Stop.DIAGNOSIS: t("First days"),
        Stop.INDUCTION: t("Induction"),
        Stop.CONSOLIDATION: t("Consolidation"),
        Stop.INTERIM_MAINTENANCE: t("Interim maintenance"),
        Stop.DELAYED_INTENSIFICATION: t("Delayed intensification"),
        Stop.MAINTENANCE: t("Maintenance"),
        Stop.AFTER_TREATMENT: t("After treatment"),
        Stop.BLINATUMOMAB: t("Blinatumomab"),
        Stop.INOTUZUMAB: t("Inotuzumab"),
        Stop.CAR_T: t("CAR T-cell therapy"),
        Stop.TRANSPLANT: t("Donor transplant"),
        Stop.RELAPSE: t("If ALL came back"),
    }[stop]


def stop_line(t: Translator, stop: Stop) -> str:
    """One sentence about a place on the map. General, and true under most plans."""
    return {
        Stop.DIAGNOSIS: t("Many new words and tests. You do not have to learn it all at once."),
        Stop.INDUCTION: t("The first weeks, often in hospital. The aim is remission."),
        Stop.CONSOLIDATION: t(
            "Many people come for day visits now. Often MRD is checked again in this phase."
        ),
        Stop.INTERIM_MAINTENANCE: t(
            "A middle part of treatment. For some it means hospital stays."
        ),
        Stop.DELAYED_INTENSIFICATION: t(
            "It can feel like induction again. Many people find this part the hardest."
        ),
        Stop.MAINTENANCE: t("The longest part, mostly at home, with medicine every day."),
        Stop.AFTER_TREATMENT: t("Treatment is done. Check-ups go on."),
        Stop.BLINATUMOMAB: t("A medicine that runs through a small pump, day and night."),
        Stop.INOTUZUMAB: t("Short infusions. Your team watches your liver closely."),
        Stop.CAR_T: t("Your own T cells, changed in a lab. Someone stays with you at first."),
        Stop.TRANSPLANT: t("New blood-making cells from a donor, and a long recovery."),
        Stop.RELAPSE: t("A new plan is made. It often looks different from the first one."),
    }[stop]


def leukemia_name(t: Translator, kind: LeukemiaType) -> str:
    """A kind of ALL."""
    return {
        LeukemiaType.UNKNOWN: t("I don't know yet"),
        LeukemiaType.B_CELL: t("B-cell ALL"),
        LeukemiaType.T_CELL: t("T-cell ALL"),
        LeukemiaType.PH_POSITIVE: t("Ph-positive ALL"),
    }[kind]


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


def level_name(t: Translator, level: CallLevel) -> str:
    """How soon to call."""
    return {
        CallLevel.EMERGENCY: t("Call emergency services now"),
        CallLevel.TEAM: t("Call my team now, day or night"),
        CallLevel.TODAY: t("Tell my team today"),
    }[level]


def line_name(t: Translator, line: LineType) -> str:
    """A kind of central line."""
    return {
        LineType.NONE: t("None, or I don't know"),
        LineType.PORT: t("Port"),
        LineType.PICC: t("PICC"),
        LineType.TUNNELLED: t("Tunnelled line (Hickman, Broviac)"),
        LineType.OTHER: t("Another kind"),
    }[line]


def role_name(t: Translator, role: Role) -> str:
    """Who opened the app."""
    return {
        Role.UNKNOWN: t("I'd rather not say"),
        Role.PATIENT: t("I have ALL"),
        Role.FAMILY: t("I am family or a friend"),
        Role.NURSE: t("I am a nurse or I teach"),
    }[role]


def appearance_name(t: Translator, appearance: Appearance) -> str:
    """Light, dark, or the device's choice."""
    return {
        Appearance.SYSTEM: t("As my device"),
        Appearance.LIGHT: t("Light"),
        Appearance.DARK: t("Dark"),
    }[appearance]


def sensitive_name(t: Translator, kind: str) -> str:
    """What a sensitive part is about."""
    return {
        "numbers": t("numbers from studies"),
        "fertility": t("having children later"),
        "relapse": t("leukemia coming back"),
        "dying": t("dying"),
    }[kind]


def source_kind(t: Translator, kind: str) -> str:
    """What kind of source something is."""
    return {
        "report on the guideline": t("Report on the guideline"),
        "regulator": t("Medicines regulator"),
        "study": t("Study"),
        "hospital leaflet": t("Hospital leaflet"),
        "charity or society": t("Charity or society"),
        "professional reference": t("Professional reference"),
        "news": t("News"),
        "company": t("Company"),
        "copy": t("Copy of an official text, at another site"),
        "other website": t("Another website, a weak source"),
        "general knowledge": t("General knowledge, waiting for a clinician's check"),
    }.get(kind, kind)


def may_forget_words(t: Translator) -> str:
    """What Safari does, and what to do."""
    return t(
        "This browser may erase what you write here after a week without a visit. Put the app on "
        "your home screen and write there, or save a backup often."
    )


def trouble_words(t: Translator, error: Exception | None) -> tuple[str, str]:
    """What to tell a person whose change could not be saved: a heading and what to do."""
    name = type(error).__name__
    if name == "DiskFullError":
        return t("Not saved: this device is full"), t(
            "What you wrote is still on the screen, and everything saved before is safe. "
            "Free some space, then try again."
        )
    if name == "FollowsError":
        return t("Not saved: the app is open in another tab"), t(
            "What you wrote is still on the screen. Choose to write here, then save it again."
        )
    if name == "ReadOnlyError":
        return t("Not saved: the storage can only be read"), t(
            "What you wrote is still on the screen, and everything saved before is safe. "
            "Check that this folder can be written to, then try again."
        )
    if name == "ErasingUnfinishedError":
        return t("Not everything is erased yet"), t(
            "Some of it could not be removed. It goes on at the next start, and before anything "
            "new is saved. Try again."
        )
    return t("Not saved yet"), t(
        "What you wrote is still on the screen, and everything saved before is safe. Try again. "
        "If it keeps failing, save a backup under More."
    )
