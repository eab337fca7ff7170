"""A line to a window that nobody looks at."""

from __future__ import annotations

from typing import Any

import msgpack  # type: ignore[import-untyped]
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.messaging.connection import Connection
from flet.messaging.protocol import (
    InvokeMethodRequestBody,
    Message,
    MessageAction,
    configure_encode_object_for_msgpack,
)
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

_encode = configure_encode_object_for_msgpack(BaseControl)  # type: ignore[no-untyped-call]


def packed(thing: Any) -> Any:
    """What would reach the window. Flet takes note of what it has packed, to compare later."""
    return msgpack.unpackb(msgpack.packb(thing, default=_encode), strict_map_key=False)


class Line(Connection):
    """Keeps what is sent to the window: each message as its kind and body."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.page_url = "http://127.0.0.1/"
        self.pubsubhub = PubSubHub()
        self.sent: list[tuple[MessageAction, Any]] = []
        self.asked: list[InvokeMethodRequestBody] = []

    def send_message(self, message: Message) -> None:
        """Keep a message."""
        if isinstance(message.body, InvokeMethodRequestBody):
            self.asked.append(message.body)
        self.sent.append((message.action, packed(message.body)))

    @property
    def crashes(self) -> list[str]:
        """The words of each screen of Flet's own that was shown for an error."""
        return [
            body["message"] for kind, body in self.sent if kind is MessageAction.SESSION_CRASHED
        ]


def open_session(line: Line) -> Session:
    """A session at the other end of the line, its window ready. Needs a running event loop."""
    session = Session(line)
    _context_page.set(session.page)
    packed(session.get_page_patch())  # type: ignore[no-untyped-call]
    return session
