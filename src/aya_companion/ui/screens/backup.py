"""Backup and privacy: make a backup, put one in, lock, erase."""

from __future__ import annotations

import flet as ft

from aya_companion.ui.buttons import link
from aya_companion.ui.cards import card
from aya_companion.ui.context import Ui
from aya_companion.ui.erase import Erase
from aya_companion.ui.fields import switch
from aya_companion.ui.make_backup import MakeBackup
from aya_companion.ui.restore import Restore
from aya_companion.ui.routes import Route
from aya_companion.ui.screen import screen
from aya_companion.ui.text import body, section


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
        card(
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
        card(
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
