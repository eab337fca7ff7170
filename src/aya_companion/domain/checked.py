"""Who checked a page or its translation, and when: the only ways to write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aya_companion.domain.errors import InvalidRecordError


class Checker(StrEnum):
    """Who can check a page or a translation, as written behind ``checked by``."""

    DOCTOR = "a doctor"
    NURSE = "a nurse"
    PHARMACIST = "a pharmacist"
    CLINICIAN = "another clinician"
    TRANSLATOR = "a translator"


@dataclass(frozen=True)
class Checked:
    """A check that was made: by whom, and on which day."""

    by: Checker
    on: date


NOT_REVIEWED = "not yet checked by a clinician"
"""The review of a page that no clinician has read yet."""

MACHINE = "machine, not yet checked"
"""The translation that nobody has compared with the English page yet."""

REVIEWERS = frozenset(Checker) - {Checker.TRANSLATOR}
"""Who can say that a page is right; a translator can say so of a translation alone."""

_CHECKED = re.compile(r"checked by (a[a-z]* [a-z]+), (\d{4}-\d{2}-\d{2})")


def read_review(text: str) -> Checked | None:
    """The check that a page's ``review`` names; None when it was not checked yet.

    Raises InvalidRecordError for any other text.
    """
    return None if text == NOT_REVIEWED else _read(text, REVIEWERS)


def read_translation(text: str) -> Checked | None:
    """The check that a ``translation`` names; None when it was not checked yet.

    Raises InvalidRecordError for any other text.
    """
    return None if text == MACHINE else _read(text, frozenset(Checker))


def _read(text: str, allowed: frozenset[Checker]) -> Checked:
    found = _CHECKED.fullmatch(text)
    try:
        if found and Checker(found[1]) in allowed:
            return Checked(Checker(found[1]), date.fromisoformat(found[2]))
    except ValueError:
        pass
    raise InvalidRecordError("no known way to say who checked it and when")
