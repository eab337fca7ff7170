"""Columns that scroll, and the way to scroll them."""

from __future__ import annotations

from typing import Any

import flet as ft


def new_scroller() -> Any:
    """A place for the column that scrolls. Flet would call a bare ``Ref`` to get its content."""
    return ft.Ref[ft.Column]()
