"""What changes on a screen, list by list: Flet takes values that are equal for one that has moved.

Flet compares the screen as it was with the screen as it is, and sends the difference. A value that
went from one list and an equal one that came into another (the name of a font, say, in the styles
of two texts) count for it as one that has moved. While things change places it then looks for the
other list where that does not stand yet, and raises: the tap ends on the screen for errors.
"""

from __future__ import annotations

from typing import Any

from flet.controls.object_patch import DiffBuilder


def keep_lists_apart() -> None:
    """Have each list compared for itself. What a list's own keys say still counts as moved in it."""
    DiffBuilder._index_key = _within_its_list  # type: ignore[method-assign, assignment]


def _within_its_list(_differ: DiffBuilder, _item: Any, item_key: Any, _path: list[Any]) -> Any:
    return object() if item_key is None else item_key  # a new object is equal to nothing
