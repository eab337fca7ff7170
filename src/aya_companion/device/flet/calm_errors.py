"""What happens when the app itself fails: Flet would show the whole error, values included."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable

import flet as ft
from flet.components.component import Component

TOO_SOON = 2.0
"""Seconds: a second failure within them means that the problem screen itself does not work."""


def calm_errors(page: ft.Page, tell: Callable[[str], None], last_words: Callable[[], str]) -> None:
    """Have failures told by ``tell`` with the kind of error, in place of Flet's own screen.

    When that fails as well, Flet's screen comes with ``last_words`` and nothing else.
    """
    crash = page.session.error
    last = [-TOO_SOON]

    def error(_message: str) -> None:
        kind = sys.exc_info()[0]
        now = time.monotonic()
        if now - last[0] < TOO_SOON:
            crash(last_words())
            return
        last[0] = now
        tell(kind.__name__ if kind else "Error")

    page.session.error = error  # type: ignore[method-assign, assignment]
    Component.update = _update_calmly  # type: ignore[method-assign]


_log = logging.getLogger(__name__)
_update = Component.update


def _update_calmly(component: Component) -> None:
    """Draw a component again; without this, one that fails ends all drawing, without a word."""
    try:
        _update(component)  # type: ignore[no-untyped-call]
    except Exception:
        _log.error("A screen could not be drawn", exc_info=True)
        ft.context.page.session.error("")
