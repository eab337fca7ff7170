"""Open copies of the app in one browser, which gives the lock to one of them."""

from __future__ import annotations

import asyncio


class FakeTabs:
    """Stands for ``device.ports.Tabs``. Copies made with the same ``others`` share a browser; the
    first one writes.
    """

    def __init__(self, others: list[FakeTabs]) -> None:
        self.all = others
        self.turns = 0
        self.turn: int | None = None
        self.news = asyncio.Event()
        self.all.append(self)
        if len(self.all) == 1:
            self._begin()

    async def turn_now(self) -> int | None:
        """Its turn."""
        return self.turn

    async def write_here(self) -> None:
        """Take the lock from the copy that has it."""
        for each in self.all:
            if each.turn is not None:
                each.turn = None
                each.news.set()
        self._begin()

    def tell_saved(self) -> None:
        """Tell the others."""
        for each in self.all:
            if each is not self:
                each.news.set()

    def close(self) -> None:
        """The copy is closed; the next one in line writes."""
        self.all.remove(self)
        if self.turn is not None and self.all:
            self.all[0]._begin()

    def _begin(self) -> None:
        self.turns += 1
        self.turn = self.turns
        self.news.set()
