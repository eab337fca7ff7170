"""A window's model and actions, over the real store in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import pytest

from aya_companion.state.actions import Actions
from aya_companion.state.companion import Companion
from aya_companion.state.model import Model
from tests.fakes.companion import NOW, fill, make_companion
from tests.fakes.disks import FaultyDisk, MemoryDisk
from tests.fakes.host import FakeHost


@dataclass
class State:
    """What a window looks at, and the disk below it."""

    disk: FaultyDisk
    companion: Companion
    model: Model
    do: Actions

    def restarted(self) -> State:
        """The app after it was killed and opened again: only what the disk has is left."""
        return open_state(FaultyDisk(self.disk.disk, 10**9))

    def refuse(self) -> None:
        """From now on the disk is full."""
        self.disk.at, self.disk.forever = self.disk.count, True

    def accept(self) -> None:
        """The disk has room again."""
        self.disk.forever = False


def open_state(disk: FaultyDisk, clock: Callable[[], datetime] = lambda: NOW) -> State:
    """The app on a disk."""
    companion = make_companion(disk, clock=clock)
    model = Model(companion, FakeHost())
    return State(disk, companion, model, Actions(model))


@pytest.fixture
def state() -> State:
    """A person who has written nothing yet."""
    return open_state(FaultyDisk(MemoryDisk(), 10**9))


@pytest.fixture
def filled(state: State) -> State:
    """A person with visits, questions and a card."""
    fill(state.companion)
    return state
