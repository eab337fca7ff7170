"""A small page to build tests from."""

from __future__ import annotations

from collections.abc import Mapping

FRONT = """\
id = "{id}"
title = "A test that looks closely"
summary = "It shows how well treatment works."
section = "tests"
phases = ["induction"]
treatments = []
statements = ["FL-5"]
also = ["mrd"]
written = 2026-11-22
review_due = 2027-05-22
review = "not yet checked by a clinician"
sensitive = []
"""

TRANSLATION = """\
source_sha = ""
translation = "machine, not yet checked"
"""


def page_text(
    body: str,
    page_id: str = "mrd",
    *,
    translated: bool = False,
    changes: Mapping[str, str] | None = None,
) -> str:
    """A page's file. ``changes`` replace the value of a key of the front matter, written as TOML."""
    front = FRONT.format(id=page_id) + (TRANSLATION if translated else "")
    changes = changes or {}
    lines = []
    for line in front.splitlines():
        key = line.partition(" = ")[0]
        lines.append(f"{key} = {changes[key]}" if key in changes else line)
    return "\n".join(["+++", *lines, "+++", "", body])
