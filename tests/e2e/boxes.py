"""Where things stand on the screen, read from the tree for screen readers."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

_BOXES = """
() => [...document.querySelectorAll('flt-semantics-host *')]
    .filter(e => e.tagName !== 'FLT-SEMANTICS-SCROLL-OVERFLOW')
    .map(e => {
        const box = e.getBoundingClientRect();
        const own = [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join(' ');
        const around = e.parentElement?.closest('[style*="overflow-y: scroll"]');
        const edge = around && around.getBoundingClientRect();
        return {
            clipped: Boolean(edge && (box.top <= edge.top + 1 || box.bottom >= edge.bottom - 1)),
            name: (e.getAttribute('aria-label') || own).trim(),
            role: e.getAttribute('role') || e.tagName.toLowerCase(),
            left: box.left, right: box.right, width: box.width, height: box.height,
            wide: e.scrollWidth - e.clientWidth,
            scrolls: e.style.overflowX === 'scroll',
        };
    })
"""
TAPPED = ("button", "tab", "switch", "checkbox", "textbox", "combobox")


def boxes(page: Page) -> list[dict[str, Any]]:
    """Every named thing with its box in CSS pixels."""
    found: list[dict[str, Any]] = page.evaluate(_BOXES)
    return found


def cut_off(page: Page) -> list[str]:
    """What reaches over an edge of the window at a side, or has to be pushed sideways."""
    width = page.evaluate("innerWidth")
    return [
        f"{box['role']} {box['name'][:50]!r} from {box['left']:.0f} to {box['right']:.0f}"
        for box in boxes(page)
        if (box["name"] and box["width"] and (box["left"] < -1 or box["right"] > width + 1))
        or (box["scrolls"] and box["wide"] > 1)
    ]


def too_small(page: Page, target: float) -> list[str]:
    """What is tapped and has a side below ``target`` CSS pixels.

    What stands at the edge of a scrolling part is cut by that edge, and not measured.
    """
    return [
        f"{box['role']} {box['name'][:50]!r} {box['width']:.0f} x {box['height']:.0f}"
        for box in boxes(page)
        if box["role"] in TAPPED
        and not box["clipped"]
        and min(box["width"], box["height"]) < target - 0.5
    ]
