"""Whether a page was checked is said in the reader's language."""

from __future__ import annotations

from datetime import UTC

import pytest

from aya_companion.domain.checked import MACHINE, NOT_REVIEWED, Checker
from aya_companion.i18n.catalogs import Catalogs
from aya_companion.i18n.checked_words import checked_words
from aya_companion.i18n.formats import Formats

CATALOGS = Catalogs()


def words(code: str, review: str, translation: str = "") -> list[str]:
    """What a reader of this language is told."""
    return checked_words(CATALOGS.translator(code), Formats(code, UTC), review, translation)


def test_a_page_nobody_checked_says_so() -> None:
    assert words("en", NOT_REVIEWED, MACHINE) == [
        "This page was not yet checked by a clinician.",
        "The translation was made by a machine and not yet checked.",
    ]


def test_a_page_in_its_first_language_says_nothing_of_a_translation() -> None:
    assert len(words("en", NOT_REVIEWED)) == 1


def test_a_check_is_told_with_who_and_when() -> None:
    said = words("en", "checked by a nurse, 2027-01-31", "checked by a translator, 2027-02-01")
    assert said == [
        "A nurse checked this page on Jan 31, 2027.",
        "A translator checked the translation on Feb 1, 2027.",
    ]


@pytest.mark.parametrize("code", ["es", "ar"])
@pytest.mark.parametrize("checker", Checker)
def test_every_check_is_told_in_every_language(code: str, checker: Checker) -> None:
    english = words("en", NOT_REVIEWED, f"checked by {checker}, 2027-01-31")
    theirs = words(code, NOT_REVIEWED, f"checked by {checker}, 2027-01-31")
    assert not set(english) & set(theirs)
