"""The places on the map of treatment, and the kinds of ALL, in words."""

from __future__ import annotations

from aya_companion.domain.treatment_map import LeukemiaType, Stop
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
