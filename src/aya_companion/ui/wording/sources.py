"""The kinds of sources, in words."""

from __future__ import annotations

from aya_companion.i18n.catalogs import Translator


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
