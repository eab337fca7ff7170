"""Colours, sizes and the Flet theme. The numbers are those of ``docs/look.md``."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft


@dataclass(frozen=True)
class Colours:
    """Every colour by its role. Each text pair has a contrast of 4.5 to 1 or more.

    ``alarm`` is the ground of what is about life and the button that dials for it, ``dial`` that of
    other numbers: both stand as they are in light and dark, to be known again at any hour.
    """

    background: str
    panel: str
    line: str
    text: str
    quiet: str
    strong: str
    on_strong: str
    strong_soft: str
    accent: str
    accent_soft: str
    call: str
    on_call: str
    call_soft: str
    gold: str
    gold_soft: str
    alarm: str = "#B3261E"
    on_alarm: str = "#FFFFFF"
    dial: str = "#0E5F63"
    on_dial: str = "#FFFFFF"


LIGHT = Colours(
    background="#FBF8F3",
    panel="#FFFFFF",
    line="#E7E0D5",
    text="#1B2423",
    quiet="#566461",
    strong="#0E5F63",
    on_strong="#FFFFFF",
    strong_soft="#E3F0EE",
    accent="#B2431F",
    accent_soft="#FBE6DD",
    call="#B3261E",
    on_call="#FFFFFF",
    call_soft="#FCEBE9",
    gold="#7A5A00",
    gold_soft="#FBF0D6",
)

DARK = Colours(
    background="#101716",
    panel="#192221",
    line="#2B3735",
    text="#E7EEEC",
    quiet="#A7B6B2",
    strong="#84D3CC",
    on_strong="#06302E",
    strong_soft="#1F3634",
    accent="#FFB199",
    accent_soft="#46281E",
    call="#FFB4AB",
    on_call="#4A1F1B",
    call_soft="#4A1F1B",
    gold="#F1D58A",
    gold_soft="#3A3013",
)

CODE = "#000000"
"""The squares of a code that cameras read."""

RADIUS = 18
"""Corners of a panel, in logical pixels."""

READING_WIDTH = 680
"""The widest a column of text gets: about 70 characters of body text at normal size."""

WIDE = 840
"""From this window width on, the tabs stand at the side."""

TARGET = 48
"""The smallest side of anything that can be tapped."""


def make_theme(colours: Colours, family: str, scale: float) -> ft.Theme:
    """The Flet theme for what the app does not draw itself: fields, dialogs, pickers.

    Sizes follow ``scale``; the tab labels have a theme of their own and grow by less, for four
    of them must fit side by side on the narrowest phone.
    """

    def text(size: float) -> ft.TextStyle:
        # A size without a colour would turn black in the dark theme.
        return ft.TextStyle(size=size * scale, color=colours.text, font_family=family)

    def fitted(size: float) -> ft.TextStyle:
        # A cell of the client's pickers does not grow: a 22 that loses a digit is another day.
        return ft.TextStyle(size=size * min(scale, 1.25), color=colours.text, font_family=family)

    label = ft.TextStyle(size=13 * min(scale, 1.15), font_family=family, color=colours.quiet)
    return ft.Theme(
        font_family=family,
        # A browser on a computer would take 16 pixels off the height of every button.
        visual_density=ft.VisualDensity.STANDARD,
        color_scheme=_scheme(colours),
        text_theme=ft.TextTheme(
            body_large=text(17),
            body_medium=text(16),
            body_small=text(15),
            title_large=text(20),
            title_medium=text(17),
            title_small=text(16),
            label_large=text(16),
            label_medium=text(15),
            label_small=text(14),
            headline_small=text(22),
            headline_medium=text(24),
            headline_large=text(30),
        ),
        navigation_bar_theme=ft.NavigationBarTheme(
            label_text_style=label,
            indicator_color=colours.strong_soft,
        ),
        date_picker_theme=ft.DatePickerTheme(
            day_text_style=fitted(16),
            weekday_text_style=fitted(15),
            year_text_style=fitted(17),
            header_headline_text_style=fitted(22),
            header_help_text_style=fitted(16),
        ),
        time_picker_theme=ft.TimePickerTheme(
            day_period_text_style=fitted(15),
            day_period_color=colours.strong_soft,
            day_period_text_color=colours.text,
            dial_text_style=fitted(16),
        ),
        page_transitions=ft.PageTransitionsTheme(),
        scaffold_bgcolor=colours.background,
    )


def _scheme(colours: Colours) -> ft.ColorScheme:
    """The tokens by the names that Flet's own controls ask for."""
    return ft.ColorScheme(
        primary=colours.strong,
        on_primary=colours.on_strong,
        primary_container=colours.strong_soft,
        on_primary_container=colours.strong,
        secondary=colours.accent,
        on_secondary=colours.background,
        secondary_container=colours.strong_soft,
        on_secondary_container=colours.strong,
        tertiary=colours.gold,
        error=colours.call,
        on_error=colours.on_call,
        surface=colours.background,
        on_surface=colours.text,
        on_surface_variant=colours.quiet,
        outline=colours.quiet,
        outline_variant=colours.line,
        surface_container=colours.panel,
        surface_container_high=colours.panel,
        surface_container_highest=colours.panel,
        surface_container_low=colours.panel,
        inverse_surface=colours.text,
        on_inverse_surface=colours.background,
        inverse_primary=colours.strong_soft,
        surface_tint="#00000000",
    )
