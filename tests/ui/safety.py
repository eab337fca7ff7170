"""Windows of people who lock, back up and erase, on a clock that tests wind."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import flet as ft

from aya_companion.domain.settings import Settings
from aya_companion.state.companion import Companion
from aya_companion.store.ports import Disk
from aya_companion.store.store import Store
from tests.fakes.clock import FakeClock
from tests.fakes.companion import OWN_WORDS, ZONE, catalogs, fill, shelf
from tests.fakes.disks import MemoryDisk
from tests.fakes.pause import no_time
from tests.fakes.running import finish
from tests.fakes.vault import FakeVault
from tests.ui.window import STARTED, Window, call

PASSPHRASE = "blue kettle river"


class Phone:
    """A phone: what is on its disk, its clock, and the window of the app on it."""

    def __init__(self, disk: Disk | None = None, settings: Settings | None = None) -> None:
        self.disk = disk or MemoryDisk()
        self.clock = FakeClock()
        self.window = self.start()
        if settings is not None:
            self.window.model.companion.store.settings.put(settings)
            finish(self.window.model.companion.commit())

    def start(self) -> Window:
        """The app, started anew on what the disk holds."""
        vault = FakeVault()
        store = finish(Store.open(self.disk, self.clock, vault=vault))
        companion = Companion(
            shelf=shelf(),
            catalogs=catalogs(),
            store=store,
            clock=self.clock,
            zone=ZONE,
            vault=vault,
            pause=no_time,
        )
        self.window = Window(companion)
        return self.window

    def later(self, time: timedelta) -> Window:
        """The same window after a while in which nobody touched it, and its look at the clock."""
        self.clock.now += time
        finish(self.window.model.attempt_quietly(self.window.model.companion.lock_if_idle))
        return self.window


def full_phone(settings: Settings = STARTED) -> Phone:
    """The phone of a person who wrote something of everything."""
    phone = Phone(settings=settings)
    fill(phone.window.model.companion)
    return phone


def locked_phone(settings: Settings = STARTED) -> Phone:
    """The same with a lock, just started."""
    phone = full_phone(settings)
    finish(phone.window.do.lock.set(PASSPHRASE, None))
    phone.start()
    return phone


def own_words_on(window: Window) -> list[str]:
    """What the person wrote, as far as it can be read or heard anywhere in the window."""
    sights = [window.sight]
    while window.host.dialogs:
        sights.append(window.dialog)
        window.host.dialogs.pop()
    seen = "\n".join(
        str(value)
        for sight in sights
        for node in sight.nodes
        for value in (*vars_of(node.control), node.name)
    )
    return [words for words in OWN_WORDS if words in seen]


def vars_of(control: object) -> list[str]:
    """Every text that a control holds in any of its fields."""
    values = [*getattr(control, "_values", {}).values(), *vars(control).values()]
    return [value for value in values if isinstance(value, str)]


def tick(window: Window, label: str) -> Window:
    """Turn on the switch that stands beside these words."""
    for node in window.sight.nodes:
        if isinstance(node.control, ft.Switch):
            row: Any = next(each for each in reversed(node.above) if isinstance(each, ft.Row))
            if label in [text.value for text in row.controls[0].controls]:
                call(node.control.on_change, SimpleNamespace(control=SimpleNamespace(value=True)))
                return window
    raise AssertionError(f"No switch {label!r}")
