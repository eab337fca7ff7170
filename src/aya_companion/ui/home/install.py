"""Put the app on the phone: steps for Android and iPhone, and whether it works offline now."""

from __future__ import annotations

from typing import cast

import flet as ft

from aya_companion.domain.installation import Installed
from aya_companion.ui.context import Ui
from aya_companion.ui.drawings.parts import room
from aya_companion.ui.drawings.put_on_phone import on_android, on_iphone
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, secondary
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, note, section
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.storage import may_forget_words


@ft.component
def InstallScreen(ui: Ui, route: Route) -> ft.View:
    """What to tap, step by step, in pictures; those of this phone's browser come first."""
    t = ui.t
    found, set_found = ft.use_state(cast("Installed | None", None))
    look = ui.model.companion.look_at_installation

    async def refresh() -> None:
        if look is not None:
            set_found(await look())

    ft.use_effect(refresh, [])
    controls: list[ft.Control] = []
    if look is None:
        controls.append(
            body(
                ui,
                t(
                    "This form of the app runs on this computer only. To have it on a phone, open "
                    "the address your hospital or group gave you in the phone's browser, then do "
                    "as shown here."
                ),
            )
        )
    else:
        controls.append(_state(ui, found))
        controls.append(link(ui, t("Look again"), ui.does(refresh), ft.Icons.REFRESH_ROUNDED))
    ways = [
        _way(ui, t("Android"), on_android(ui, room(ui))),
        _way(ui, t("iPhone and iPad"), on_iphone(ui, room(ui))),
    ]
    controls.extend(reversed(ways) if found is not None and found.in_safari else ways)
    controls.append(
        note(ui, t("Wrote something in the browser already? Save a backup there, put it in here."))
    )
    controls.append(secondary(ui, t("Backup and privacy"), ui.goes("/more/backup"), fill=True))
    return screen(ui, route, controls, name=t("Put it on my phone"))


def _state(ui: Ui, found: Installed | None) -> ft.Control:
    """Whether it works without a network: said only when all of it is there."""
    t = ui.t
    if found is None:
        return panel(ui, [body(ui, t("Looking at what is on this device …"))])
    lines: list[ft.Control] = []
    if found.works_offline:
        lines.append(section(ui, t("Works offline now"), colour=ui.c.strong))
        lines.append(body(ui, t("All pages in all languages are on this device.")))
        if not found.fonts_for_all:
            lines.append(note(ui, t("Letters of other scripts are still on their way.")))
    else:
        lines.append(section(ui, t("Not offline yet"), colour=ui.c.gold))
        lines.append(
            body(
                ui, t("Keep this page open with a connection until it says that it works offline.")
            )
        )
    if found.may_forget:
        lines.append(body(ui, may_forget_words(t), colour=ui.c.call, strong=True))
    lines.append(note(ui, t("Version {version}", version=f"{found.release} ({found.build})")))
    ground = ui.c.strong_soft if found.works_offline and not found.may_forget else ui.c.gold_soft
    return ft.Semantics(live_region=True, content=panel(ui, lines, ground=ground))


def _way(ui: Ui, name: str, pictures: ft.Control) -> ft.Control:
    return panel(ui, [section(ui, name), pictures], spacing=14)
