"""What the app's Python does in a browser, asked of one app: storage, ciphers, what is installed."""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from aya_companion.device.native.vault import VaultNative
from tests.e2e.serving import finish
from tests.e2e_web.conftest import Site, open_app, start_browser
from tests.e2e_web.diary import PASSPHRASE
from tests.e2e_web.test_storage import OPEN_DISK, run_python

VECTORS = Path(__file__).parents[1] / "store" / "vectors"


@pytest.fixture(scope="module")
def python(
    build: Path,
    port: int,
    playwright: Playwright,
    visited: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Page]:
    """An app whose Python several tests ask something, one after the other."""
    profile = tmp_path_factory.mktemp("python") / "profile"
    shutil.copytree(visited, profile, symlinks=True)
    site = Site(build, port=port)
    context = start_browser(playwright, profile)
    page = open_app(context, site.url)
    site.stop()
    yield page
    context.close()


def test_disk_and_vault(python: Page) -> None:
    """Blobs come back as they were put, and ciphers make the same bytes as the native ones."""
    answers = run_python(
        python,
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
        python,
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


def test_browser_that_does_not_open_its_database_is_named(python: Page) -> None:
    """It does not keep a person waiting for ever in front of an empty screen."""
    said = run_python(
        python,
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


def test_the_test_vectors_open(python: Page) -> None:
    """WebCrypto makes of each passphrase the key that is written there, and opens the file."""
    seals = json.loads((VECTORS / "seals.json").read_text(encoding="utf-8"))
    file = base64.b64encode((VECTORS / "backup.ayabackup").read_bytes()).decode()
    plain = (VECTORS / "backup.json").read_text(encoding="utf-8")
    opened, same = run_python(
        python,
        f"""
import base64, json
from aya_companion.device.browser.vault import BrowserVault
from aya_companion.store import backup
from aya_companion.store.envelope import KeyParameters
from aya_companion.store.lock import cipher_for
vault = BrowserVault()
opened = []
for seal in json.loads({json.dumps(seals)!r}):
    key = KeyParameters(bytes.fromhex(seal["salt"]), seal["rounds"])
    cipher = await cipher_for(vault, seal["passphrase"], key)
    associated = bytes.fromhex(seal["associated"])
    opened.append((await cipher.decrypt(bytes.fromhex(seal["sealed"]), associated)).hex())
sealed = await backup.read(base64.b64decode({file!r}), {PASSPHRASE!r}, vault)
plain = await backup.read({plain!r}.encode())
[opened, sealed == plain]
""",
    )
    assert opened == [seal["plain"] for seal in seals]
    assert same


def test_app_says_what_is_on_the_device(python: Page) -> None:
    """Which version runs, and that it works offline: the build was kept before."""
    code = """
import json
from aya_companion.device.browser import page as browser_page
state = await browser_page.installed()
[state.release, len(state.build), state.works_offline]
"""
    release, length, works_offline = run_python(python, code)
    assert (bool(release), length, works_offline) == (True, 12, True)
