"""Words that a tap needs as they are at that moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft


def use_newest() -> tuple[str, Callable[[], str], Callable[[str], None]]:
    """Words being typed: as they were drawn, as they are now, and how to change them.

    A quick tap comes before the screen was drawn with the last letters: a passphrase that seals or
    opens, and the word that erases, are taken as they are now. Unlike other words (``use_kept``)
    they are gone with the screen.
    """
    drawn, set_drawn = ft.use_state("")
    newest: Any = ft.use_ref("")

    def now() -> str:
        words: str = newest.current
        return words

    def change(words: str) -> None:
        newest.current = words
        set_drawn(words)

    return drawn, now, change
