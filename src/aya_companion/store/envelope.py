"""How bytes leave the store: a checksummed, padded and, with a key, sealed envelope.

Three parts, each of the first two on a line of its own:

    AYA1 <SHA-256 of everything after this line, in hexadecimal>
    <header: one line of JSON>
    <body: JSON in UTF-8, a zero byte, random bytes; sealed when the header names a key>

The header is bound to a sealed body as associated data. ``docs/backup-format.md`` is the full
description, with test vectors.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import random
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from aya_companion.store.errors import DamagedError, UnknownFormatError
from aya_companion.store.ports import Cipher
from aya_companion.store.strict_json import read_json

MAGIC = b"AYA1"
METHOD = ("PBKDF2-HMAC-SHA-256", "AES-256-GCM")

PADDING = 72 * 1024
"""Bodies are padded to a multiple of this many bytes. Chromium leaves small deleted values readable
in its database files, values above 64 KiB not; and the length tells less about what is inside. With
random bytes, since what a database compresses would be small again."""

_SEAL = re.compile(rb"AYA\d+ ")


class BlobKind(StrEnum):
    """What an envelope holds."""

    GENERATION = "generation"
    JOURNAL = "journal"
    LOCK_SCREEN = "lock-screen"
    BACKUP = "backup"


@dataclass(frozen=True)
class KeyParameters:
    """How the key is made from the passphrase: PBKDF2-HMAC-SHA-256 with this salt and rounds."""

    salt: bytes
    rounds: int


@dataclass(frozen=True)
class Header:
    """What is written on an envelope, readable without the key.

    ``schema`` is that of the records inside; ``epoch`` counts changes of the lock and ``sequence``
    saves; ``key`` is None for a body that is not sealed.
    """

    kind: BlobKind
    schema: int
    written: datetime
    epoch: int = 0
    sequence: int = 0
    key: KeyParameters | None = None

    def encode(self) -> bytes:
        """The one line of JSON, ASCII, keys in alphabetical order."""
        line: dict[str, Any] = {
            "kind": self.kind.value,
            "schema": self.schema,
            "written": self.written.isoformat(),
            "epoch": self.epoch,
            "sequence": self.sequence,
        }
        if self.key is not None:
            line["key"] = {
                "derivation": METHOD[0],
                "cipher": METHOD[1],
                "salt": base64.b64encode(self.key.salt).decode(),
                "rounds": self.key.rounds,
            }
        return json.dumps(line, sort_keys=True).encode()


@dataclass(frozen=True)
class Envelope:
    """An envelope whose checksum fits; ``line`` is the header as it was written."""

    header: Header
    line: bytes
    body: bytes


async def pack(header: Header, content: Any, cipher: Cipher | None) -> bytes:
    """The bytes of an envelope around JSON content; sealed exactly when the header names a key."""
    # A lone surrogate half, which a broken keyboard can send, must not stop a save.
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")
    plain += (b"\0" + _noise(PADDING))[: -len(plain) % PADDING]
    line = header.encode()
    if header.key is not None:
        if cipher is None:
            raise ValueError("the header names a key, but there is no cipher")
        plain = await cipher.encrypt(plain, line)
    rest = line + b"\n" + plain
    return MAGIC + b" " + hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest


def is_envelope(data: bytes) -> bool:
    """Whether it begins like an envelope of this or a later version."""
    return _SEAL.match(data) is not None


def look(data: bytes) -> Envelope:
    """Check an envelope and read its header.

    Raises DamagedError; and UnknownFormatError when it is whole, but made in a way that only a
    newer version knows. Every version keeps the form of the first line.
    """
    seal, _, rest = data.partition(b"\n")
    magic, _, checksum = seal.partition(b" ")
    if not is_envelope(data) or checksum != hashlib.sha256(rest).hexdigest().encode():
        raise DamagedError("envelope: the checksum does not fit")
    if magic != MAGIC:
        raise UnknownFormatError("envelope: of a newer version")
    line, _, body = rest.partition(b"\n")
    try:
        return Envelope(_header(read_json(line)), line, body)
    except (ValueError, TypeError, LookupError, OverflowError, AttributeError) as error:
        raise DamagedError(f"envelope: bad header ({type(error).__name__})") from None


async def unpack(envelope: Envelope, cipher: Cipher | None) -> Any:
    """The JSON content. Raises WrongKeyError and DamagedError."""
    plain = envelope.body
    if envelope.header.key is not None:
        if cipher is None:
            raise ValueError("the envelope is sealed, but there is no cipher")
        plain = await cipher.decrypt(plain, envelope.line)
    try:
        return read_json(plain.partition(b"\0")[0])  # JSON writes the character itself as \u0000
    except ValueError as error:
        raise DamagedError(f"envelope: bad content ({type(error).__name__})") from None


def _noise(size: int) -> bytes:
    """Bytes that no compression makes smaller. They hide nothing, so a quick source will do."""
    return random.Random(os.urandom(16)).randbytes(size)


def _header(line: Any) -> Header:
    key = line.get("key")
    written = datetime.fromisoformat(line["written"])
    if written.tzinfo is None:
        raise ValueError("written: no time zone")
    numbers = [line["schema"], line["epoch"], line["sequence"]]
    if key is not None:
        method = (key["derivation"], key["cipher"])
        if any(type(name) is not str for name in method):
            raise ValueError("key: no method")
        if method != METHOD:
            raise UnknownFormatError("envelope: a key made in a way of a newer version")
        numbers.append(key["rounds"])
    if any(type(n) is not int or n < 0 for n in numbers):
        raise ValueError("not a number")
    return Header(
        kind=BlobKind(line["kind"]),
        schema=line["schema"],
        written=written,
        epoch=line["epoch"],
        sequence=line["sequence"],
        key=key and KeyParameters(base64.b64decode(key["salt"], validate=True), key["rounds"]),
    )
