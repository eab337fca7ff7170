"""First start: language, who I am, where I am. All of it can be skipped and changed later."""

from __future__ import annotations

from typing import Any

import flet as ft

from aya_companion.domain.settings import Role
from aya_companion.domain.treatment_map import BRANCHES, MAIN_LINE
from aya_companion.i18n.locales import Locale, offered
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, tap_panel
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, note, title
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.choices import role_name
from aya_companion.ui.wording.treatment import stop_name


@ft.component
def StartScreen(ui: Ui, route: Route) -> ft.View:
    """Three short steps, one thing on the screen at a time, and a way back to the one before.

    It stands in front of the address that was opened, which is shown afterwards.
    """
    step, set_step = ft.use_state(1 if ui.model.settings.language else 0)
    t = ui.t

    async def finish(**changes: Any) -> None:
        await ui.model.change_settings(started=True, **changes)
        if ui.model.route == route.path:
            await ui.model.go("/")

    async def choose_language(code: str) -> None:
        await ui.model.change_settings(language=code)
        set_step(1)

    async def choose_role(role: Role) -> None:
        await ui.model.change_settings(role=role)
        set_step(2)

    if step == 0:
        controls = _languages(ui, choose_language)
    elif step == 1:
        controls = [
            title(ui, t("Who are you?")),
            note(ui, t("It changes what is shown first. You can change it later.")),
            *(
                _choice(ui, role_name(t, role), ui.does(choose_role, role))
                for role in (Role.PATIENT, Role.FAMILY, Role.NURSE)
            ),
            link(ui, t("Skip"), ui.does(choose_role, Role.UNKNOWN)),
        ]
    else:
        controls = [
            title(ui, t("Where are you in treatment?")),
            note(ui, t("Choose what your team calls it. Not sure? Skip it.")),
            *(
                _choice(ui, stop_name(t, stop), ui.does(finish, stop=stop))
                for stop in (*MAIN_LINE, *BRANCHES)
            ),
            link(ui, t("Skip"), ui.does(finish)),
        ]
    if step > 0:
        controls.append(link(ui, t("Back one"), lambda _event: set_step(step - 1)))
        controls.append(_promise(ui))
    return screen(ui, route, controls, with_tabs=False, with_hide=False)


def _languages(ui: Ui, choose: Any) -> list[ft.Control]:
    """Who skips it gets the device's language."""
    skipped = ui.model.settings.language or ui.model.companion.language
    there = ui.beside(skipped)
    return [
        title(ui, "AYA Companion"),
        *(_language(ui, locale, ui.does(choose, locale.code)) for locale in offered()),
        link(there, there.t("Skip"), ui.does(choose, skipped)),
    ]


def _language(ui: Ui, locale: Locale, on_click: Any) -> ft.Control:
    """A language in its own name and script, with a word of welcome in it."""
    t = ui.model.companion.catalogs.translator(locale.code)
    words = ft.Column(
        [
            ft.Text(locale.name, style=ui.style(22, weight=600, code=locale.code)),
            ft.Text(t("Welcome"), style=ui.style(15, colour=ui.c.quiet, code=locale.code)),
        ],
        spacing=2,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return tap_panel(ui, ft.Row([ft.Container(words, expand=True)]), on_click)


def _choice(ui: Ui, words: str, on_click: Any) -> ft.Control:
    return tap_panel(
        ui,
        ft.Row(
            [
                ft.Text(words, style=ui.style(18, weight=600, height=1.3), expand=True),
                ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=ui.c.strong, size=ui.size(22)),
            ]
        ),
        on_click,
    )


def _promise(ui: Ui) -> ft.Control:
    return panel(
        ui,
        [
            body(
                ui,
                ui.t(
                    "Everything you write stays on this device. There is no account and nothing "
                    "is sent anywhere. This app explains; it is not medical advice."
                ),
                colour=ui.c.strong,
            )
        ],
        ground=ui.c.strong_soft,
    )
