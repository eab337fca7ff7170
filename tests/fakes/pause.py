"""Seconds that go by when a test says so."""

from __future__ import annotations

from collections.abc import Generator
from types import coroutine


async def no_time(_seconds: float) -> None:
    """They are over at once."""


class Pause:
    """Whoever waits stays where it is until it is sent on; ``asked_for`` is how long for."""

    def __init__(self) -> None:
        self.asked_for: list[float] = []

    async def __call__(self, seconds: float) -> None:
        """Wait to be sent on."""
        self.asked_for.append(seconds)
        await _held()


@coroutine
def _held() -> Generator[None, None, None]:
    yield
