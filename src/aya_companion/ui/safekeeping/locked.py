"""The locked app: a passphrase opens it; the emergency card stays within reach."""

from __future__ import annotations

import asyncio
import math
from datetime import datetime
from typing import cast

import flet as ft

from aya_companion.state.problems import PROBLEMS, Problem
from aya_companion.ui.context import Handler, Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link, primary
from aya_companion.ui.kit.fields import words_to
from aya_companion.ui.kit.newest import use_newest
from aya_companion.ui.kit.text import body
from aya_companion.ui.routes import Route
from aya_companion.ui.safekeeping.erase import Erase
from aya_companion.ui.safekeeping.secret_field import SecretField
from aya_companion.ui.wording.problems import problem_words, wait_words


@ft.component
def LockedScreen(ui: Ui, route: Route) -> ft.View:
    """Asks for the passphrase. Nothing a person wrote is in this screen."""
    typed, now, set_typed = use_newest()
    trouble, set_trouble = ft.use_state("")
    forgotten, set_forgotten = ft.use_state(False)
    busy, set_busy = ft.use_state(False)
    until, set_until = ft.use_state(cast("datetime | None", None))
    _, set_tick = ft.use_state(0)
    t = ui.t
    left = math.ceil((until - ui.model.now()).total_seconds()) if until else 0
    trouble = wait_words(t, left) if left > 0 else trouble

    async def find_wait() -> None:
        wait = await ui.do.lock.wait()
        set_until(ui.model.now() + wait if wait else None)

    async def count_down() -> None:
        for tick in range(max(left, 0)):
            await asyncio.sleep(1)
            set_tick(tick + 1)

    ft.use_effect(find_wait, [])
    ft.use_effect(count_down, [until])

    async def unlock() -> None:
        if busy or not now() or left > 0:
            return
        set_busy(True)
        try:
            await ui.do.lock.unlock(now())
        except PROBLEMS as error:
            waits = Problem.of(error) is Problem.TOO_MANY_TRIES
            set_trouble("" if waits else problem_words(t, error))
            await find_wait()
        finally:
            set_busy(False)
            set_typed("")

    what = t("What you wrote is locked on this device. Your passphrase or code opens it.")
    name = t("Passphrase or code")
    controls: list[ft.Control] = [
        body(ui, what),
        SecretField(ui, name, typed, words_to(set_typed), error=trouble, on_submit=ui.does(unlock)),
        _unlock_button(ui, ui.does(unlock), busy=busy, waits=left > 0),
        link(ui, t("I forgot it"), lambda _event: set_forgotten(not forgotten)),
    ]
    controls += _forgotten(ui) if forgotten else []
    return screen(
        ui,
        Route(route.path, "locked", route.tab),
        controls,
        name=t("Locked"),
        with_tabs=False,
        with_hide=False,
        with_call=ui.do.card.get().shown_when_locked,
    )


def _unlock_button(ui: Ui, unlock: Handler, *, busy: bool, waits: bool) -> ft.Control:
    words = ui.t("Opening …") if busy else ui.t("Unlock")
    return primary(ui, words, unlock, ft.Icons.LOCK_OPEN_ROUNDED, disabled=busy or waits)


def _forgotten(ui: Ui) -> list[ft.Control]:
    """What can be done without the passphrase."""
    words = ui.t(
        "Nobody can open it without the passphrase. If you have a backup, erase "
        "everything here, then put the backup in."
    )
    return [body(ui, words), Erase(ui)]


def cover_screen(ui: Ui, route: Route) -> ft.View:
    """A calm cover over whatever was on the screen; a tap takes it away."""

    async def show() -> None:
        ui.do.lock.show()

    return screen(
        ui,
        route,
        [
            body(ui, ui.t("The screen is covered."), colour=ui.c.quiet),
            primary(ui, ui.t("Show it again"), ui.does(show), ft.Icons.VISIBILITY_ROUNDED),
        ],
        name="AYA Companion",
        with_tabs=False,
        with_hide=False,
    )
