"""How fast the app starts: this build against the plain build of the same app.

    python -m tools.bench_start --json

Measures both in turn, each time in a new profile: the first visit over a phone's connection
(10 Mbit/s, 50 ms), later starts, and both again with a processor four times slower. A start ends
when a screen reader would find the first thing to press.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright, sync_playwright

from tools.bench.plain_build import plain_build
from tools.bench.slow_link import SlowLink
from tools.bench.slow_processor import SlowProcessor
from tools.build_web import write
from tools.serve_web import make_server
from tools.web_build.security import HEADERS

ROOT = Path(__file__).resolve().parent.parent

MEGABITS, ROUND_TRIP, SLOWER = 10.0, 0.05, 4.0
PATIENCE = 180_000
WATCH = """
const watch = setInterval(() => {
    document.querySelector("flt-semantics-placeholder")?.click();
    if (!document.querySelector("flt-semantics[role=button]")) return;
    clearInterval(watch);
    globalThis.usableAt = performance.now();
}, 20);
"""
"""Notes the moment at which there is something to press. Runs before the page's own scripts."""

KEPT = {
    "this": "!!(await caches.match('everything-kept'))",
    "plain": "!!navigator.serviceWorker.controller && !!(await caches.match('main.dart.js'))",
}
"""When all of a build is on the device."""


def measure(playwright: Playwright, name: str, folder: Path, later: int) -> dict[str, list[float]]:
    """One first visit and some later starts of a build, at both speeds; seconds and bytes."""
    times: dict[str, list[float]] = defaultdict(list)
    for slow in (False, True):
        suffix = "_slow" if slow else ""
        with ExitStack() as stack:
            profile = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
            # The stock page has scripts of its own, which the policy would forbid.
            server = make_server(folder, security=HEADERS if name == "this" else {})
            threading.Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.server_close)
            stack.callback(server.shutdown)
            link = SlowLink(server.server_port, MEGABITS, ROUND_TRIP)
            stack.callback(link.close)
            url = f"http://127.0.0.1:{link.port}/"
            seconds, page = _start(playwright, profile, url, slow)
            times[f"first{suffix}"].append(seconds)
            if not slow:
                times["downloaded"].append(link.received)
            link.megabits = None
            _wait_until_kept(page, KEPT[name])
            if not slow:
                times["on_disk"].append(page.evaluate("navigator.storage.estimate()")["usage"])
            page.context.close()
            link.megabits = MEGABITS
            received = link.received
            for _ in range(later):
                seconds, page = _start(playwright, profile, url, slow)
                times[f"later{suffix}"].append(seconds)
                page.context.close()
            times["downloaded_later"].append(link.received - received)
    return times


def _start(playwright: Playwright, profile: str, url: str, slow: bool) -> tuple[float, Page]:
    """Open the app in a new browser; the seconds until it can be used, and its page."""
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
        args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"],
        viewport={"width": 390, "height": 844},
    )
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCH)
    page = context.new_page()
    with ExitStack() as stack:
        if slow:
            stack.enter_context(SlowProcessor(_group_of(profile), SLOWER))
        page.goto(url, wait_until="commit")
        page.locator("flt-semantics[role=button]").first.wait_for(state="attached")
        seconds = float(page.evaluate("usableAt")) / 1000
    print(f"  {'slow ' if slow else ''}start: {seconds:.1f} s", file=sys.stderr, flush=True)
    return seconds, page


def _wait_until_kept(page: Page, expression: str) -> None:
    end = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(f"(async () => {expression})()"):
        if time.monotonic() > end:
            raise TimeoutError(f"Not kept on the device: {expression}")
        page.wait_for_timeout(500)


def _group_of(profile: str) -> int:
    """The process group of the browser that runs on a profile."""
    listed = subprocess.run(["ps", "-eo", "pid,args"], capture_output=True, text=True, check=True)
    for line in listed.stdout.splitlines():
        if f"--user-data-dir={profile}" in line and "--type=" not in line:
            return os.getpgid(int(line.split()[0]))
    raise ProcessLookupError(f"No browser runs on {profile}")


def summary(measured: dict[str, dict[str, list[float]]]) -> dict[str, Any]:
    """Medians of both builds, and how this one compares to the plain one."""
    medians = {
        name: {key: round(statistics.median(values), 2) for key, values in times.items()}
        for name, times in measured.items()
    }
    ratios = {
        key: round(medians["this"][key] / value, 2)
        for key, value in medians["plain"].items()
        if value
    }
    return {"medians": medians, "ratios": ratios, "all": measured}


def main() -> int:
    parser = argparse.ArgumentParser(description="How fast the app starts, against a plain build.")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    parser.add_argument(
        "--build", type=Path, help="a folder made by tools.build_web; or one is made"
    )
    parser.add_argument("--plain", type=Path, help="a folder for the plain build, or with it")
    parser.add_argument("--runs", type=int, default=3, help="profiles for each build")
    parser.add_argument("--later", type=int, default=3, help="later starts in each profile")
    options = parser.parse_args()
    measured: dict[str, dict[str, list[float]]] = {
        "plain": defaultdict(list),
        "this": defaultdict(list),
    }
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folders = {
            "plain": options.plain or Path(temporary) / "plain",
            "this": options.build or Path(temporary) / "this",
        }
        if not folders["plain"].exists():
            write(plain_build(ROOT), folders["plain"])
        if not options.build:
            command = [sys.executable, "-m", "tools.build_web", "--out", folders["this"].resolve()]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
        for run in range(options.runs):
            for name, folder in folders.items():
                print(f"run {run + 1} of {options.runs}: {name}", file=sys.stderr, flush=True)
                for key, values in measure(playwright, name, folder, options.later).items():
                    measured[name][key] += values
    result = summary(measured)
    if options.json:
        print(json.dumps(result, indent=2))
    else:
        for key, ratio in result["ratios"].items():
            row = [result["medians"][name][key] for name in ("plain", "this")]
            print(f"{key:12} plain {row[0]:>14} this {row[1]:>14} ratio {ratio}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
