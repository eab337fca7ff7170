"""A control may answer after it has left the screen; the app goes on."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from aya_companion.device.flet.stale_results import ignore_stale_results
from tests.device.flet.line import Line, open_session

GONE = 36219


def test_plain_flet_ends_its_line_over_a_late_answer() -> None:
    """``stale_results.py`` can go when this fails."""

    async def live() -> None:
        session = open_session(Line())
        with pytest.raises(RuntimeError, match="not registered"):
            session.handle_invoke_method_results(GONE, "call", None, None)

    asyncio.run(live())


def test_a_late_answer_is_passed_over() -> None:
    async def live() -> None:
        session = open_session(Line())
        ignore_stale_results(session.page)
        session.handle_invoke_method_results(GONE, "call", None, None)

    asyncio.run(live())


def test_an_answer_in_time_is_taken() -> None:
    async def live() -> Any:
        line = Line()
        session = open_session(line)
        ignore_stale_results(session.page)
        here = session.page._i
        asking = asyncio.create_task(session.invoke_method(here, "where", {}, timeout=5))
        await asyncio.sleep(0)
        session.handle_invoke_method_results(here, line.asked[0].call_id, "at the top", None)
        return await asking

    assert asyncio.run(live()) == "at the top"
