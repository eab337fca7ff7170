"""A control may answer after it has left the screen; the app goes on."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from flet.messaging.connection import Connection
from flet.messaging.protocol import InvokeMethodRequestBody, Message
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

from aya_companion.device.flet.stale_results import ignore_stale_results

GONE = 36219


class Line(Connection):
    """A line to a window; what was asked over it is kept."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.page_url = "http://127.0.0.1/"
        self.pubsubhub = PubSubHub()
        self.asked: list[InvokeMethodRequestBody] = []

    def send_message(self, message: Message) -> None:
        if isinstance(message.body, InvokeMethodRequestBody):
            self.asked.append(message.body)


def test_a_late_answer_is_passed_over() -> None:
    """The first part fails where Flet has learned it too, and this can go."""

    async def live() -> None:
        session = Session(Line())
        with pytest.raises(RuntimeError, match="not registered"):
            session.handle_invoke_method_results(GONE, "call", None, None)
        ignore_stale_results(session.page)
        session.handle_invoke_method_results(GONE, "call", None, None)

    asyncio.run(live())


def test_an_answer_in_time_is_taken() -> None:
    async def live() -> Any:
        line = Line()
        session = Session(line)
        ignore_stale_results(session.page)
        here = session.page._i
        asking = asyncio.create_task(session.invoke_method(here, "where", {}, timeout=5))
        await asyncio.sleep(0)
        session.handle_invoke_method_results(here, line.asked[0].call_id, "at the top", None)
        return await asking

    assert asyncio.run(live()) == "at the top"
