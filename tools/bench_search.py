"""The app's search beside SQLite's FTS5 on the same text: time per keystroke and answers found.

    python -m tools.bench_search             a table
    python -m tools.bench_search --json      the same as JSON
    python -m tools.bench_search --pyodide   the app's search in the browser's Python, under Node
    python -m tools.bench_search --drawing   the app's side of drawing the results as well

Every question of tests/library/search is typed letter by letter. FTS5 gets the same sections of the same
pages, accents folded, English stemmed by its porter tokenizer, the columns weighed as here, every
word optional and the last one as a beginning: what one would write with it in an afternoon.
The drawing is what Python does for it, the controls of the boxes and results. What Flet sends to
the engine, and what the engine paints, is not measured here.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from aya_companion.library.files.prepared import write_prepared
from aya_companion.library.search.lines import ALSO, HEADING, SUMMARY, TITLE
from aya_companion.library.shelf import Shelf
from tools.search_quality import Question, misses, pages_found, read_questions

ROOT = Path(__file__).resolve().parent.parent
FRAME_MS = 16.0
"""One frame of a screen that draws sixty times a second."""


def main(arguments: list[str] | None = None) -> int:
    """Print the comparison. Returns 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--pyodide", action="store_true", help="measure the browser's Python")
    parser.add_argument("--alone", action="store_true", help="leave FTS5 out: no SQLite needed")
    parser.add_argument("--drawing", action="store_true", help="measure drawing, not FTS5")
    chosen = parser.parse_args(arguments)
    if chosen.pyodide:
        from tools.test_in_pyodide import run_in_pyodide

        return run_in_pyodide(["tools.bench_search", "--alone", *(["--json"] * chosen.json)])
    shelf = Shelf.from_folder(ROOT / "content")
    if chosen.drawing:
        result = {"drawing": _spread(drawing_ms(read_questions()))}
    else:
        result = compare(shelf, read_questions(), with_fts5=not chosen.alone)
    if chosen.json:
        print(json.dumps(result, indent=1))
        return 0
    for name, row in result.items():
        if not isinstance(row, dict):
            print(f"{name}: {row if isinstance(row, int) else round(row, 2)}")
            continue
        print(
            f"{name}: {row['median_ms']:.2f} ms median, {row['p95_ms']:.2f} ms in 95 of 100, "
            f"{row['max_ms']:.2f} ms at most, {row['over_a_frame']:.2%} longer than a frame"
            + (f"; {row['answered']} answered in the first three" if "answered" in row else "")
        )
    return 0


def compare(shelf: Shelf, questions: list[Question], *, with_fts5: bool = True) -> dict[str, Any]:
    """Times and answers of both. The app's index is read from prepared files, as on a phone."""
    with tempfile.TemporaryDirectory() as folder:
        write_prepared(shelf.catalog, shelf.language_sources, Path(folder))
        prepared = Shelf.from_prepared(Path(folder))
        opening = _milliseconds(lambda: prepared.language_sources["en"].index)
        app = app_keystrokes_ms(prepared, questions)
    lost = misses(questions, lambda text, lang: pages_found(shelf.search(text, lang)))
    measured = {
        "questions": len(questions),
        "keystrokes": len(app),
        "index_opens_in_ms": opening,
        "app": {**_spread(app), "answered": len(questions) - len(lost)},
    }
    if not with_fts5:
        return measured
    fts = Fts5(shelf)
    fts_times = _keystrokes_ms(questions, fts.pages_for)
    fts_lost = misses(questions, fts.pages_for)
    return measured | {
        "fts5": {**_spread(fts_times), "answered": len(questions) - len(fts_lost)},
        "ratio": _spread(app)["median_ms"] / _spread(fts_times)["median_ms"],
    }


def drawing_ms(questions: Iterable[Question]) -> list[float]:
    """Milliseconds of search and drawing together, for each keystroke of every tenth question.

    The window is the one of the tests, without a display.
    """
    from aya_companion.ui.context import make_ui
    from aya_companion.ui.reading.search_results import search_results
    from tests.ui.window import drawing, open_window

    window = open_window()
    ui = make_ui(window.model, window.do)
    ui.shelf.open_search(ui.code)
    with drawing():
        some = [question for question in questions if question.language == ui.code][::10]
        return _keystrokes_ms(some, lambda text, _language: search_results(ui, text))


def app_keystrokes_ms(shelf: Shelf, questions: Iterable[Question]) -> list[float]:
    """Milliseconds of each keystroke while the questions are typed letter by letter.

    The index and the stemmer are made ready before, as the screen does when it opens.
    """
    for language in shelf.languages:
        shelf.open_search(language)
    return _keystrokes_ms(questions, shelf.search)


def _keystrokes_ms(
    questions: Iterable[Question], find: Callable[[str, str], object]
) -> list[float]:
    return [
        _milliseconds(partial(find, question.text[:letters], question.language))
        for question in questions
        for letters in range(1, len(question.text) + 1)
    ]


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _spread(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "median_ms": ordered[len(ordered) // 2],
        "p95_ms": ordered[int(len(ordered) * 0.95)],
        "max_ms": ordered[-1],
        "over_a_frame": sum(each > FRAME_MS for each in ordered) / len(ordered),
    }


class Fts5:
    """The same text in SQLite's full-text index, one row per page, heading, word and question."""

    def __init__(self, shelf: Shelf) -> None:
        import sqlite3

        self._database = sqlite3.connect(":memory:")
        for language, language_source in shelf.language_sources.items():
            base = "unicode61 remove_diacritics 2"
            tokenizer = f"porter {base}" if language == "en" else base
            self._database.execute(
                f"create virtual table {language} using fts5(page unindexed, title, also, summary, "
                f"heading, body, tokenize='{tokenizer}')"
            )
            self._database.executemany(
                f"insert into {language} values (?, ?, ?, ?, ?, ?)", _rows(language_source.index)
            )

    def pages_for(self, text: str, language: str) -> tuple[str, ...]:
        """The pages found, best first."""
        words = re.findall(r"\w+", text)
        if not words:
            return ()
        query = " OR ".join([f'"{word}"' for word in words[:-1]] + [f'"{words[-1]}"*'])
        rows = self._database.execute(
            f"select page from {language} where {language} match ? "
            f"order by bm25({language}, 0, 4, 4, 2, 2.5, 1) limit 10",
            (query,),
        )
        return tuple(dict.fromkeys(row[0] for row in rows))


def _rows(index: Any) -> Iterable[tuple[str, ...]]:
    for number, findable in enumerate(index.findables):
        texts: dict[str, list[str]] = {}
        for line, owner in zip(index.lines, index.owners, strict=True):
            if owner == number:
                known = line.field in (TITLE, ALSO, SUMMARY, HEADING)
                texts.setdefault(line.field if known else "body", []).append(line.text)
        columns = ("title", "also", "summary", "heading", "body")
        page = findable.page or f"word:{findable.id}"
        yield (page, *(" ".join(texts.get(column, ())) for column in columns))


if __name__ == "__main__":
    sys.exit(main())
