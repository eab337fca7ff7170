"""Run a coroutine that never waits for anything, with or without an event loop."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


def finish(coroutine: Coroutine[Any, Any, T]) -> T:
    """Its result. Everything it awaits must be a fake that answers at once.

    ``asyncio.run`` cannot be used inside Pyodide, where these tests run too.
    """
    try:
        coroutine.send(None)
    except StopIteration as stop:
        result: T = stop.value
        return result
    coroutine.close()
    raise AssertionError("the coroutine waited for something")


def saved(coroutine: Coroutine[Any, Any, T | None]) -> T:
    """What an action gives back that gives nothing where it could not be saved."""
    result = finish(coroutine)
    assert result is not None
    return result
