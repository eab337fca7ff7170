"""Settings: languages, text size, light and dark, who I am, how deep pages go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import flet as ft

from aya_companion.domain.settings import TEXT_SIZES, Appearance, Depth, Role
from aya_companion.domain.treatment_map import LeukemiaType
from aya_companion.i18n.locales import LOCALES, offered
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, pill
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import note, section
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.choices import appearance_name, role_name
from aya_companion.ui.wording.treatment import leukemia_name


def settings_screen(ui: Ui, route: Route) -> ft.View:
    """Every choice is kept at once."""
    t, settings = ui.t, ui.model.settings
    languages = {locale.code: locale.name for locale in offered()}
    seconds = {"": t("None"), **{k: v for k, v in languages.items() if k != ui.code}}
    sizes = {size: ui.f.percent(size) for size in TEXT_SIZES}
    controls: list[ft.Control] = [
        _group(ui, t("Language"), languages, ui.code, "language"),
        _group(
            ui,
            t("Second language"),
            seconds,
            settings.second_language,
            "second_language",
            t("For pages side by side, and for a card or sheet someone else can read."),
        ),
        _group(ui, t("Text size"), sizes, settings.text_size, "text_size"),
        _group(
            ui,
            t("Light or dark"),
            {a: appearance_name(t, a) for a in Appearance},
            settings.appearance,
            "appearance",
        ),
        _group(
            ui,
            t("Pages open"),
            {Depth.FULL: t("In full"), Depth.SHORT: t("Short, one or two minutes")},
            settings.depth,
            "depth",
        ),
        _group(ui, t("Who I am"), {r: role_name(t, r) for r in Role}, settings.role, "role"),
        _group(
            ui,
            t("My kind of ALL"),
            {k: leukemia_name(t, k) for k in LeukemiaType},
            settings.leukemia,
            "leukemia",
            t("As my team told me. The app draws no conclusions from it."),
        ),
    ]
    if settings.readiness:
        controls.append(
            panel(
                ui,
                [
                    section(ui, t("Sensitive parts of pages")),
                    note(ui, t("You chose what to read and what not. You can be asked again.")),
                    link(
                        ui,
                        t("Ask me again each time"),
                        ui.does(ui.model.change_settings, readiness=()),
                    ),
                ],
            )
        )
    return screen(ui, route, controls, name=t("Settings"))


def _group(
    ui: Ui, name: str, options: Mapping[Any, str], value: Any, field: str, words: str = ""
) -> ft.Control:
    async def choose(key: Any) -> None:
        changes = {field: key}
        if field == "language" and key == ui.model.settings.second_language:
            changes["second_language"] = ""  # there is nothing to show beside it any more
        await ui.model.change_settings(**changes)

    choices = [
        pill(
            ui.beside(key) if key in LOCALES else ui,  # a language's name has its own letters
            label,
            ui.does(choose, key),
            selected=key == value,
        )
        for key, label in options.items()
    ]
    parts: list[ft.Control] = [section(ui, name)]
    if words:
        parts.append(note(ui, words))
    parts.append(ft.Row(choices, wrap=True, spacing=8, run_spacing=8))
    return panel(ui, parts)
