"""Quick cryptography for tests: it hides and authenticates, and is safe from nobody."""

from __future__ import annotations

import hashlib
import hmac
import itertools

from aya_companion.store.errors import WrongKeyError
from aya_companion.store.ports import Cipher


class FakeCipher:
    """A stream from SHAKE-256, and an HMAC over it and the associated bytes."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._nonces = itertools.count()

    async def encrypt(self, plain: bytes, associated: bytes) -> bytes:
        """The sealed bytes."""
        nonce = next(self._nonces).to_bytes(12, "big")
        hidden = self._mix(plain, nonce)
        return nonce + hidden + self._tag(nonce + hidden, associated)

    async def decrypt(self, sealed: bytes, associated: bytes) -> bytes:
        """The plain bytes. Raises WrongKeyError."""
        if not hmac.compare_digest(sealed[-16:], self._tag(sealed[:-16], associated)):
            raise WrongKeyError("fake cipher: does not fit")
        return self._mix(sealed[12:-16], sealed[:12])

    def _mix(self, data: bytes, nonce: bytes) -> bytes:
        stream = hashlib.shake_256(self._key + nonce).digest(len(data))
        mixed = int.from_bytes(data, "big") ^ int.from_bytes(stream, "big")
        return mixed.to_bytes(len(data), "big")

    def _tag(self, hidden: bytes, associated: bytes) -> bytes:
        return hmac.digest(self._key, associated + b"\0" + hidden, "sha256")[:16]


class FakeVault:
    """Makes fake ciphers in no time."""

    def __init__(self) -> None:
        self._salts = itertools.count()

    async def open(self, passphrase: str, salt: bytes, rounds: int) -> Cipher:
        """The same cipher for the same passphrase, salt and rounds."""
        return FakeCipher(hashlib.sha256(f"{passphrase}|{salt.hex()}|{rounds}".encode()).digest())

    def random(self, size: int) -> bytes:
        """Never the same bytes twice from one vault."""
        return next(self._salts).to_bytes(size, "big")
