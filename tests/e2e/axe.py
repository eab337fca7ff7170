"""The accessibility checker axe-core, run inside the page."""

from __future__ import annotations

from importlib import resources
from typing import Any

from playwright.sync_api import Page

SERIOUS = ("serious", "critical")


def serious_findings(page: Page) -> list[str]:
    """What axe finds on the page that is serious or worse: rule, and the places of it."""
    if not page.evaluate("Boolean(window.axe)"):
        script = resources.files("axe_playwright_python") / "axe.min.js"
        page.evaluate(script.read_text(encoding="utf-8"))
    result: dict[str, Any] = page.evaluate(
        "axe.run(document, {resultTypes: ['violations'], reporter: 'v1'})"
    )
    return [
        f"{found['id']}: {[node['html'][:160] for node in found['nodes']][:3]}"
        for found in result["violations"]
        if found["impact"] in SERIOUS
    ]
