"""Answers of controls that have left the screen, for which Flet ends its line to the window.

A page opened at a heading is asked to scroll there. Who goes back before it has answered would be
left with a screen on which nothing works any more: Flet raises where it reads all messages, and
reads no more of them.
"""

from __future__ import annotations

import contextlib
from typing import Any

import flet as ft


def ignore_stale_results(page: ft.Page) -> None:
    """Have an answer that nobody waits for passed over."""
    take = page.session.handle_invoke_method_results

    def take_or_pass_over(control_id: int, call_id: str, result: Any, error: str | None) -> None:
        # RuntimeError: its control is not registered any more, which is all that Flet raises here.
        with contextlib.suppress(RuntimeError):
            take(control_id, call_id, result, error)

    page.session.handle_invoke_method_results = take_or_pass_over  # type: ignore[method-assign]
