"""What a person wrote stays in the browser: durable, in one writer's hands, gone when erased."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.e2e_web.conftest import Site, open_app

pytestmark = pytest.mark.usefixtures("been_here")

OpenBrowser = Callable[[], BrowserContext]
OPEN_DISK = """
import json
from aya_companion.device.browser.disk import BrowserDisk
disk = await BrowserDisk.open()
"""


def run_python(page: Page, code: str) -> Any:
    """Run code in the app's Python; what the last line gives, by way of JSON."""
    *lines, last = code.strip().splitlines()
    text = "\n".join([*lines, f"json.dumps({last})"])
    return json.loads(page.workers[0].evaluate("(code) => self.python.runPythonAsync(code)", text))


def test_erased_words_leave_the_medium(
    site: Site, open_browser: OpenBrowser, tmp_path: Path
) -> None:
    """After a deletion and a restart no file of the browser holds the words."""
    words = b"unmistakable words of hers 7391"
    context = open_browser()
    page = open_app(context, site.url)
    write = f"await disk.write('t-secret', {words!r})\nlen(await disk.list())"
    run_python(page, OPEN_DISK + write)
    assert files_with(words, tmp_path / "profile")
    run_python(page, OPEN_DISK + "await disk.delete('t-secret')\n1")
    context.close()
    open_app(context := open_browser(), site.url)
    context.close()
    assert files_with(words, tmp_path / "profile") == []


def kill_browsers_of(profile: Path) -> None:
    """End all processes of the browser that runs on a profile, without any warning to it."""
    assert processes_of(profile), "no browser runs on this profile"
    while running := processes_of(profile):
        for process in running:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        time.sleep(0.1)
    for left in profile.glob("Singleton*"):  # tells of a running browser, which is not there now
        left.unlink()
    # Its tabs would come back in front of the one that the test opens, and hidden ones don't draw.
    shutil.rmtree(profile / "Default" / "Sessions", ignore_errors=True)


def processes_of(profile: Path) -> list[int]:
    """The processes of the browser that runs on a profile.

    ``-ww``: without it lines end where ``COLUMNS`` says, before the profile is named.
    """
    listed = subprocess.run(
        ["ps", "-ww", "-eo", "pid,args"], capture_output=True, text=True, check=True
    )
    lines = listed.stdout.splitlines()
    return [int(line.split()[0]) for line in lines if str(profile) in line and "chrom" in line]


def files_with(words: bytes, folder: Path) -> list[Path]:
    """The files below a folder that hold the words."""
    return [path for path in folder.rglob("*") if path.is_file() and words in path.read_bytes()]
