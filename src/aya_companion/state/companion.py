"""What one running copy of the app holds, whoever looks at it: library, languages, store, clock."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from aya_companion.domain.installation import Installed
from aya_companion.i18n.catalogs import Catalogs
from aya_companion.library.search.search import forget_typed
from aya_companion.library.shelf import Shelf
from aya_companion.store.ports import Vault
from aya_companion.store.schema import Tables
from aya_companion.store.store import Store


@dataclass
class Companion:
    """The services behind every open window. Windows register to hear of changes.

    ``zone`` is the device's time zone as it was last seen, ``language`` the one the device is set
    to, for someone who chose none. ``look_at_installation`` tells how the app sits on the device,
    ``installed`` what it told at start; None where it did not come through a browser.

    ``pause`` lets seconds go by.

    ``forget_outside`` removes what of the diary stands outside the store. ``write_here`` makes this
    copy the one that writes, where several can be open; ``waiting`` is what was not saved before
    another one did that.
    """

    shelf: Shelf
    catalogs: Catalogs
    store: Store
    clock: Callable[[], datetime]
    zone: str
    vault: Vault
    language: str = "en"
    look_at_installation: Callable[[], Awaitable[Installed]] | None = None
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    installed: Installed | None = None
    forget_outside: Callable[[], Awaitable[None]] | None = None
    write_here: Callable[[], Awaitable[None]] | None = None
    waiting: list[Tables] = field(default_factory=list)
    listeners: set[Callable[[], None]] = field(default_factory=set)
    touched_at: datetime | None = None

    async def commit(self) -> None:
        """Make every change durable, then tell the open windows.

        Raises StoreError when the medium refuses; the change stays in memory to be tried again.
        """
        await self.store.commit()
        self.tell()

    def tell(self) -> None:
        """Tell the open windows that something changed."""
        for listener in tuple(self.listeners):
            listener()

    def arrive_in(self, zone: str) -> None:
        """The device is in this time zone now."""
        if zone != self.zone:
            self.zone = zone
            self.tell()

    def touch(self) -> None:
        """Note that someone is using the app."""
        self.touched_at = self.clock()

    async def lock_if_idle(self) -> None:
        """Lock when nobody touched the app for the chosen time. Raises as ``lock`` does."""
        store = self.store
        if not store.has_lock or store.is_locked or self.touched_at is None:
            return
        idle = self.clock() - self.touched_at
        if idle >= timedelta(minutes=store.settings.get().lock_after_minutes):
            await self.lock()

    async def lock(self) -> None:
        """Lock, if a lock is set, and tell the open windows.

        Raises StoreError when what is unsaved could not be saved; it is locked all the same.
        """
        try:
            await self.store.lock()
        finally:
            forget_typed()
            self.tell()
