"""Set, change or remove the lock; when it closes; what stays in reach."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import flet as ft

from aya_companion.domain.settings import IDLE_CHOICES
from aya_companion.state.problems import PROBLEMS
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import danger, pill, primary
from aya_companion.ui.kit.fields import switch, words_to
from aya_companion.ui.kit.newest import use_newest
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, note, section
from aya_companion.ui.routes import Route
from aya_companion.ui.safekeeping.make_backup import BackupFirst
from aya_companion.ui.safekeeping.secret_field import SecretField
from aya_companion.ui.wording.problems import problem_words


@ft.component
def LockScreen(ui: Ui, route: Route) -> ft.View:
    """The lock and its plain warnings."""
    t = ui.t
    current, current_now, set_current = use_newest()
    wanted, wanted_now, set_wanted = use_newest()
    again, again_now, set_again = use_newest()
    trouble, set_trouble = ft.use_state("")
    busy, set_busy = ft.use_state(False)
    has_lock = ui.do.lock.has_lock

    def clear() -> None:
        set_current("")
        set_wanted("")
        set_again("")
        set_trouble("")

    async def work(change: Callable[[], Awaitable[None]], done: str) -> None:
        if busy:
            return
        set_busy(True)
        try:
            await change()
            clear()
            notice(ui, done)
        except PROBLEMS as error:
            set_trouble(problem_words(t, error))
        finally:
            set_busy(False)

    async def put() -> None:
        if wanted_now() != again_now() and not busy:
            set_trouble(t("The two do not match. Type the same twice."))
            return
        change = partial(ui.do.lock.set, wanted_now(), current_now() or None)
        await work(change, t("Locked from now on with this passphrase."))

    async def remove() -> None:
        await work(partial(ui.do.lock.remove, current_now()), t("The lock is off."))

    form: list[ft.Control] = [
        section(ui, t("Change the lock") if has_lock else t("Set a lock")),
        BackupFirst(ui),
    ]
    if has_lock:
        form.append(_secret(ui, t("Passphrase or code now"), current, set_current))
    form += [
        _secret(ui, t("New passphrase or code"), wanted, set_wanted),
        _secret(ui, t("The same again"), again, set_again, trouble),
    ]
    words = t("Working …") if busy else t("Change the lock") if has_lock else t("Set the lock")
    form.append(primary(ui, words, ui.does(put), ft.Icons.LOCK_ROUNDED, disabled=busy))
    if has_lock:
        form.append(danger(ui, t("Take the lock off"), ui.does(remove)))
    controls = [*_warnings(ui), panel(ui, form)]
    if has_lock:
        controls.append(_idle(ui))
    eye = note(ui, t("The eye at the top of each screen hides it at one tap."))
    controls += [_in_reach(ui), eye]
    return screen(ui, route, controls, name=t("Lock"))


def _secret(ui: Ui, label: str, value: str, set_value: Any, trouble: str = "") -> ft.Control:
    return SecretField(
        ui,
        label,
        value,
        words_to(set_value),
        error=trouble,
    )


def _warnings(ui: Ui) -> list[ft.Control]:
    """What a lock does, and what it costs."""
    t = ui.t
    return [
        body(
            ui,
            t(
                "A lock encrypts everything you write here. Several words that only you would put "
                "together are best. A short code stops a curious person, not someone who copies "
                "the file and has time."
            ),
        ),
        panel(
            ui,
            [
                body(
                    ui,
                    t(
                        "If you forget it and have no backup, what you wrote is lost. Nobody can "
                        "open it, not even the people who made this app."
                    ),
                    strong=True,
                    colour=ui.c.call,
                )
            ],
            ground=ui.c.call_soft,
        ),
    ]


def _idle(ui: Ui) -> ft.Control:
    """After how long it locks by itself."""
    t = ui.t
    minutes = ui.model.settings.lock_after_minutes
    choices = [
        pill(
            ui,
            t.many("{count} minute", "{count} minutes", some),
            ui.does(ui.model.change_settings, lock_after_minutes=some),
            selected=some == minutes,
        )
        for some in IDLE_CHOICES
    ]
    row = ft.Row(choices, wrap=True, spacing=8, run_spacing=8)
    return panel(ui, [section(ui, t("Lock by itself after")), row])


def _in_reach(ui: Ui) -> ft.Control:
    """Whether the emergency card opens without the passphrase."""
    t = ui.t

    async def show_card(value: bool) -> None:
        await ui.do.card.change(shown_when_locked=value)

    return panel(
        ui,
        [
            switch(
                ui,
                t("Emergency card without unlocking"),
                ui.do.card.get().shown_when_locked,
                show_card,
                t("So that anyone can call for help with this phone."),
            )
        ],
    )
