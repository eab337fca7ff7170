"""Cryptography where Python runs natively, by the ``cryptography`` package."""

from __future__ import annotations

import asyncio
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from aya_companion.store.errors import WrongKeyError
from aya_companion.store.ports import Cipher

NONCE_SIZE = 12
KEY_SIZE = 32


class CipherNative:
    """AES-256-GCM. Sealed bytes are the nonce, the encrypted bytes, and the 16 bytes of the tag.

    A nonce is random for each blob: with 96 bits, a key would have to seal thousands of millions
    before one came twice.
    """

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    async def encrypt(self, plain: bytes, associated: bytes) -> bytes:
        """The sealed bytes."""
        nonce = os.urandom(NONCE_SIZE)
        return nonce + self._cipher.encrypt(nonce, plain, associated)

    async def decrypt(self, sealed: bytes, associated: bytes) -> bytes:
        """The plain bytes. Raises WrongKeyError."""
        try:
            return self._cipher.decrypt(sealed[:NONCE_SIZE], sealed[NONCE_SIZE:], associated)
        except (InvalidTag, ValueError):  # ValueError: too short to hold a nonce
            raise WrongKeyError("cipher: key, bytes or header do not fit") from None


class VaultNative:
    """Makes ciphers from passphrases: PBKDF2-HMAC-SHA-256 into an AES-256-GCM key."""

    async def open(self, passphrase: str, salt: bytes, rounds: int) -> Cipher:
        """The cipher. Takes about a quarter of a second, in a thread."""
        derivation = PBKDF2HMAC(SHA256(), KEY_SIZE, salt, rounds)
        return CipherNative(await asyncio.to_thread(derivation.derive, passphrase.encode()))

    def random(self, size: int) -> bytes:
        """``size`` bytes that nobody can guess."""
        return os.urandom(size)
