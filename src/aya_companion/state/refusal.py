"""An action that was refused: what it changed in memory so far, and how to do it again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from aya_companion.store.repository import Changes


@dataclass(frozen=True)
class Attempt:
    """An action as it was asked for at an address; ``again`` asks for it once more.

    ``changes`` are those it made: none where it was refused before it made any.
    """

    route: str
    again: Callable[[], Awaitable[Any]]
    changes: Changes


running: ContextVar[Attempt | None] = ContextVar("running", default=None)
"""The attempt that the running task belongs to: several actions may wait for the disk at once."""
