"""What the store needs from outside: a place for named blobs, and a cipher for them."""

from __future__ import annotations

from typing import Protocol


class Disk(Protocol):
    """Named blobs. A write is durable when it returns, and whole or not there at all.

    Every method raises OSError when the medium refuses: full, read-only, gone.
    Names are plain file names without a folder.
    """

    async def read(self, name: str) -> bytes | None:
        """The blob's bytes, or None when there is none of that name."""
        ...

    async def write(self, name: str, data: bytes) -> None:
        """Put a blob in place of what was there, atomically and durably."""
        ...

    async def list(self) -> list[str]:
        """The names of all blobs."""
        ...

    async def delete(self, name: str) -> None:
        """Remove a blob; one that is not there is no error."""
        ...


class Cipher(Protocol):
    """Encrypts whole blobs under a key already derived from a passphrase."""

    async def encrypt(self, plain: bytes, associated: bytes) -> bytes:
        """The sealed bytes, nonce included; ``associated`` is bound to them but not hidden."""
        ...

    async def decrypt(self, sealed: bytes, associated: bytes) -> bytes:
        """The plain bytes. Raises WrongKeyError when key, bytes or ``associated`` do not fit."""
        ...


class Vault(Protocol):
    """Makes ciphers: the platform's own cryptography, the same bytes everywhere."""

    async def open(self, passphrase: str, salt: bytes, rounds: int) -> Cipher:
        """A cipher from PBKDF2-HMAC-SHA-256 and AES-256-GCM."""
        ...

    def random(self, size: int) -> bytes:
        """``size`` bytes that nobody can guess."""
        ...
