"""Words on the screen: titles with real heading levels, body text, and rich text from pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from aya_companion.i18n import bidi
from aya_companion.i18n.fonts import Weight
from aya_companion.i18n.letter_width import WIDE_WORD, width_of
from aya_companion.i18n.locales import LOCALES
from aya_companion.library.page import Inlines, SourceMark, TermLink, TopicLink, plain
from aya_companion.ui.context import Ui
from aya_companion.ui.theme import READING_WIDTH

TITLE = 30.0
"""The size of a title, in points."""


def _fit(ui: Ui, words: str, points: float) -> float:
    """Points at which the longest word of a heading stays on one line, never below body text.

    The room is that inside a panel.
    """
    longest = max((width_of(word) for word in words.split()), default=1) * WIDE_WORD
    room = min(ui.model.width, READING_WIDTH) - 32 - 2 * panel_padding(ui)
    return max(min(points, room / longest / ui.scale), 17.0)


def panel_padding(ui: Ui) -> float:
    """The space inside a panel: less of it where large text needs the room."""
    return 20.0 if ui.model.width / ui.scale >= 260 else 14.0


def directed(ui: Ui, words: str, code: str | None = None) -> str:
    """Words of language ``code`` (that of ``ui`` when None), marked to keep their order.

    Without marks the full stop of an English sentence stands at the wrong end in Arabic.
    """
    return bidi.directed(words, rtl=LOCALES[code or ui.code].rtl, within_rtl=ui.rtl)


def aligned(ui: Ui, code: str | None = None) -> ft.TextAlign:
    """Where lines in language ``code`` begin."""
    if LOCALES[code or ui.code].rtl == ui.rtl:
        return ft.TextAlign.START
    return ft.TextAlign.END


def _headed(
    ui: Ui, level: int, words: str, code: str | None, points: float, colour: str | None = None
) -> ft.Semantics:
    style = ui.style(_fit(ui, words, points), weight=700, code=code, colour=colour, height=1.25)
    text = ft.Text(directed(ui, words, code), style=style, text_align=aligned(ui, code))
    return ft.Semantics(header=True, heading_level=level, container=True, content=text)


def title(ui: Ui, words: str, code: str | None = None) -> ft.Control:
    """The one title of a screen or page (heading level 1), marked with the address."""
    head = _headed(ui, 1, words, code, TITLE)
    # Nobody hears it: who drives the app sees by it which screen has come.
    head.identifier = ui.model.route
    return head


def heading(ui: Ui, words: str, code: str | None = None, level: int = 2) -> ft.Control:
    """A heading in the running text (level 2 unless told)."""
    return _headed(ui, level, words, code, 23)


def section(ui: Ui, words: str, code: str | None = None, colour: str | None = None) -> ft.Control:
    """The heading of a panel (level 3)."""
    return _headed(ui, 3, words, code, 19, colour)


def body(
    ui: Ui, words: str, *, strong: bool = False, colour: str | None = None, code: str | None = None
) -> ft.Text:
    """Body text."""
    weight: Weight = 600 if strong else 400
    style = ui.style(17, weight=weight, colour=colour, code=code, height=1.45)
    return ft.Text(directed(ui, words, code), style=style, text_align=aligned(ui, code))


def note(ui: Ui, words: str, colour: str | None = None, code: str | None = None) -> ft.Text:
    """A quiet small remark."""
    style = ui.style(15, colour=colour or ui.c.quiet, code=code, height=1.4)
    return ft.Text(directed(ui, words, code), style=style, text_align=aligned(ui, code))


def overline(ui: Ui, words: str) -> ft.Text:
    """A small label above something larger."""
    return ft.Text(words, style=ui.style(14, weight=600, colour=ui.c.quiet, height=1.3))


def rich(
    ui: Ui,
    content: Inlines,
    *,
    code: str,
    open_term: Callable[[str], Any],
    open_topic: Callable[[str], Any],
    mark: Callable[[str], tuple[str, Any]],
    size: float = 17,
    weight: Weight = 400,
    colour: str | None = None,
) -> ft.Text:
    """Inline content of a page as one text.

    ``open_term`` and ``open_topic`` give the handler for a word or a page; ``mark`` gives the
    number and the handler of a source mark. A span has no role for a screen reader, so every
    word and source is also a button elsewhere on the page; the text read aloud leaves marks out.
    """
    base = ui.style(size, weight=weight, code=code, colour=colour, height=1.45)
    spans: list[ft.TextSpan] = []
    for part in content:
        match part:
            case TermLink(text, term):
                heavy: Weight = 600 if part.strong else weight
                link = ui.style(
                    size, weight=heavy, code=code, colour=ui.c.strong, height=1.45, underline=True
                )
                spans.append(ft.TextSpan(text, style=link, on_click=open_term(term)))
            case TopicLink(text, topic):
                solid = ui.style(size, weight=600, code=code, colour=ui.c.strong, height=1.45)
                spans.append(ft.TextSpan(text, style=solid, on_click=open_topic(topic)))
            case SourceMark(source):
                number, handler = mark(source)
                small = ui.style(max(size * 0.66, 11), code=code, colour=ui.c.gold, weight=600)
                spans.append(ft.TextSpan(f"\u00a0{number}", style=small, on_click=handler))
            case _:
                strong = part.strong or weight >= 600
                style = ui.style(
                    size, weight=600 if strong else weight, code=code, colour=colour, height=1.45
                )
                style.italic = part.emphasis
                # A line must not end between a temperature and its unit.
                spans.append(ft.TextSpan(part.text.replace(" °", "\u00a0°"), style=style))
    if LOCALES[code].rtl != ui.rtl:
        before, after = bidi.ends(rtl=LOCALES[code].rtl)
        spans = [ft.TextSpan(before), *spans, ft.TextSpan(after)]
    return ft.Text(
        spans=spans, style=base, semantics_label=plain(content), text_align=aligned(ui, code)
    )
