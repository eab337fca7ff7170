"""A broken page, source or glossary takes nothing down but itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aya_companion.domain.settings import Settings
from aya_companion.library.shelf import Shelf
from tests.fakes.companion import CONTENT, make_companion
from tests.ui.window import Window

PARTS = ("", "/easy", "/listen", "/teach", "/drawing/1")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the library, to break something in."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def replace_in(file: Path, old: str, new: str) -> None:
    """Write something else into a file of the library."""
    words = file.read_text(encoding="utf-8")
    assert old in words
    file.write_text(words.replace(old, new, 1), encoding="utf-8")


def window_on(content: Path, language: str = "en", **settings: object) -> Window:
    """A window of someone who reads this library."""
    companion = make_companion(settings=Settings(language=language, started=True, **settings))  # type: ignore[arg-type]
    companion.shelf = Shelf.from_folder(content)
    return Window(companion)


@pytest.fixture
def without_fever(content: Path) -> Path:
    """The English page on fever is broken, the Spanish one is fine."""
    replace_in(content / "en/topics/fever.md", "summary =", "summry =")
    return content


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_broken_page_is_left_out_of_lists(without_fever: Path, language: str) -> None:
    """Today, the library and the saved pages open without it."""
    window = window_on(without_fever, language, saved_pages=("fever", "mrd"))
    for address in ("/", "/learn", "/more/saved", "/more/map/induction"):
        assert window.go(address).sight.titles


@pytest.mark.parametrize("part", PARTS)
def test_its_address_says_what_is_wrong_where_and_what_still_works(
    without_fever: Path, part: str
) -> None:
    window = window_on(without_fever).go(f"/learn/fever{part}")
    assert window.sight.titles == ["This page cannot be shown"]
    assert "content/en/topics/fever.md:" in window.sight.words
    assert window.tap("Open my emergency card").model.route == "/call"


def test_a_translation_that_is_fine_is_still_shown(without_fever: Path) -> None:
    assert window_on(without_fever, "es").go("/learn/fever").sight.titles[0].startswith("Fiebre")


def test_a_broken_translation_is_shown_in_english(content: Path) -> None:
    replace_in(content / "es/topics/fever.md", "summary =", "summry =")
    assert "Fever" in window_on(content, "es").go("/learn/fever").sight.titles[0]


def test_a_page_that_never_was_is_not_called_broken(without_fever: Path) -> None:
    assert window_on(without_fever).go("/learn/no-such-page").sight.titles == ["Nothing here"]


def test_a_broken_source_leaves_the_pages_that_cite_it_readable(content: Path) -> None:
    """Its code stands in its place, and a tap on it says so."""
    marks = (content / "en/topics/mrd.md").read_text(encoding="utf-8")
    code = marks.split("[^", 1)[1].split("]", 1)[0]
    replace_in(content / "sources.toml", f"[{code}]\n", f"[{code}]\nextra = 1\n")
    window = window_on(content).go("/learn/mrd")
    link = next(node.name for node in window.sight.tappable if node.name.endswith(f"  {code}"))
    assert "cannot be shown" in window.tap(link).dialog.words
    assert window.go("/more/map/maintenance").sight.titles


def test_a_broken_glossary_leaves_pages_readable(content: Path) -> None:
    """A word that is tapped says that its meaning cannot be shown."""
    glossary = content / "en/glossary.toml"
    glossary.write_text("[broken\n" + glossary.read_text(encoding="utf-8"), encoding="utf-8")
    window = window_on(content).go("/learn/mrd")
    assert window.sight.titles == ["MRD: looking for the last leukemia cells"]
