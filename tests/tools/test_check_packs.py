"""Packs are checked too: what they lead to, their dates, their translations."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from tools.check_content import ROOT
from tools.content_checks.front_matter import check_front_matter
from tools.content_checks.glossary_words import check_glossary
from tools.content_checks.library import ContentLibrary
from tools.content_checks.numbers import check_numbers
from tools.content_checks.packs import check_packs
from tools.content_checks.parts import check_parts
from tools.content_checks.reading import check_reading
from tools.content_checks.stamp import stamp

PACK = "en/packs/into-car-t.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content folder."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def problems(content: Path, today: date = date(2026, 11, 22)) -> set[tuple[str, str]]:
    """File and problem of each finding about packs, figures in words left out."""
    library = ContentLibrary(content, today)
    found = [
        *check_packs(library),
        *(f for f in check_front_matter(library) if "/packs/" in f.file),
    ]
    return {
        (f.file.removeprefix("content/"), f.problem)
        for f in found
        if not f.problem.startswith("The figures")
    }


def change(content: Path, file: str, old: str, new: str) -> None:
    """Change one place of a file."""
    text = (content / file).read_text(encoding="utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_real_packs_have_nothing_to_mend(content: Path) -> None:
    assert problems(content) == set()


def test_a_pack_that_leads_nowhere_is_found(content: Path) -> None:
    change(content, PACK, '"car-t", "family"', '"car-t", "nowhere"')
    change(content, PACK, '"car-t-dates"', '"car-t-gone"')
    found = problems(content)
    assert (PACK, "There is no page 'nowhere'.") in found
    assert (PACK, "No page has the question 'car-t-gone'.") in found
    assert ("es/packs/into-car-t.md", "pages is not what the English front matter has.") in found


def test_a_pack_past_its_review_is_found(content: Path) -> None:
    due = ContentLibrary(content, date.min).shelf.pack("into-car-t", "en").review_due
    assert (PACK, f"The pack was due for review on {due}.") in problems(content, date(2099, 1, 1))
    assert not problems(content, due)


def test_a_check_of_a_pack_has_a_known_form_and_a_sensible_day(content: Path) -> None:
    unchecked = 'review = "not yet checked by a clinician"'
    change(content, PACK, unchecked, 'review = "checked by Dr X on 2026-11-22"')
    errors = ContentLibrary(content, date.min).shelf.language_sources["en"].problems
    assert [(error.key, error.path.endswith(PACK)) for error in errors] == [("review", True)]
    for day, good in (("2026-11-22", True), ("2026-11-21", False), ("2026-11-23", False)):
        spanish = "es/packs/into-transplant.md"
        text = (content / spanish).read_text(encoding="utf-8")
        line = next(line for line in text.splitlines() if line.startswith("review ="))
        change(content, spanish, line, f'review = "checked by a doctor, {day}"')
        checked = [says for file, says in problems(content) if file == spanish]
        assert good is not any("is said to be one day" in says for says in checked)


def test_a_stale_missing_or_misshapen_translation_is_found(content: Path) -> None:
    change(content, PACK, "::: bring\n", "::: bring\n- A blanket.[^K]\n")
    (content / "es/packs/into-transplant.md").unlink()
    found = problems(content)
    stale = "The English page has changed since this was translated."
    assert ("es/packs/into-car-t.md", stale) in found
    assert any(f == "es/packs/into-car-t.md" and "Here the English" in says for f, says in found)
    missing = "The pack has no translation into 'es'."
    assert ("en/packs/into-transplant.md", missing) in found


def test_a_translated_pack_can_be_stamped(content: Path) -> None:
    change(content, PACK, ".[^K]\n", ", always.[^K]\n")
    for language in ("ar", "es"):
        stamp(content / language / "packs/into-car-t.md", content)
    assert problems(content) == set()


HARD = (
    "Notwithstanding considerable institutional heterogeneity, multidisciplinary evaluation "
    "necessitates individualized prioritization. "
)


def test_what_a_pack_says_is_checked_as_on_a_page(content: Path) -> None:
    """Links, hard words, figures, how it reads, and the line that says when to call."""
    for language, call in (
        ("en", "If you are unsure, call."),
        ("es", "Si tienes dudas, llama."),
        ("ar", "عند الشك، اتصلوا."),
    ):
        pack = f"{language}/packs/into-car-t.md"
        broken = "::: changes\n- [x](term:nosuch) [y](topic:nosuch) "
        change(content, pack, "::: changes\n- ", broken)
        change(content, pack, call, "X.")
    change(content, PACK, "::: feel\n- ", "::: feel\n- Xanthopathy. 3 in 4 people. " + HARD * 6)
    change(content, "es/packs/into-car-t.md", "::: feel\n- ", "::: feel\n- Xantopatía. ")
    library = ContentLibrary(content, date(2026, 11, 22))
    checks = (check_front_matter, check_glossary, check_reading, check_parts, check_numbers)
    found = {
        (f.file.removeprefix("content/"), f.problem) for check in checks for f in check(library)
    }
    for language in ("en", "es", "ar"):
        pack = f"{language}/packs/into-car-t.md"
        assert (pack, "There is no page 'nosuch'.") in found
        assert (pack, "The glossary has no word 'nosuch'.") in found
        assert (pack, "The box does not end with the line that says when to call.") in found
    assert (PACK, "'Xanthopathy' looks medical and is not in the glossary.") in found
    spanish = "'Xantopatía' looks medical and is not in the glossary."
    assert ("es/packs/into-car-t.md", spanish) in found
    english = {problem for file, problem in found if file == PACK}
    for beginning in ("The page reads at", "This paragraph has", "A figure for a group"):
        assert any(problem.startswith(beginning) for problem in english), beginning
