"""How soon to call, and the kinds of central line, in words."""

from __future__ import annotations

from aya_companion.domain.care_team import CallLevel, LineType
from aya_companion.i18n.catalogs import Translator


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
