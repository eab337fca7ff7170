"""Who checked a page is said in a few known ways only."""

from __future__ import annotations

from datetime import date

import pytest

from aya_companion.domain.checked import (
    MACHINE,
    NOT_REVIEWED,
    REVIEWERS,
    Checked,
    Checker,
    read_review,
    read_translation,
)
from aya_companion.domain.errors import InvalidRecordError


def test_what_was_not_checked_says_so() -> None:
    assert read_review(NOT_REVIEWED) is None
    assert read_translation(MACHINE) is None


@pytest.mark.parametrize("checker", Checker)
def test_a_check_names_who_and_when(checker: Checker) -> None:
    text = f"checked by {checker}, 2027-01-31"
    assert read_translation(text) == Checked(checker, date(2027, 1, 31))
    if checker in REVIEWERS:
        assert read_review(text) == Checked(checker, date(2027, 1, 31))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "checked",
        "checked by a doctor",
        "checked by Dr. No, 2027-01-31",
        "checked by a doctor, 2027-02-31",
        "checked by a doctor, soon",
        "checked by a translator, 2027-01-31",
        MACHINE,
    ],
)
def test_anything_else_is_no_review(text: str) -> None:
    """A translator does not say that a page is right, and no names are printed."""
    with pytest.raises(InvalidRecordError):
        read_review(text)
