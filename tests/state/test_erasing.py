"""Erasing takes away what stands outside the store before the store itself."""

from __future__ import annotations

from tests.fakes.running import finish
from tests.state.conftest import State


def test_what_stands_outside_the_store_goes_first(filled: State) -> None:
    """So that it is gone although the app is ended in the middle: the store goes on by itself."""
    seen = []

    async def forget() -> None:
        seen.append(len(filled.do.questions.all()))

    filled.companion.forget_outside = forget
    finish(filled.do.lock.erase())
    assert seen == [5]
    assert filled.restarted().do.questions.all() == []
