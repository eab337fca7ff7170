"""A window on a real session of Flet: what changes goes through Flet's own comparing of screens.

``tests.ui.window.Window`` draws each screen anew and is quick; this one finds what only a screen
that stays and changes can get wrong.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import flet as ft
from flet.components.component import Component
from flet.controls.object_patch import DiffBuilder
from flet.messaging.protocol import InvokeMethodRequestBody, Message
from flet.messaging.session import Session

from aya_companion.app import open_window
from aya_companion.state.companion import Companion
from tests.device.flet.line import Line, open_session
from tests.ui.sight import Node, Sight

ENTERED = "Something"
"""What is typed into every field."""


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
        """Open an address, as a link from outside would; whatever lies over the screen goes."""
        page = self.session.page
        while page.pop_dialog() is not None:
            pass
        self.line.go(address)
        await self.rest()
        return self

    @property
    def sight(self) -> Sight:
        """What lies on top: a dialog or a sheet, else the screen."""
        return Sight(self._dialogs()[-1:] or self._views()[-1:], _drawn)

    @property
    def has_dialog(self) -> bool:
        """Whether a dialog or a sheet lies over the screen."""
        return bool(self._dialogs())

    def _dialogs(self) -> list[Any]:
        shown = self.session.page._dialogs.controls
        return [each for each in shown if each.open and not isinstance(each, ft.SnackBar)]

    def _views(self) -> list[Any]:
        views: Any = self.session.page.views
        return _drawn(views) if isinstance(views, Component) else list(views)

    @property
    def failed(self) -> list[str]:
        """What went wrong since the last look."""
        found, self.failures.found = self.failures.found, []
        return [*found, *self.line.crashes, *(["no screen"] if not self._views() else [])]

    async def press(self, node: Node) -> None:
        """Do with a control what people do with its kind."""
        control = node.control
        for event, value in _done_with(control):
            if value is not None:
                name = "selected_index" if isinstance(control, ft.NavigationBar) else "value"
                self.session.apply_patch(control._i, {name: value})
            if getattr(control, f"on_{event}", None) is not None:
                await self.session.dispatch_event(control._i, event, value)
                await self.rest()

    @property
    def pressable(self) -> list[Node]:
        """All that does something here, disabled things left out."""
        return [
            node
            for node in self.sight.nodes
            if not getattr(node.control, "disabled", False)
            and any(
                getattr(node.control, f"on_{event}", None) is not None
                for event, _ in _done_with(node.control)
            )
        ]


def _drawn(component: Component) -> list[Any]:
    drawn: Any = component._b
    return drawn if isinstance(drawn, list) else [drawn]


def _done_with(control: Any) -> list[tuple[str, Any]]:
    """The events that people set off on a control, each with the value that it then has."""
    match control:
        case ft.TextField():
            return [("focus", None), ("change", ENTERED), ("blur", None), ("submit", ENTERED)]
        case ft.Switch() | ft.Checkbox():
            return [("change", not control.value)]
        case ft.Dropdown():
            return [("select", option.key) for option in control.options[-1:]]
        case ft.NavigationBar() | ft.NavigationRail():
            return [("change", index) for index in range(len(control.destinations))]
        case _:
            return [("click", None), ("tap", None)]
