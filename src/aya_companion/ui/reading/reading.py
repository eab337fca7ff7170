"""How a page is being read, and what taps on it do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from aya_companion.domain.settings import Depth, Readiness
from aya_companion.library import page as p
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.text import rich


@dataclass(frozen=True)
class Reading:
    """How a page is being read: by whom, how deep, and what taps on it do.

    ``marks`` numbers the page's sources in order; ``opened`` holds the sensitive kinds and folded
    parts opened on this page, ``choices`` the answers given to its check questions. ``beside``:
    this is the second language, to be read only; what can be tapped is in the first.
    """

    ui: Ui
    page: p.Page
    depth: Depth
    marks: dict[str, int]
    opened: frozenset[str]
    choices: dict[int, int]
    open_term: Callable[[str], Any]
    open_source: Callable[[str], Any]
    open_part: Callable[[str], Any]
    choose: Callable[[int, int], Any]
    answer_sensitive: Callable[[str, Readiness], Any]
    add_question: Callable[[p.PageQuestion], Any]
    has_question: Callable[[str], bool]
    beside: bool = False

    def text(
        self,
        content: p.Inlines,
        *,
        size: float = 17,
        strong: bool = False,
        colour: str | None = None,
    ) -> ft.Text:
        """Inline content in the page's own language."""
        return rich(
            self.ui,
            content,
            code=self.page.language,
            open_term=self.open_term,
            open_topic=lambda topic: self.ui.goes(f"/learn/{topic}"),
            mark=lambda source: (
                self.ui.f.number(self.marks.get(source, 0)),
                self.open_source(source),
            ),
            size=size,
            weight=600 if strong else 400,
            colour=colour,
        )
