"""What is being typed: it outlives the app's locking itself, and is saved before it is left."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import flet as ft

from aya_companion.ui.context import Ui

T = TypeVar("T")


def use_draft(ui: Ui, name: str, initial: T) -> tuple[T, Callable[[T], None]]:
    """Like ``ft.use_state``, for what is being typed: after unlocking it stands there again.

    ``name`` tells it from other state at the same address. In memory only, until the person goes
    elsewhere.
    """
    key = (ui.model.route, name)
    value, set_value = ft.use_state(lambda: ui.model.drafts.get(key, initial))

    def keep(new: T) -> None:
        ui.model.drafts[key] = new
        set_value(lambda _: new)

    return value, keep


def latest(ui: Ui, name: str, drawn: T) -> T:
    """What ``use_draft`` was given last: a quick tap comes before the screen was drawn with it."""
    found: T = ui.model.drafts.get((ui.model.route, name), drawn)
    return found


def use_saver(ui: Ui, save: Callable[[], Awaitable[Any]], *, when_hidden: bool = False) -> None:
    """Have ``save`` awaited before the person goes elsewhere, and when this part of the screen goes.

    ``when_hidden``: when the device hides the app, too. While the app is locked it is not: what was
    typed is kept for later.
    """
    newest: Any = ft.use_ref(None)
    newest.current = save

    async def run() -> None:
        await newest.current()

    async def come() -> None:
        ui.model.savers[newest] = (run, when_hidden)

    async def leave() -> None:
        ui.model.savers.pop(newest, None)
        if not ui.do.lock.is_locked:
            await ui.model.attempt_quietly(save)

    ft.use_effect(come, [], cleanup=leave)
