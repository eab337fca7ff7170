"""Several tabs of the app: one writes, the others follow."""

from __future__ import annotations

import asyncio
import itertools
from typing import Any

import js
from pyodide.ffi import JsException, create_proxy, jsnull, to_js

from aya_companion.device.ports import NoTabLocksError

LOCK = "writer"
CHANNEL = "saved"
ROLL_CALL = "roll call"
WHO_WRITES = "who writes?"
HERE = "here"

PATIENCE = 3.0
"""Seconds in which a tab that writes says that it is there. WebKit puts a page that was left asleep,
in case of a way back, with the lock in its hands, and phones put tabs in the background to sleep."""


class BrowserTabs:
    """Adapter of ``ports.Tabs`` over a lock that the browser gives to one tab of an origin.

    It goes to the next tab in line when the writing one is closed, however it ended. ``written`` is
    set from the first save in this tab on. A writing tab that sleeps loses the lock to the next one
    that is opened, and learns of it when it wakes.
    """

    def __init__(self) -> None:
        self.turn: int | None = None
        self.written = asyncio.Event()
        self.news = asyncio.Event()
        self._turns = itertools.count(1)
        self._in_line: asyncio.Task[bool] | None = None
        self._channel = js.BroadcastChannel.new(_name(CHANNEL))
        self._channel.onmessage = create_proxy(lambda _event: self.news.set())
        self._heard = asyncio.Event()
        self._roll_call = js.BroadcastChannel.new(_name(ROLL_CALL))
        self._roll_call.onmessage = create_proxy(self._called)

    async def claim(self) -> None:
        """Become the writer if no other tab is and is awake, else stand in line for it.

        Raises NoTabLocksError in a browser that gives no such locks.
        """
        if await self._request(ifAvailable=True):
            return
        turn = self._stand_in_line()
        answer = asyncio.create_task(self._heard.wait())
        self._roll_call.postMessage(WHO_WRITES)
        await asyncio.wait([turn, answer], timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        if not turn.done() and not answer.done():
            await self.write_here()
        answer.cancel()

    async def write_here(self) -> None:
        """Become the writer at once; the tab that was learns of it and follows."""
        await self._request(steal=True)

    async def turn_now(self) -> int | None:
        """The turn, asked anew. The browser answers in order: with this answer, the news that the
        lock was lost while the page was frozen has come as well."""
        await js.navigator.locks.query()
        return self.turn

    def tell_saved(self) -> None:
        """Tell the other tabs that something was saved."""
        self.written.set()
        self._channel.postMessage("saved")

    def _called(self, event: Any) -> None:
        if event.data == HERE:
            self._heard.set()
        elif self.turn is not None:
            self._roll_call.postMessage(HERE)

    def _stand_in_line(self) -> asyncio.Task[bool]:
        if self._in_line is None or self._in_line.done():
            self._in_line = asyncio.create_task(self._request())
        return self._in_line

    async def _request(self, **options: bool) -> bool:
        """Ask for the lock; whether it was given. Raises NoTabLocksError."""
        answered: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        turn = next(self._turns)

        def granted(lock: Any) -> Any:
            given = lock is not jsnull
            if given:
                self.turn = turn
                self.news.set()
            answered.set_result(given)
            # The lock is held as long as this promise is open: until the tab is closed.
            return js.Promise.new(create_proxy(lambda *_: None)) if given else None

        def ended(error: Any) -> None:
            if not answered.done():
                name = getattr(error, "name", "refused")
                answered.set_exception(NoTabLocksError(f"tabs: the browser's locks: {name}"))
                return
            if self.turn == turn:  # another tab took it
                self.turn = None
                self.news.set()
                self._stand_in_line()

        # Not destroyed: the browser may call them at any later time.
        wanted = to_js(options, dict_converter=js.Object.fromEntries)
        try:
            request = js.navigator.locks.request(_name(LOCK), wanted, create_proxy(granted))
        except (AttributeError, JsException):  # over plain http, and in old browsers
            raise NoTabLocksError("tabs: the browser has no locks") from None
        request.catch(create_proxy(ended))
        return await answered


def _name(kind: str) -> str:
    """The name for all tabs of this app, and not for those of another one on the same host."""
    return f"{js.ayaBuild.storage}:{kind}"
