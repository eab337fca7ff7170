"""Making a backup: one file that its owner keeps where they want."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from aya_companion.state.problems import PROBLEMS
from aya_companion.ui.context import Handler, Ui
from aya_companion.ui.kit.buttons import link, primary, secondary
from aya_companion.ui.kit.fields import switch, words_to
from aya_companion.ui.kit.newest import use_newest
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, note, section
from aya_companion.ui.safekeeping.secret_field import SecretField
from aya_companion.ui.wording.problems import problem_words


@ft.component
def MakeBackup(ui: Ui) -> ft.Control:
    """An encrypted backup in two taps once a passphrase is typed; plain JSON with a warning."""
    t = ui.t
    passphrase, now, set_passphrase = use_newest()
    again, now_again, set_again = use_newest()
    trouble, set_trouble = ft.use_state("")
    plain, set_plain = ft.use_state(False)
    with_private, set_with_private = ft.use_state(False)
    busy, set_busy = ft.use_state(False)

    async def save(*, encrypted: bool) -> None:
        if busy:
            return
        if encrypted and now() != now_again():
            set_trouble(t("The two do not match. Type the same twice."))
            return
        set_busy(True)
        set_trouble("")
        try:
            if encrypted:
                saved = await ui.do.backup.save_encrypted(now())
            else:
                saved = await ui.do.backup.save_plain(with_private=with_private)
            if saved:
                set_passphrase("")
                set_again("")
                notice(ui, t("Backup saved. Keep it away from this device."))
        except PROBLEMS as error:
            set_trouble(problem_words(t, error))
        finally:
            set_busy(False)

    words, icon = t("Working …") if busy else t("Save a backup"), ft.Icons.SAVE_ALT_ROUNDED
    controls: list[ft.Control] = [
        section(ui, t("Make a backup")),
        note(ui, t("One file with everything. The passphrase opens it again: write it down.")),
        SecretField(
            ui,
            t("Passphrase for this backup"),
            passphrase,
            words_to(set_passphrase),
            helper=t("Several words are best. Six characters at least."),
        ),
        SecretField(
            ui,
            t("The same passphrase again"),
            again,
            words_to(set_again),
            error=trouble,
        ),
        primary(ui, words, ui.does(save, encrypted=True), icon, disabled=busy),
        link(ui, t("Save without a passphrase"), lambda _event: set_plain(not plain)),
    ]
    if plain:
        to_save = ui.does(save, encrypted=False)
        controls.append(_for_anyone(ui, with_private, set_with_private, to_save))
    return panel(ui, controls)


def _for_anyone(
    ui: Ui, with_private: bool, choose: Callable[[bool], None], save: Handler
) -> ft.Control:
    """The warning before a file that needs no passphrase."""
    t = ui.t
    words = t("Anyone who gets this file can read all of it.")
    return panel(
        ui,
        [
            body(ui, words, strong=True, colour=ui.c.call),
            switch(ui, t("With what I marked private"), with_private, choose),
            secondary(ui, t("Save as plain text"), save),
        ],
        ground=ui.c.call_soft,
    )


@ft.component
def BackupFirst(ui: Ui) -> ft.Control:
    """The offer of a backup where something risky is about to be done."""
    is_open, set_open = ft.use_state(False)
    if is_open:
        return MakeBackup(ui)
    return secondary(
        ui,
        ui.t("Save a backup first"),
        lambda _event: set_open(True),
        ft.Icons.SAVE_ALT_ROUNDED,
        fill=True,
    )
