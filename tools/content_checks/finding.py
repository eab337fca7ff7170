"""A finding: something in the content to mend."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """Where something is wrong, what, and what to do. ``check`` names the check that found it.

    ``due`` is set when nothing is wrong but that a date has come, which is for the next release.
    """

    file: str
    line: int
    check: str
    problem: str
    what_to_do: str
    due: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.problem} {self.what_to_do} [{self.check}]"
