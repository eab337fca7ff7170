"""A window on a real session of Flet: what changes goes through Flet's own comparing of screens.

``tests.ui.window.Window`` draws each screen anew and is quick; this one finds what only a screen
that stays and changes can get wrong.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from flet.components.component import Component
from flet.controls.object_patch import DiffBuilder
from flet.messaging.protocol import InvokeMethodRequestBody, Message
from flet.messaging.session import Session

from aya_companion.app import open_window
from aya_companion.state.companion import Companion
from tests.device.flet.line import Line, open_session
from tests.ui.sight import Node, Sight


class AnsweringLine(Line):
    """A line to a window that goes at once where it is sent, and has nothing else to say."""

    session: Session

    def send_message(self, message: Message) -> None:
        """Keep a message; answer one that waits for an answer."""
        super().send_message(message)
        if isinstance(message.body, InvokeMethodRequestBody):
            asked = message.body
            if asked.name == "push_route":
                self.go(asked.args["route"])
            self.loop.call_soon(
                self.session.handle_invoke_method_results,
                asked.control_id,
                asked.call_id,
                None,
                None,
            )

    def go(self, address: str) -> None:
        """Be at an address, and tell the app so."""
        page = self.session.page
        page.route = address
        told = self.session.dispatch_event(page._i, "route_change", {"route": address})
        self.going = self.loop.create_task(told)


class Failures(logging.Handler):
    """What is logged as a warning or worse, by anyone."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.found.append(self.format(record))


class LiveWindow:
    """One window on a companion. Needs a running event loop; ``close`` it in the end."""

    def __init__(self, companion: Companion) -> None:
        self.companion = companion
        # What the app does to Flet itself; tests of plain Flet share this process.
        self._plain = (Component.update, DiffBuilder._index_key)
        self.failures = Failures()
        logging.getLogger().addHandler(self.failures)
        self.line = AnsweringLine()
        self.line.loop = asyncio.get_running_loop()
        self.line.loop.set_exception_handler(
            lambda _loop, context: self.failures.found.append(str(context))
        )
        self.session = open_session(self.line)
        self.line.session = self.session
        self.session.apply_page_patch({"web": True, "platform": "linux"})

    async def open(self) -> LiveWindow:
        """Show the first screen."""
        self.session.start_updates_scheduler()  # type: ignore[no-untyped-call]
        await open_window(self.session.page, self.companion)
        await self.rest()
        return self

    def close(self) -> None:
        """Leave nothing behind that listens, and Flet as it was."""
        Component.update, DiffBuilder._index_key = self._plain  # type: ignore[method-assign]
        logging.getLogger().removeHandler(self.failures)

    async def rest(self) -> None:
        """Let everything happen that was set going, but for what waits a while on purpose."""
        for _ in range(12):
            await asyncio.sleep(0)
        await asyncio.sleep(0.001)

    async def go(self, address: str) -> LiveWindow:
        """Open an address, as a link from outside would."""
        self.line.go(address)
        await self.rest()
        return self

    @property
    def pressable(self) -> list[Node]:
        """All on the screen that does something when it is pressed."""
        views: Any = self.session.page.views
        shown = _drawn(views) if isinstance(views, Component) else list(views)
        nodes = Sight(shown[-1:], _drawn).nodes
        return [node for node in nodes if getattr(node.control, "on_click", None) is not None]

    async def press(self, node: Node) -> None:
        """Press a control."""
        await self.session.dispatch_event(node.control._i, "click", None)
        await self.rest()

    @property
    def failed(self) -> list[str]:
        """What went wrong until now."""
        return [*self.failures.found, *self.line.crashes]


def _drawn(component: Component) -> list[Any]:
    drawn: Any = component._b
    return drawn if isinstance(drawn, list) else [drawn]
