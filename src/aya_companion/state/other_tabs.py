"""Living beside other open copies of the app: one writes, the others show what it saves."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from aya_companion.device.ports import Tabs
from aya_companion.state.companion import Companion
from aya_companion.store.errors import StoreError
from aya_companion.store.merge import carry
from aya_companion.store.ports import Disk

SETTLING = 0.3
"""Seconds after another copy's last write until its changes are read: a save is several writes."""

_log = logging.getLogger(__name__)


class OtherTabs:
    """Keeps a companion in step with the copies beside it.

    What could not be saved here before another copy took over is ``companion.waiting``: it is
    saved, beside what the other one wrote, as soon as this copy writes again.
    """

    def __init__(
        self,
        companion: Companion,
        tabs: Tabs,
        disk_of: Callable[[int | None], Disk],
        turn: int | None,
    ) -> None:
        """``disk_of`` gives the disk for a turn; the companion's store was opened in ``turn``."""
        self._companion = companion
        self._tabs = tabs
        self._disk_of = disk_of
        self._turn = turn
        companion.write_here = tabs.write_here
        companion.listeners.add(self._heard)

    async def run(self) -> None:
        """Look whenever there is news, for ever."""
        while True:
            await self._tabs.news.wait()
            await asyncio.sleep(SETTLING)
            self._tabs.news.clear()
            await self.look()

    async def look(self) -> None:
        """Read what another copy saved, or take over from it; then save what waits."""
        companion, store = self._companion, self._companion.store
        turn = self._tabs.turn
        if turn is None or turn != self._turn:
            try:
                unsaved = await store.reload(self._disk_of(turn), follows=turn is None)
                self._turn = turn
                companion.waiting.extend([unsaved] if unsaved else [])
            except (StoreError, OSError) as error:
                _log.warning("What another tab saved could not be read: %s", type(error).__name__)
            companion.tell()
        if self._can_save:
            try:
                for unsaved in companion.waiting:
                    carry(store, unsaved, companion.clock())
                companion.waiting.clear()  # it is in the store now, and goes with the next save
                await companion.commit()
            except StoreError as error:
                _log.warning("What waited could not be saved: %s", type(error).__name__)

    @property
    def _can_save(self) -> bool:
        store = self._companion.store
        writes = not (store.follows or store.is_locked or store.read_only)
        return bool(self._companion.waiting) and writes

    def _heard(self) -> None:
        if self._can_save:
            self._tabs.news.set()
