"""What one window shows: where it is, how wide it is, and what just went wrong."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import flet as ft

from aya_companion.device.ports import Host
from aya_companion.domain.settings import Settings
from aya_companion.i18n.locales import LOCALES
from aya_companion.state.companion import Companion
from aya_companion.store.errors import ReadOnlyError, StoreError


@ft.observable
@dataclass
class Pulse:
    """Beats once for every change a screen must hear of."""

    beat: int = 0


CALL = "/call"
"""The emergency card: whoever looks at it in the middle of a sentence comes back to it."""


class Model:
    """The state of one window, and the way back through it.

    ``trouble`` is the last error of the store; a screen shows it until it is put right. ``hidden``
    is True while the screen is covered against curious eyes. ``draft`` carries words to the screen
    that is opened next; they never stand in an address, which a browser would remember. ``kept`` is
    what is being typed here, so that it is still there when the app locked itself meanwhile, or
    after a look at the emergency card; ``savers`` save what would be lost by leaving, each under
    the part of the screen it belongs to, with whether it saves when the device hides the app, too.
    ``problem`` is the kind of error the app itself ran into, "" when all is well.
    """

    def __init__(self, companion: Companion, host: Host) -> None:
        self.companion = companion
        self.host = host
        self.pulse = Pulse()
        self.route = "/"
        self.trail: list[str] = []
        self.width = 390.0
        self.system_dark = False
        self.trouble: StoreError | None = None
        self.hidden = False
        self.problem = ""
        self.draft = ""
        self.kept: dict[tuple[str, str], Any] = {}
        self.savers: dict[object, tuple[Callable[[], Awaitable[Any]], bool]] = {}
        self._typed_at = self.route
        self._submitting = False
        self._done = False
        companion.listeners.add(self.hear)

    def leave(self) -> None:
        """Stop listening; called when the window closes."""
        self.companion.listeners.discard(self.hear)

    def hear(self) -> None:
        """Something changed for all windows; once locked, nothing stays open above the screen."""
        store = self.companion.store
        if store.is_locked:
            self.host.close_all()
        if isinstance(self.trouble, ReadOnlyError) and not (store.follows or store.unsaved):
            self.trouble = None  # this copy writes now, and nothing waits in it
        self.beat()

    def beat(self) -> None:
        """Have every screen of this window drawn again."""
        self.pulse.beat += 1

    @property
    def settings(self) -> Settings:
        """What the person chose, without a second language that this version does not have."""
        settings = self.companion.store.settings.get()
        if settings.second_language in LOCALES:
            return settings
        return replace(settings, second_language="")

    def now(self) -> datetime:
        """The moment it is, aware."""
        return self.companion.clock()

    async def change_settings(self, **changes: Any) -> bool:
        """Keep changed settings. Returns whether they were saved."""
        settings = self.companion.store.settings
        settings.put(replace(settings.get(), **changes))
        return await self.save()

    async def save(self) -> bool:
        """Make what changed durable. Returns False, and shows why, when it could not be."""
        try:
            await self.companion.commit()
        except StoreError as error:
            self.trouble = error
            self.beat()
            return False
        if self.trouble is not None:
            self.trouble = None
            self.beat()
        return True

    async def attempt(
        self, action: Callable[..., Awaitable[Any]], *args: Any, **kwargs: Any
    ) -> None:
        """Run an action; a store that refuses it becomes ``trouble`` instead of a crash."""
        self.companion.touch()
        await self.attempt_quietly(action, *args, **kwargs)

    async def attempt_quietly(
        self, action: Callable[..., Awaitable[Any]], *args: Any, **kwargs: Any
    ) -> None:
        """The same for what the app does by itself: it does not count as a touch."""
        try:
            await action(*args, **kwargs)
        except StoreError as error:
            self.trouble = error
            self.beat()

    async def save_typed(self, *, hidden: bool = False) -> None:
        """Save what is being typed: the person goes elsewhere, or the device hides the app."""
        for save, when_hidden in tuple(self.savers.values()):
            if when_hidden or not hidden:
                await self.attempt_quietly(save)

    async def submit(
        self, action: Callable[..., Awaitable[Any]], *args: Any, **kwargs: Any
    ) -> None:
        """Run what ends a form once: while it runs, and until the form is left, not again."""
        if self._submitting or self._done:
            return
        self._submitting = True
        try:
            await self.attempt(action, *args, **kwargs)
        finally:
            self._submitting = False

    async def done(self, parent: str) -> None:
        """Leave a form that was saved, as ``back`` does; nothing is being typed any more."""
        self.kept.clear()
        self._done = True
        await self.back(parent)

    def take_draft(self, name: str) -> str:
        """The words that were carried here, from now on kept like what is typed under ``name``."""
        draft, self.draft = self.draft, ""
        if draft:
            self.kept[self.route, name] = draft
        return draft

    async def go(self, route: str) -> None:
        """Open an address, keeping the way back."""
        self.companion.touch()
        await self.save_typed()
        if route != self.route:
            self.trail.append(self.route)
        await self.host.navigate(route)

    async def back(self, parent: str) -> None:
        """Return to where the person came from, or to ``parent`` when they came from outside."""
        await self.save_typed()
        await self.host.navigate(self.trail.pop() if self.trail else parent)

    def arrived(self, route: str) -> None:
        """The window now shows this address, by the app's own doing or the system's."""
        if self.trail and self.trail[-1] == route:
            self.trail.pop()
        if self.route != CALL:
            self._typed_at = self.route
        if route not in (self._typed_at, CALL) and not self.companion.store.is_locked:
            self.kept.clear()
        self._done = False
        self.route = route
        self.beat()
