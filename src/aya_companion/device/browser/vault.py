"""Cryptography in the browser, by its own WebCrypto: the same bytes as ``native.vault``."""

from __future__ import annotations

import os
from typing import Any

import js
from pyodide.ffi import JsException, to_js

from aya_companion.store.errors import WrongKeyError
from aya_companion.store.ports import Cipher

NONCE_SIZE = 12
KEY_BITS = 256


class BrowserCipher:
    """AES-256-GCM. Sealed bytes are the nonce, the encrypted bytes, and the 16 bytes of the tag."""

    def __init__(self, key: Any) -> None:
        self._key = key

    async def encrypt(self, plain: bytes, associated: bytes) -> bytes:
        """The sealed bytes."""
        nonce = os.urandom(NONCE_SIZE)
        sealed = await js.crypto.subtle.encrypt(_gcm(nonce, associated), self._key, to_js(plain))
        return nonce + bytes(sealed.to_bytes())

    async def decrypt(self, sealed: bytes, associated: bytes) -> bytes:
        """The plain bytes. Raises WrongKeyError."""
        nonce, body = sealed[:NONCE_SIZE], sealed[NONCE_SIZE:]
        try:
            plain = await js.crypto.subtle.decrypt(_gcm(nonce, associated), self._key, to_js(body))
        except JsException:
            raise WrongKeyError("cipher: key, bytes or header do not fit") from None
        return bytes(plain.to_bytes())


class BrowserVault:
    """Makes ciphers from passphrases: PBKDF2-HMAC-SHA-256 into an AES-256-GCM key."""

    async def open(self, passphrase: str, salt: bytes, rounds: int) -> Cipher:
        """The cipher; the browser derives its key outside this thread."""
        subtle = js.crypto.subtle
        secret = await subtle.importKey(
            "raw", to_js(passphrase.encode()), "PBKDF2", False, to_js(["deriveKey"])
        )
        derivation = _object(name="PBKDF2", hash="SHA-256", salt=to_js(salt), iterations=rounds)
        kind = _object(name="AES-GCM", length=KEY_BITS)
        usages = to_js(["encrypt", "decrypt"])
        return BrowserCipher(await subtle.deriveKey(derivation, secret, kind, False, usages))

    def random(self, size: int) -> bytes:
        """``size`` bytes that nobody can guess."""
        return os.urandom(size)


def _gcm(nonce: bytes, associated: bytes) -> Any:
    return _object(name="AES-GCM", iv=to_js(nonce), additionalData=to_js(associated))


def _object(**values: Any) -> Any:
    """A plain JavaScript object."""
    return js.Object.fromEntries(to_js(list(values.items())))
