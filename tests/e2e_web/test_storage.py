"""What a person wrote stays in the browser: durable, in one writer's hands, gone when erased."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.sync_api import BrowserContext, Page

from aya_companion.device.native.vault import VaultNative
from tests.e2e_web.conftest import Site, open_app

pytestmark = pytest.mark.usefixtures("been_here")

OpenBrowser = Callable[[], BrowserContext]
T = TypeVar("T")
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


def test_disk_and_vault(site: Site, open_browser: OpenBrowser) -> None:
    """Blobs come back as they were put, and ciphers make the same bytes as the native ones."""
    page = open_app(open_browser(), site.url)
    answers = run_python(
        page,
        OPEN_DISK
        + """
await disk.write("t-empty", b"")
await disk.write("t-large", bytes(range(256)) * 20_000)
await disk.write("t-twice", b"first")
await disk.write("t-twice", "zweite é 你".encode())
await disk.write("t-gone", b"x")
await disk.delete("t-gone")
await disk.delete("t-never")
names = [name for name in await disk.list() if name.startswith("t-")]
empty, large, twice = [await disk.read(n) for n in ("t-empty", "t-large", "t-twice")]
missing = await disk.read("t-gone")
[names, empty == b"", large == bytes(range(256)) * 20_000, twice.decode(), missing]
""",
    )
    assert answers == [["t-empty", "t-large", "t-twice"], True, True, "zweite é 你", None]

    native = finish(VaultNative().open("pass phrase é", b"salt" * 4, 1000))
    sealed = finish(native.encrypt(b"her words", b"header"))
    opened, wrong, back = run_python(
        page,
        f"""
import json
from aya_companion.device.browser.vault import BrowserVault
from aya_companion.store.errors import WrongKeyError
cipher = await BrowserVault().open("pass phrase é", b"salt" * 4, 1000)
opened = await cipher.decrypt({sealed!r}, b"header")
try:
    wrong = (await cipher.decrypt({sealed!r}, b"other")).decode()
except WrongKeyError:
    wrong = "refused"
back = await cipher.encrypt(b"her other words", b"")
[opened.decode(), wrong, list(back)]
""",
    )
    assert (opened, wrong) == ("her words", "refused")
    assert finish(native.decrypt(bytes(back), b"")) == b"her other words"


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


def test_browser_that_does_not_open_its_database_is_named(
    site: Site, open_browser: OpenBrowser
) -> None:
    """It does not keep a person waiting for ever in front of an empty screen."""
    page = open_app(open_browser(), site.url)
    said = run_python(
        page,
        """
import js, json
from types import SimpleNamespace
from aya_companion.device.browser import disk as browser_disk
silent = SimpleNamespace(open=lambda *_: js.EventTarget.new())
browser_disk.js = SimpleNamespace(indexedDB=silent, ayaBuild=js.ayaBuild)
browser_disk.NO_ANSWER, patience = 0.1, browser_disk.NO_ANSWER
try:
    await browser_disk.BrowserDisk.open()
    said = "opened"
except OSError as error:
    said = error.strerror
finally:
    browser_disk.js, browser_disk.NO_ANSWER = js, patience
said
""",
    )
    assert said == "the browser's storage: no answer"


def finish(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end, in a thread: Playwright has a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


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
