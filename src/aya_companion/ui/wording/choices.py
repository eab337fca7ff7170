"""What a person can choose about the app, in words."""

from __future__ import annotations

from aya_companion.domain.settings import Appearance, Role
from aya_companion.i18n.catalogs import Translator
from aya_companion.i18n.locales import offered


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


def second_languages(t: Translator, code: str) -> dict[str, str]:
    """The languages that paper can have beside ``code``, by their own names; "" for none."""
    others = {locale.code: locale.name for locale in offered() if locale.code != code}
    return {"": t("Only my language")} | others


def sensitive_name(t: Translator, kind: str) -> str:
    """What a sensitive part is about."""
    return {
        "numbers": t("numbers from studies"),
        "fertility": t("having children later"),
        "relapse": t("leukemia coming back"),
        "dying": t("dying"),
    }[kind]
