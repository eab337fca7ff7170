"""One icon for each section of the library."""

from __future__ import annotations

import flet as ft

_SECTIONS = {
    "start": ft.Icons.WAVING_HAND_ROUNDED,
    "plan": ft.Icons.ROUTE_ROUNDED,
    "tests": ft.Icons.BIOTECH_ROUNDED,
    "medicines": ft.Icons.MEDICATION_ROUNDED,
    "immunotherapy": ft.Icons.SHIELD_ROUNDED,
    "fertility": ft.Icons.CHILD_CARE_ROUNDED,
    "safety": ft.Icons.THERMOSTAT_ROUNDED,
    "life": ft.Icons.SELF_IMPROVEMENT_ROUNDED,
    "people": ft.Icons.GROUPS_ROUNDED,
    "ahead": ft.Icons.EXPLORE_ROUNDED,
}


def section_icon(section: str) -> ft.IconData:
    """The icon of a section; a book for one that has none yet."""
    return _SECTIONS.get(section, ft.Icons.MENU_BOOK_ROUNDED)
