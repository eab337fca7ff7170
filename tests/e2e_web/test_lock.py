"""The lock in the browser: the same bytes as everywhere, and nothing readable at rest."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from aya_companion.device.native.disk_files import DiskFiles
from aya_companion.device.native.vault import VaultNative
from aya_companion.domain.restoring import Mode
from aya_companion.store import backup
from aya_companion.store.merge import restore
from aya_companion.store.store import Store
from tests.e2e.serving import finish
from tests.e2e_web.conftest import Site, wait_until_usable
from tests.e2e_web.diary import PASSPHRASE, begin, holds, in_store, lock, write

pytestmark = pytest.mark.usefixtures("been_here")

OpenBrowser = Callable[[], BrowserContext]
FIRST, SECOND = "zebra lantern ninety-one", "velvet harbour forty-two"


def now() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)


def test_a_backup_goes_from_the_browser_to_the_served_app_and_back(
    site: Site, open_browser: OpenBrowser, tmp_path: Path
) -> None:
    """Every record is the same, byte for byte, after both ways."""
    screen = write(begin(open_browser(), site.url), FIRST)
    made = in_store(
        screen,
        f"""
from aya_companion.store import backup
at = datetime(2026, 3, 5, tzinfo=UTC)
data = await backup.export_encrypted(store, at, {PASSPHRASE!r}, vault)
[base64.b64encode(data).decode(), backup.export_plain(store, at, with_private=True).decode()]
""",
    )
    data, plain = base64.b64decode(made[0]), made[1]

    async def served() -> tuple[bytes, bytes]:
        """Put it in on this computer, and make the backup that goes back."""
        (tmp_path / "data").mkdir()
        store = await Store.open(DiskFiles(tmp_path / "data"), now, vault=VaultNative())
        read = await backup.read(data, PASSPHRASE, VaultNative())
        await restore(store, read, Mode.MERGE, clock=now)
        at = datetime(2026, 3, 5, tzinfo=UTC)
        sealed = await backup.export_encrypted(store, at, PASSPHRASE, VaultNative())
        return sealed, backup.export_plain(store, at, with_private=True)

    back, plain_here = finish(served())
    assert FIRST in plain
    assert json.loads(plain_here) == json.loads(plain)
    again = in_store(
        screen,
        f"""
from aya_companion.store import backup
read = await backup.read(base64.b64decode({base64.b64encode(back).decode()!r}), {PASSPHRASE!r}, vault)
own = await backup.read({plain!r}.encode())
[read.tables == own.tables]
""",
    )
    assert again == [True]


def test_locked_after_a_reload_and_nothing_readable_in_the_profile(
    site: Site, open_browser: OpenBrowser, tmp_path: Path
) -> None:
    """What was written before the lock was set and after it is in no file of the browser."""
    profile = tmp_path / "profile"
    context = open_browser()
    screen = write(begin(context, site.url), FIRST)
    assert holds(profile, FIRST)
    write(lock(screen), SECOND)
    screen.page.reload()
    wait_until_usable(screen.page)
    screen.has_title("Locked").go("/visits/questions", "Locked")
    assert FIRST not in screen.page.content()
    screen.type("Passphrase or code", "not this one").drawn().tap("Unlock")
    screen.says("That is not the right passphrase.")
    screen.type("Passphrase or code", PASSPHRASE).drawn().tap("Unlock").has_title("My questions")
    screen.says(FIRST).says(SECOND)
    context.close()
    assert (holds(profile, FIRST), holds(profile, SECOND)) == ([], [])
