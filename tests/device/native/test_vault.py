"""The same passphrase gives the same bytes here as in every other form of the app."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from aya_companion.device.native.vault import VaultNative
from aya_companion.store import backup
from aya_companion.store.envelope import KeyParameters
from aya_companion.store.errors import WrongKeyError
from aya_companion.store.lock import ROUNDS, cipher_for, normal

VECTORS = Path(__file__).parents[2] / "store" / "vectors"
SEALS: list[dict[str, Any]] = json.loads((VECTORS / "seals.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", SEALS, ids=range(len(SEALS)))
def test_a_vector_opens(vector: dict[str, Any]) -> None:
    """Normal form, key, and opening; a changed header, byte or passphrase does not open."""
    assert normal(vector["passphrase"]).hex() == vector["normal"]
    key = KeyParameters(bytes.fromhex(vector["salt"]), vector["rounds"])
    sealed, associated = bytes.fromhex(vector["sealed"]), bytes.fromhex(vector["associated"])

    async def check() -> None:
        cipher = await cipher_for(VaultNative(), vector["passphrase"], key)
        assert await cipher.decrypt(sealed, associated) == bytes.fromhex(vector["plain"])
        for wrong in (
            cipher.decrypt(sealed, associated + b"x"),
            cipher.decrypt(sealed[:-1] + bytes([sealed[-1] ^ 1]), associated),
            cipher.decrypt(sealed[:20], associated),
            cipher.decrypt(b"", associated),
        ):
            with pytest.raises(WrongKeyError):
                await wrong

    asyncio.run(check())


def test_the_same_text_is_never_sealed_alike_twice() -> None:
    """A nonce is used once."""

    async def seal() -> set[bytes]:
        cipher = await VaultNative().open("blue kettle river", b"s" * 16, ROUNDS)
        return {await cipher.encrypt(b"word", b"") for _ in range(100)}

    assert len({sealed[:12] for sealed in asyncio.run(seal())}) == 100


def test_a_backup_made_by_an_earlier_build_opens() -> None:
    """The file of the test vectors, with its passphrase, holds what its plain twin holds."""
    data = (VECTORS / "backup.ayabackup").read_bytes()
    read = asyncio.run(backup.read(data, "  blue kettle  river", VaultNative()))
    plain = asyncio.run(backup.read((VECTORS / "backup.json").read_bytes()))
    assert read == plain


def test_salts_are_not_repeated() -> None:
    """They come from the system's randomness."""
    assert len({VaultNative().random(16) for _ in range(100)}) == 100
