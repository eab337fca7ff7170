"""Passphrases: which are accepted, how they become keys, and how long to wait after wrong ones."""

from __future__ import annotations

import contextlib
import json
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from aya_companion.store.envelope import KeyParameters
from aya_companion.store.errors import TooManyTriesError, WeakPassphraseError
from aya_companion.store.ports import Cipher, Disk, Vault

ROUNDS = 600_000
"""Rounds of PBKDF2-HMAC-SHA-256 (OWASP Password Storage Cheat Sheet, 2023)."""

MAX_ROUNDS = 10_000_000
"""A file that asks for more is meant to keep the device busy."""

SALT_SIZE = 16

SHORTEST = 6
"""Characters, or digits, that a passphrase or code has at least."""

FREE_TRIES = 3
DELAYS = tuple(timedelta(seconds=s) for s in (30, 60, 300, 900, 3600))
"""The wait after the wrong try that follows the free ones, and after each one more; the last stays.
Its owner is never shut out for longer than an hour."""

TRIES = "tries"
"""Name of the blob that counts wrong tries. It holds a number and a time, nothing written."""


def normal(passphrase: str) -> bytes:
    """The bytes that keys are made from.

    The same keys pressed on another keyboard give the same bytes: NFKC, decimal digits of every
    script as 0 to 9, white space as single spaces and none at the ends.
    """
    text = unicodedata.normalize("NFKC", passphrase)
    text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    return " ".join(text.split()).encode(errors="replace")


async def new_key(vault: Vault, passphrase: str) -> tuple[KeyParameters, Cipher]:
    """A fresh salt, and the cipher it makes with this passphrase.

    Raises WeakPassphraseError when it is too short.
    """
    if len(normal(passphrase).decode()) < SHORTEST:
        raise WeakPassphraseError(f"lock: at least {SHORTEST} characters or digits are needed")
    key = KeyParameters(vault.random(SALT_SIZE), ROUNDS)
    return key, await cipher_for(vault, passphrase, key)


async def cipher_for(vault: Vault, passphrase: str, key: KeyParameters) -> Cipher:
    """The cipher of a passphrase. Whether it is the right one shows when it is used."""
    return await vault.open(normal(passphrase).decode(), key.salt, key.rounds)


class Tries:
    """Counts wrong passphrases on ``disk``, so that a restart starts no new count.

    Slows down a person who types. Someone who copies the files is not slowed down by it.
    """

    def __init__(self, disk: Disk, clock: Callable[[], datetime]) -> None:
        self.disk = disk
        self._clock = clock
        self._counted: tuple[int, datetime | None] = (0, None)

    async def wait(self) -> timedelta:
        """How long until the next try is allowed; zero when it is allowed now."""
        count, last = await self._read()
        if count < FREE_TRIES or last is None:
            return timedelta(0)
        now = self._clock()
        if last > now:  # the clock was set back: the wait starts again, and ends
            await self._write(count, now)
            last = now
        delay = DELAYS[min(count - FREE_TRIES, len(DELAYS) - 1)]
        return max(last + delay - now, timedelta(0))

    async def begin(self) -> None:
        """Count a try before it is made, so that ending the app does not undo it.

        Raises TooManyTriesError while the wait lasts.
        """
        wait = await self.wait()
        if wait:
            raise TooManyTriesError(wait)
        count, _ = await self._read()
        await self._write(count + 1, self._clock())

    async def succeed(self) -> None:
        """Forget the count after the right passphrase."""
        self._counted = (0, None)
        with contextlib.suppress(OSError):
            await self.disk.delete(TRIES)

    async def _read(self) -> tuple[int, datetime | None]:
        try:
            count, last = json.loads(await self.disk.read(TRIES) or b"")
            stored = int(count), datetime.fromisoformat(last).astimezone(UTC)
        except (OSError, ValueError, TypeError):
            return self._counted
        # Memory counts on where nothing can be written, as in a tab that only follows another.
        return self._counted if self._counted[0] >= stored[0] else stored

    async def _write(self, count: int, last: datetime) -> None:
        self._counted = (count, last)
        # A medium that cannot be written must not shut out its owner.
        with contextlib.suppress(OSError):
            await self.disk.write(TRIES, json.dumps([count, last.isoformat()]).encode())
