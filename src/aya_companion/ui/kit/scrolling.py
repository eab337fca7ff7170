"""Columns that scroll, and the way to scroll them."""

from __future__ import annotations

from typing import Any

import flet as ft


def new_scroller() -> Any:
    """A place for the column that scrolls, to begin a state with.

    Flet calls a first state that can be called, and so would keep a bare ``Ref``'s content.
    """
    return ft.Ref[ft.Column]()


def scroll_key(name: str) -> ft.ScrollKey:
    """The key of a place that a column can be told to scroll to by its name."""
    # Flet builds the key's constructor when it is first used, out of mypy's sight.
    return ft.ScrollKey(name)  # type: ignore[call-arg]
