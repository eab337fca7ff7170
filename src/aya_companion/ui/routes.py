"""Addresses of screens: which there are, what they hold, and where "back" leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import flet as ft

from aya_companion.i18n.catalogs import Translator

TABS: tuple[tuple[str, str, Callable[[Translator], str], ft.IconData, ft.IconData], ...] = (
    (
        "today",
        "/",
        lambda t: t("Today"),
        ft.Icons.WB_SUNNY_OUTLINED,
        ft.Icons.WB_SUNNY_ROUNDED,
    ),
    (
        "learn",
        "/learn",
        lambda t: t("Learn"),
        ft.Icons.MENU_BOOK_OUTLINED,
        ft.Icons.MENU_BOOK_ROUNDED,
    ),
    (
        "visits",
        "/visits",
        lambda t: t("Visits"),
        ft.Icons.EVENT_NOTE_OUTLINED,
        ft.Icons.EVENT_NOTE_ROUNDED,
    ),
    (
        "more",
        "/more",
        lambda t: t("More"),
        ft.Icons.MORE_HORIZ_ROUNDED,
        ft.Icons.MORE_HORIZ_ROUNDED,
    ),
)
"""The four tabs: id, address, name, icon, icon when chosen."""


@dataclass(frozen=True)
class Route:
    """An address taken apart. ``parent`` is None for a tab's first screen."""

    path: str
    screen: str
    tab: str
    parent: str | None = None
    params: dict[str, str] = field(default_factory=dict)


PATTERNS: tuple[tuple[str, str, str, str | None], ...] = (
    ("/", "today", "today", None),
    ("/learn", "learn", "learn", None),
    ("/learn/words", "words", "learn", "/learn"),
    ("/learn/words/:term", "word", "learn", "/learn/words"),
    ("/learn/:topic", "topic", "learn", "/learn"),
    ("/learn/:topic/easy", "easy", "learn", "/learn/:topic"),
    ("/learn/:topic/teach", "teach", "learn", "/learn/:topic"),
    ("/learn/:topic/listen", "listen", "learn", "/learn/:topic"),
    ("/learn/:topic/drawing/:number", "drawing", "learn", "/learn/:topic"),
    ("/learn/:topic/in/:language", "topic", "learn", "/learn"),
    ("/learn/:topic/in/:language/:anchor", "topic", "learn", "/learn"),
    ("/learn/:topic/:anchor", "topic", "learn", "/learn"),
    ("/visits", "visits", "visits", None),
    ("/visits/questions", "questions", "visits", "/visits"),
    ("/visits/questions/new", "question_edit", "visits", "/visits/questions"),
    ("/visits/questions/:question", "question_edit", "visits", "/visits/questions"),
    ("/visits/new", "visit_edit", "visits", "/visits"),
    ("/visits/new/:note", "visit_edit", "visits", "/visits"),
    ("/visits/look-back", "look_back", "visits", "/visits"),
    ("/visits/calendar", "calendar_import", "visits", "/visits"),
    ("/visits/hand-over", "hand_over", "visits", "/visits"),
    ("/visits/:visit", "visit", "visits", "/visits"),
    ("/visits/:visit/edit", "visit_edit", "visits", "/visits/:visit"),
    ("/visits/:visit/move/:day", "visit_move", "visits", "/visits/:visit"),
    ("/visits/:visit/prepare", "prepare", "visits", "/visits/:visit"),
    ("/visits/:visit/ask", "question_edit", "visits", "/visits/:visit/prepare"),
    ("/visits/:visit/sheet", "sheet", "visits", "/visits/:visit"),
    ("/visits/:visit/now", "at_visit", "visits", "/visits/:visit"),
    ("/more", "more", "more", None),
    ("/more/card", "card_edit", "more", "/more"),
    ("/more/card/paper", "card_paper", "more", "/more/card"),
    ("/more/map", "map", "more", "/more"),
    ("/more/map/:stop", "pack", "more", "/more/map"),
    ("/more/saved", "saved", "more", "/more"),
    ("/more/tasks", "tasks", "more", "/more"),
    ("/more/backup", "backup", "more", "/more"),
    ("/more/lock", "lock", "more", "/more/backup"),
    ("/more/settings", "settings", "more", "/more"),
    ("/more/install", "install", "more", "/more"),
    ("/more/about", "about", "more", "/more"),
    ("/call", "call", "today", "/"),
    ("/start", "start", "today", None),
)
"""Every address: pattern, screen, tab, and the pattern of what lies behind it."""


def _match(pattern: str, path: str) -> dict[str, str] | None:
    wanted, given = pattern.split("/"), path.split("/")
    if len(wanted) != len(given):
        return None
    params: dict[str, str] = {}
    for want, have in zip(wanted, given, strict=True):
        if want.startswith(":") and have:
            params[want[1:]] = have
        elif want != have:
            return None
    return params


def find(address: str) -> Route:
    """The route for an address; one that does not exist becomes the screen ``lost``."""
    path = "/" + address.split("?")[0].strip("/")
    for pattern, screen, tab, behind in PATTERNS:
        params = _match(pattern, path)
        if params is not None:
            parent = behind
            if parent is not None:
                for name, value in params.items():
                    parent = parent.replace(f":{name}", value)
            return Route(path, screen, tab, parent, params)
    return Route(path, "lost", "today", "/")


def stack(route: Route) -> list[Route]:
    """The route with what lies behind it, the deepest last, so that the system's back works."""
    routes = [route]
    while routes[0].parent is not None:
        routes.insert(0, find(routes[0].parent))
    return routes
