"""Findings that were looked at and accepted, each with its reason: accepted.toml."""

from __future__ import annotations

from collections.abc import Iterable

from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentLibrary

_KEYS = {"check", "file", "contains", "reason"}


def without_accepted(findings: Iterable[Finding], library: ContentLibrary) -> list[Finding]:
    """The findings that stand, sorted; with new ones for entries that accept nothing."""
    name = library.name("accepted.toml")
    left = sorted(set(findings))
    for entry in library.settings("accepted.toml").get("accepted", []):
        if set(entry) != _KEYS or not all(str(value).strip() for value in entry.values()):
            # An empty text would be part of every file's name and of every problem.
            problem = f"An entry does not have exactly, and filled in: {', '.join(sorted(_KEYS))}."
            left.append(Finding(name, 1, "accepted", problem, "Fill it in."))
            continue
        matching = [
            finding
            for finding in left
            if finding.check == entry["check"]
            and finding.file.endswith(entry["file"])
            and entry["contains"] in finding.problem
        ]
        if not matching:
            problem = f"Nothing is found any more: {entry['check']}, {entry['file']}, {entry['contains']!r}."
            left.append(Finding(name, 1, "accepted", problem, "Take the entry out."))
        left = [finding for finding in left if finding not in matching]
    return left
