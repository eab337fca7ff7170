"""The search is measured beside SQLite's FTS5 on the same text and questions."""

from __future__ import annotations

import pytest

from aya_companion.library.shelf import Shelf
from tools.bench_search import ROOT, compare, drawing_ms
from tools.search_quality import Question

ASKED = [Question("fever", "en", ("fever",)), Question("fiebre", "es", ("fever",))]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """The real library."""
    return Shelf.from_folder(ROOT / "content")


def test_time_and_answers_of_both_stand_side_by_side(shelf: Shelf) -> None:
    """One keystroke for each letter; answers counted alike."""
    both = compare(shelf, ASKED)
    assert both["keystrokes"] == len("feverfiebre")
    assert both["app"]["answered"] == both["fts5"]["answered"] == 2
    assert both["ratio"] > 0


def test_without_sqlite_the_app_is_measured_alone(shelf: Shelf) -> None:
    """The browser's Python has no SQLite."""
    assert "fts5" not in compare(shelf, ASKED, with_fts5=False)


def test_drawing_is_measured_for_each_letter() -> None:
    """From the keystroke to the controls of its results."""
    assert len(drawing_ms([Question("fever", "en", ("fever",))])) == len("fever")
