"""The first drawing of a window, which Flet leaves half done when it fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft


def draw_first(page: ft.Page, root: Callable[[], Any], failed: Callable[[Exception], None]) -> None:
    """Show the views of ``root``; when they cannot be drawn, call ``failed`` and try once more.

    ``failed`` sees to it that the second drawing is another one. What that raises is raised.
    """
    try:
        page.render_views(root)
    except Exception as error:
        failed(error)
        # In place of what is half drawn. Flet compares the next drawing with that, and would send
        # the window only what is different: parts of something that it never got.
        page.views = [ft.View()]
        page.update()
        page.render_views(root)
