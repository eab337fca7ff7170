"""Fields to type and choose in, each with a visible label."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import flet as ft

from aya_companion.i18n.letter_width import width_of
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.text import note, panel_padding
from aya_companion.ui.theme import READING_WIDTH

LABEL, WORDS = 16.0, 17.0
"""The sizes of a field's label and of what stands in it, in points."""


def text_field(
    ui: Ui,
    label: str,
    value: str,
    on_change: Any,
    *,
    icon: ft.IconData | None = None,
    lines: int = 1,
    hint: str = "",
    helper: str = "",
    error: str = "",
    keyboard: ft.KeyboardType = ft.KeyboardType.TEXT,
    password: bool = False,
    eye: ft.Control | None = None,
    on_submit: Any = None,
    key: str | None = None,
) -> ft.TextField:
    """A field for words. ``lines`` above one makes it grow to hold a longer text.

    Nothing typed is learned by a keyboard that can be told so: it may be about someone's health.
    Typing counts as using the app, so it does not lock itself in the middle of a sentence.

    No field takes the focus by itself: as a new screen comes to rest, the browser's engine puts the
    field elsewhere in the page, which takes the focus away, and who taps it just then types letters
    that the app never gets.
    """

    def changed(event: Any) -> None:
        ui.model.companion.touch()
        on_change(event)

    more_lines = _label_lines(ui, label, icon is not None or password) - 1
    return ft.TextField(
        key=key,
        margin=ft.Margin.only(top=ui.size(8) * more_lines),
        label=label,
        value=value,
        hint_text=hint or None,
        helper=helper or None,
        helper_max_lines=5,
        error=error or None,
        error_max_lines=5,
        on_change=changed,
        on_submit=on_submit,
        multiline=lines > 1,
        min_lines=lines if lines > 1 else None,
        max_lines=lines * 4 if lines > 1 else 1,
        password=password,
        suffix_icon=eye,
        keyboard_type=ft.KeyboardType.MULTILINE if lines > 1 else keyboard,
        prefix_icon=icon,
        **_look(ui),
        content_padding=ft.Padding.symmetric(horizontal=18, vertical=16 + ui.size(12) * more_lines),
        enable_ime_personalized_learning=False,
    )


def _look(ui: Ui) -> dict[str, Any]:
    """The colours and letters of a field to type in."""
    return {
        "filled": True,
        "fill_color": ui.c.panel,
        "border_color": ui.c.quiet,
        "border_radius": 16,
        "focused_border_color": ui.c.strong,
        "focused_border_width": 2,
        "text_style": ui.style(WORDS, height=1.35),
        "label_style": ui.style(LABEL, colour=ui.c.quiet),
        "hint_style": ui.style(16, colour=ui.c.quiet),
        "helper_style": ui.style(15, colour=ui.c.quiet),
        "error_style": ui.style(15, colour=ui.c.call),
    }


def _label_lines(ui: Ui, label: str, with_icon: bool) -> int:
    """How many lines a label takes in its field; the client gives it the room of one."""
    room = min(ui.model.width, READING_WIDTH) - 32 - 2 * panel_padding(ui) - 36 - 48 * with_icon
    return math.ceil(ui.size(LABEL) * width_of(label) / room)


def words_to(set_words: Callable[[str], object]) -> Callable[[Any], None]:
    """A field's handler that hands on the words in it."""

    def changed(event: Any) -> None:
        set_words(event.control.value or "")

    return changed


def choice(
    ui: Ui,
    label: str,
    options: Mapping[str, str],
    value: str,
    on_choose: Callable[[str], Awaitable[Any] | None],
) -> ft.Control:
    """A list to choose one thing from; ``options`` are names by their key.

    ``on_choose`` is called with the key, and waited for if it has to be.
    """

    async def chosen(event: Any) -> None:
        await _wait_for(on_choose(event.control.value or ""))

    more_lines = _label_lines(ui, label, True) - 1
    dropdown = ft.Dropdown(
        expand=True,
        margin=ft.Margin.only(top=ui.size(8) * more_lines),
        content_padding=ft.Padding.symmetric(horizontal=16, vertical=16 + ui.size(6) * more_lines),
        label=label,
        value=value,
        options=[
            ft.DropdownOption(key=key, text=name, style=_option_style(ui))
            for key, name in options.items()
        ],
        on_select=chosen,
        filled=True,
        fill_color=ui.c.panel,
        border_color=ui.c.quiet,
        focused_border_color=ui.c.strong,
        border_radius=16,
        text_style=ui.style(WORDS),
        label_style=ui.style(LABEL, colour=ui.c.quiet),
        menu_height=420,
    )
    # The client gives its menu no name; the merged label is one.
    named = ft.MergeSemantics(
        expand=True, content=ft.Semantics(label=label, content=ft.Row([dropdown]))
    )
    row = ft.Row([named])
    chosen_words = options.get(value, "")
    # The client shows one line and cuts the rest: what does not fit stands below in full.
    if ui.size(WORDS) * width_of(chosen_words) <= min(ui.model.width, READING_WIDTH) - 112:
        return row
    return ft.Column([row, note(ui, chosen_words)], spacing=4, tight=True)


async def _wait_for(done: Awaitable[Any] | None) -> None:
    if done is not None:
        await done


def _option_style(ui: Ui) -> ft.ButtonStyle:
    return ft.ButtonStyle(
        text_style=ui.style(17), padding=ft.Padding.symmetric(vertical=14, horizontal=16)
    )


def switch(
    ui: Ui,
    label: str,
    value: bool,
    on_change: Callable[[bool], Awaitable[Any] | None],
    helper: str = "",
) -> ft.Control:
    """A switch with its words beside it; the words are its name.

    ``on_change`` is called with whether it is on now, and waited for if it has to be.
    """

    async def changed(event: Any) -> None:
        await _wait_for(on_change(bool(event.control.value)))

    words: list[ft.Control] = [ft.Text(label, style=ui.style(17, height=1.35))]
    if helper:
        words.append(ft.Text(helper, style=ui.style(15, colour=ui.c.quiet, height=1.35)))
    button = ft.Switch(
        value=value,
        on_change=changed,
        active_color=ui.c.strong,
        padding=ft.Padding.symmetric(vertical=4),
    )
    row = ft.Row(
        [ft.Column(words, spacing=2, tight=True, expand=True), button],
        spacing=12,
    )
    # One thing for a screen reader and for a finger: the words name the switch beside them.
    return ft.MergeSemantics(content=ft.Container(row, padding=ft.Padding.symmetric(vertical=4)))
