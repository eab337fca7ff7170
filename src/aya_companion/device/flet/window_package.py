"""A desktop window only with the package that is there: Flet would fetch it without asking."""

from __future__ import annotations

from importlib import import_module

import flet as ft


class WindowMissingError(Exception):
    """What draws a desktop window is not installed; the message says what to do."""


def require_window_package() -> None:
    """Raises WindowMissingError unless Flet can open a window with what is installed."""
    try:
        found = import_module("flet_desktop.version").version
    except ImportError:
        found = ""
    if found != ft.__version__:
        raise WindowMissingError(
            "A window of its own needs one more package: pip install flet-desktop=="
            f"{ft.__version__}. Without --window the app opens in the browser."
        )
