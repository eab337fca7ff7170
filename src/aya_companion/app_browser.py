"""What is put together differently in the browser: the store lives in it, and tabs share it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any

from aya_companion.device.browser.disk import BrowserDisk
from aya_companion.device.browser.first_paint import first_numbers
from aya_companion.device.browser.page import (
    ask_to_persist,
    forget_first_paint,
    installed,
    keep_first_paint,
)
from aya_companion.device.browser.shared_disk import SharedDisk
from aya_companion.device.browser.tabs import BrowserTabs
from aya_companion.device.browser.vault import BrowserVault
from aya_companion.state.companion import Companion
from aya_companion.state.other_tabs import OtherTabs
from aya_companion.store.ports import Vault
from aya_companion.store.store import Store

_log = logging.getLogger(__name__)


async def open_in_browser(
    make: Callable[[Store, Vault], Companion], clock: Callable[[], datetime]
) -> Companion:
    """The companion of this tab. While another tab writes, its store follows that one.

    Raises DiskError or OSError when the browser gives no storage, NoTabLocksError.
    """
    tabs = BrowserTabs()
    await tabs.claim()
    disk = await BrowserDisk.open()

    def disk_of(turn: int | None) -> SharedDisk:
        return SharedDisk(disk, tabs, turn)

    vault, turn = BrowserVault(), tabs.turn
    store = await Store.open(disk_of(turn), clock, vault=vault, follows=turn is None)
    companion = make(store, vault)
    companion.look_at_installation = installed
    companion.forget_outside = lambda: _quietly(forget_first_paint())
    keep_numbers = _first_paint_of(companion)
    keep_numbers()  # the app may have been ended before it could, or erased in the middle
    companion.listeners.add(keep_numbers)
    _start(_look_after(companion, tabs))
    _start(OtherTabs(companion, tabs, disk_of, turn).run())
    return companion


_running: set[asyncio.Task[Any]] = set()
"""Keeps the tasks alive: the event loop itself holds them only weakly."""


def _start(work: Coroutine[Any, Any, Any]) -> None:
    task = asyncio.create_task(work)
    _running.add(task)
    task.add_done_callback(_running.discard)


def _first_paint_of(companion: Companion) -> Callable[[], None]:
    """What keeps the numbers up to date that are shown at the next start, before the app is up."""
    kept: list[object] = []

    def keep() -> None:
        language = companion.store.settings.get().language or "en"
        card = companion.store.card.get()
        numbers = first_numbers(card, companion.catalogs.translator(language))
        if kept != [(language, numbers)]:
            kept[:] = [(language, numbers)]
            change = keep_first_paint(language, numbers) if numbers else forget_first_paint()
            _start(_quietly(change))

    return keep


async def _quietly(change: Coroutine[Any, Any, None]) -> None:
    """A page that does not answer costs the numbers at the next start, nothing else."""
    try:
        await change
    except Exception as error:
        _log.warning("The first page was not told of the card: %s", type(error).__name__)


async def _look_after(companion: Companion, tabs: BrowserTabs) -> None:
    """Find out whether the browser may forget; ask it to keep what is written, once something is."""
    companion.installed = await installed()
    companion.tell()
    await tabs.written.wait()
    await ask_to_persist()
