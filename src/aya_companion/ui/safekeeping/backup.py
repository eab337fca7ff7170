"""Backup and privacy: make a backup, put one in, lock, erase."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link
from aya_companion.ui.kit.fields import switch
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, section
from aya_companion.ui.routes import Route
from aya_companion.ui.safekeeping.erase import Erase
from aya_companion.ui.safekeeping.make_backup import MakeBackup
from aya_companion.ui.safekeeping.restore import Restore


def backup_screen(ui: Ui, route: Route) -> ft.View:
    """Files leave and enter only by their owner's hand."""
    t = ui.t

    async def remind(value: bool) -> None:
        await ui.model.change_settings(backup_reminder=value)

    lock_words = (
        t("A lock is set.") if ui.do.lock.has_lock else t("No lock is set on what you write.")
    )
    controls: list[ft.Control] = [
        body(
            ui,
            t(
                "What you write is on this device only. If the device is lost or the app is "
                "removed, it is gone, unless you keep a backup somewhere else."
            ),
        ),
        MakeBackup(ui),
        panel(
            ui,
            [
                switch(
                    ui,
                    t("Remind me of backups"),
                    ui.model.settings.backup_reminder,
                    remind,
                    t("After ten new entries or thirty days."),
                )
            ],
        ),
        Restore(ui),
        panel(
            ui,
            [
                section(ui, t("Lock")),
                body(ui, lock_words, colour=ui.c.quiet),
                link(ui, t("Lock settings"), ui.goes("/more/lock"), ft.Icons.LOCK_ROUNDED),
            ],
        ),
        Erase(ui),
    ]
    return screen(ui, route, controls, name=t("Backup and privacy"))
