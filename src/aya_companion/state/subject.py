"""What the actions of every subject share."""

from __future__ import annotations

from aya_companion.state.model import Model
from aya_companion.store.store import Store


class Subject:
    """Actions of one window on one subject."""

    def __init__(self, model: Model) -> None:
        self._model = model

    @property
    def _store(self) -> Store:
        # Asked for each time: a tab that follows another one opens the store anew.
        return self._model.companion.store
