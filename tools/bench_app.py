"""How long the app takes for what people do most: ``python -m tools.bench_app [--json] [--rounds N]``.

All figures of one run are measured side by side on the same machine, and the ones that are
compared take turns, so that a busy machine slows them all alike. A ratio says more than a time.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from aya_companion.device.native.disk_files import DiskFiles
from aya_companion.domain.questions import Question
from aya_companion.domain.settings import Settings
from aya_companion.library.shelf import Shelf
from aya_companion.store.store import Store
from tools.bench_search import compare
from tools.search_quality import read_questions

ROOT = Path(__file__).resolve().parents[1]
FEW, MANY = 100, 5_000
"""How many questions are stored when one more is saved."""

SAVES = 96
"""How many saves are measured: everything is written anew after each 32 of them, and that counts."""

NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"


def now() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)


def question(store: Store, n: int) -> Question:
    """A question as people write them."""
    return Question(
        id=store.new_id(),
        created_at=now(),
        updated_at=now(),
        text=f"Question {n}: may I swim in the sea this summer, and from when on?",
        position=n,
    )


async def open_store(folder: Path, count: int) -> Store:
    """A store on a real disk with ``count`` questions."""
    folder.mkdir()
    store = await Store.open(DiskFiles(folder), now)
    for n in range(count):
        store.questions.put(question(store, n))
    await store.commit()
    return store


async def saving(folder: Path) -> dict[str, float]:
    """Milliseconds to save one more question among few and among many, taking turns: on average,
    most often, and at worst, which is when everything is written anew."""
    stores = {count: await open_store(folder / str(count), count) for count in (FEW, MANY)}
    taken: dict[int, list[float]] = {FEW: [], MANY: []}
    for n in range(SAVES):
        for count, store in stores.items():
            start = time.perf_counter()
            store.questions.put(question(store, n))
            await store.commit()
            taken[count].append((time.perf_counter() - start) * 1000)
    mean = {count: statistics.mean(times) for count, times in taken.items()}
    figures = {}
    for count, times in taken.items():
        figures[f"save_with_{count}_ms"] = round(mean[count], 2)
        figures[f"save_with_{count}_median_ms"] = round(statistics.median(times), 2)
        figures[f"save_with_{count}_worst_ms"] = round(max(times), 2)
    return figures | {"save_ratio": round(mean[MANY] / mean[FEW], 2)}


@contextmanager
def served(data: Path) -> Iterator[str]:
    """The address of the app, started as a person would."""
    process = subprocess.Popen(
        [sys.executable, ROOT / "main.py", "--port", "0", "--no-open", "--data", data],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1]
    finally:
        process.kill()
        process.communicate()


async def keep_settings(data: Path) -> None:
    """Someone who has started the app before."""
    store = await Store.open(DiskFiles(data), now)
    store.settings.put(Settings(language="en", started=True))
    await store.commit()


def browsing(folder: Path, rounds: int) -> dict[str, float]:
    """Milliseconds from the address to the first screen, and to the longest page from there."""
    from playwright.sync_api import sync_playwright

    longest = max(Shelf.from_folder(ROOT / "content").pages("en"), key=lambda page: page.words)
    data = folder / "data"
    data.mkdir()
    asyncio.run(keep_settings(data))
    first: list[float] = []
    page_opened: list[float] = []
    with served(data) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
            args=["--no-sandbox", NO_OTHER_HOST],
        )
        for _ in range(rounds):
            page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
            start = time.perf_counter()
            page.goto(address)
            placeholder = page.locator("flt-semantics-placeholder")
            placeholder.wait_for(state="attached", timeout=60_000)
            placeholder.evaluate("element => element.click()")
            page.locator("h1").first.wait_for(state="attached")
            first.append((time.perf_counter() - start) * 1000)
            start = time.perf_counter()
            page.evaluate("route => { location.hash = route }", f"/learn/{longest.id}")
            page.get_by_role("heading", name=longest.title, level=1).wait_for(state="attached")
            page_opened.append((time.perf_counter() - start) * 1000)
            page.context.close()
        browser.close()
    return {
        "first_screen_ms": round(statistics.median(first)),
        "longest_page_ms": round(statistics.median(page_opened)),
        "longest_page_words": longest.words,
    }


def searching() -> dict[str, float]:
    """Milliseconds of a keystroke and questions answered, beside FTS5 (see tools.bench_search)."""
    both = compare(Shelf.from_folder(ROOT / "content"), read_questions())
    app, fts5 = both["app"], both["fts5"]
    return {
        "search_ms": round(app["median_ms"], 2),
        "search_fts5_ms": round(fts5["median_ms"], 2),
        "search_ratio": round(both["ratio"], 2),
        "search_answered": app["answered"],
        "search_fts5_answered": fts5["answered"],
        "search_asked": both["questions"],
    }


def main() -> int:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description="How long the app takes.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="browser rounds")
    parser.add_argument("--no-browser", action="store_true", help="leave out the browser")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(saving(Path(folder)))
        figures |= searching()
        if not options.no_browser:
            figures |= browsing(Path(folder), options.rounds)
    if options.json:
        print(json.dumps(figures, indent=2))
    else:
        for name, value in figures.items():
            print(f"{name:24} {value:>10,}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
