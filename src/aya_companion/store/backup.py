"""Backups their owner holds: one file with everything, encrypted or as plain JSON.

``docs/backup-format.md`` describes the file, with test vectors.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from aya_companion.domain.care_team import EmergencyCard
from aya_companion.domain.codec import Doc, encode, read_moment
from aya_companion.domain.errors import UnfitDataError
from aya_companion.domain.records import PROFILE
from aya_companion.store.codec import decode
from aya_companion.store.envelope import BlobKind, Envelope, Header, is_envelope, look, pack, unpack
from aya_companion.store.errors import (
    BackupDamagedError,
    BackupTooLargeError,
    BackupTooNewError,
    DamagedError,
    NewerVersionError,
    NotABackupError,
    PassphraseNeededError,
    UnknownFormatError,
    UnreadableRecordError,
)
from aya_companion.store.lock import MAX_ROUNDS, ROUNDS, cipher_for, new_key
from aya_companion.store.migrations import migrate
from aya_companion.store.ports import Vault
from aya_companion.store.schema import (
    EARLIER,
    RECORDS,
    SCHEMA,
    SINGLES,
    Tables,
    Tombstone,
    is_deleted,
    tables_in,
)
from aya_companion.store.store import Store
from aya_companion.store.strict_json import read_json

FORMAT = "aya-companion-backup"
VERSION = 1
MAX_SIZE = 64 * 1024 * 1024
MAX_RECORDS = 100_000
MAX_NAME = 100
"""The longest id or revision, in characters."""

OF_THIS_DEVICE = frozenset({"backups"})
"""Tables that stay out of backups."""


@dataclass(frozen=True)
class Backup:
    """A file that was read and checked.

    ``with_private`` is False when private records were left out of it, ``partial`` True when it
    holds chosen records only. ``unreadable`` names, by table and id, records that were passed over
    because this version cannot read them; the file says nothing about those.
    """

    made_at: datetime
    with_private: bool
    tables: Tables = field(repr=False)
    partial: bool = False
    unreadable: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)


def file_name(now: datetime, *, encrypted: bool) -> str:
    """The name to offer for a backup made at ``now``."""
    return f"aya-companion-{now:%Y-%m-%d}.{'ayabackup' if encrypted else 'json'}"


async def export_encrypted(store: Store, now: datetime, passphrase: str, vault: Vault) -> bytes:
    """A backup with everything, private records included, that only the passphrase opens.

    Raises WeakPassphraseError when it is too short, and what ``export_plain`` raises.
    """
    content = _content(store, now, with_private=True)
    key, cipher = await new_key(vault, passphrase)
    header = Header(BlobKind.BACKUP, store.schema, now.astimezone(UTC), key=key)
    return await pack(header, content, cipher)


def export_plain(store: Store, now: datetime, *, with_private: bool = False) -> bytes:
    """A backup that everyone can read, as JSON; private records only when asked for.

    Raises NewerVersionError when this version sees only a part of what is stored.
    """
    content = _content(store, now, with_private=with_private)
    return json.dumps(content, ensure_ascii=False, indent=1).encode(errors="replace")


def is_encrypted(data: bytes) -> bool:
    """Whether reading it takes a passphrase. Raises BackupError for what is no sound backup."""
    return is_envelope(data) and _look(data).header.key is not None


async def read(data: bytes, passphrase: str | None = None, vault: Vault | None = None) -> Backup:
    """Check a file and take it apart. Changes nothing.

    Raises a BackupError for a file that cannot be restored, PassphraseNeededError when it is
    encrypted and none was given, WrongKeyError when the passphrase is not the right one.
    """
    if len(data) > MAX_SIZE:
        raise BackupTooLargeError(f"backup: larger than {MAX_SIZE} bytes")
    if is_envelope(data):
        content = await _open(data, passphrase, vault)
    else:
        content = _json(data)
    return _checked(content)


def note_made(store: Store, now: datetime) -> None:
    """Remember that a backup was handed to its owner; ``commit`` makes it durable.

    Where nothing can be changed, the file was handed out all the same.
    """
    if store.read_only:
        return
    store.backups.put(replace(store.backups.get(), made_at=now))


def put_off(store: Store, now: datetime) -> None:
    """Remember that the reminder was put off; ``commit`` makes it durable."""
    store.backups.put(replace(store.backups.get(), reminded_at=now))


def reminder_due(store: Store, now: datetime) -> bool:
    """Whether to remind gently of a backup; never when that is turned off or the store is locked."""
    if store.is_locked or not store.settings.get().backup_reminder:
        return False
    return store.backups.get().is_due(_changed_at(store), now)


def warning_due(store: Store, now: datetime) -> bool:
    """Whether to warn that all this may be forgotten, where the browser does that.

    A card that was filled in counts too, as old as can be: when it changed is not known.
    """
    if store.is_locked:
        return False
    card = [] if store.card.get() == EmergencyCard() else [datetime.min.replace(tzinfo=UTC)]
    return store.backups.get().is_urgent(_changed_at(store) + card, now)


def _changed_at(store: Store) -> list[datetime]:
    records = (store.appointments, store.questions, store.notes, store.tasks)
    return [entry.updated_at for repository in records for entry in repository.all()]


def is_private(doc: Doc) -> bool:
    """Whether its owner marked it private."""
    return doc.get("private") is True


def _content(store: Store, now: datetime, *, with_private: bool) -> dict[str, Any]:
    if store.is_partial:
        raise NewerVersionError("backup: a newer version wrote more than this one can read")
    return {
        "format": FORMAT,
        "version": VERSION,
        "schema": store.schema,
        "made_at": now.astimezone(UTC).isoformat(),
        "with_private": with_private,
        "tables": {
            table: {i: doc for i, doc in documents.items() if with_private or not is_private(doc)}
            for table, documents in store.tables.items()
            if table not in OF_THIS_DEVICE
        },
    }


def _look(data: bytes) -> Envelope:
    try:
        envelope = look(data)
    except DamagedError as error:
        raise BackupDamagedError(f"backup: {error}") from None
    except UnknownFormatError as error:
        raise BackupTooNewError(f"backup: {error}") from None
    if envelope.header.kind is not BlobKind.BACKUP:
        raise NotABackupError("backup: an envelope of another kind")
    if envelope.header.key is None:
        raise BackupDamagedError("backup: an envelope that nobody sealed")
    if envelope.header.schema > SCHEMA:
        raise BackupTooNewError(f"backup: schema {envelope.header.schema}, known {SCHEMA}")
    return envelope


async def _open(data: bytes, passphrase: str | None, vault: Vault | None) -> Any:
    envelope = _look(data)
    key = envelope.header.key
    # Fewer rounds would let a forged file probe for the passphrase, more stall the device.
    if key is None or not ROUNDS <= key.rounds <= MAX_ROUNDS or not 8 <= len(key.salt) <= 64:
        raise BackupDamagedError("backup: the key is made in a way this app does not use")
    if passphrase is None or vault is None:
        raise PassphraseNeededError("backup: encrypted")
    cipher = await cipher_for(vault, passphrase, key)
    try:
        return await unpack(envelope, cipher)
    except DamagedError as error:
        raise BackupDamagedError(f"backup: {error}") from None


def _json(data: bytes) -> Any:
    try:
        return read_json(data.removeprefix(b"\xef\xbb\xbf"))
    except ValueError:
        if FORMAT.encode() in data[:200]:
            raise BackupDamagedError("backup: not JSON to its end; cut off or altered") from None
        raise NotABackupError("backup: neither an envelope nor JSON") from None


def _checked(content: Any) -> Backup:
    """The backup in content of any shape."""
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise NotABackupError("backup: JSON of something else")
    numbers = [content.get("version"), content.get("schema")]
    if any(type(n) is not int or n < 1 for n in numbers):
        raise BackupDamagedError("backup: version or schema is not a number")
    if content["version"] > VERSION or content["schema"] > SCHEMA:
        raise BackupTooNewError(f"backup: version and schema {numbers}, known {VERSION}, {SCHEMA}")
    try:
        made_at = read_moment(content["made_at"])
        with_private, partial = content["with_private"], content.get("partial", False)
        tables = migrate(tables_in(content), content["schema"])
    except (DamagedError, UnfitDataError, ValueError, TypeError, LookupError, AttributeError):
        raise BackupDamagedError("backup: made_at, with_private or tables are missing") from None
    if type(with_private) is not bool or type(partial) is not bool:
        raise BackupDamagedError("backup: with_private or partial is not true or false")
    if sum(len(documents) for documents in tables.values()) > MAX_RECORDS:
        raise BackupTooLargeError(f"backup: more than {MAX_RECORDS} records")
    clean: Tables = {}
    unreadable = set()
    for table, documents in tables.items():
        if table in OF_THIS_DEVICE:
            continue
        for record_id, doc in documents.items():
            try:
                document = _checked_document(table, record_id, doc)
            except UnreadableRecordError:
                unreadable.add((table, record_id))
            else:
                clean.setdefault(table, {})[record_id] = document
    if unreadable and not clean:
        raise BackupDamagedError("backup: not one record in it can be read")
    return Backup(made_at, with_private, clean, partial, frozenset(unreadable))


def _checked_document(table: str, record_id: str, doc: Doc) -> Doc:
    """The document with the fields its kind has, and no others. Raises UnreadableRecordError."""
    kind = RECORDS.get(table) or SINGLES.get(table)
    if kind is None:
        raise UnreadableRecordError("backup: no such table")
    if len(record_id) > MAX_NAME or (record_id != PROFILE if table in SINGLES else not record_id):
        raise UnreadableRecordError("backup: bad id")
    revisions = [doc.get("revision"), *_list(doc.get("earlier"))]
    if len(revisions) > EARLIER + 1 or any(
        type(r) is not str or len(r) > MAX_NAME for r in revisions
    ):
        raise UnreadableRecordError("backup: bad history")
    clean = encode(decode(Tombstone if is_deleted(doc) else kind, doc))
    if table in RECORDS and clean["id"] != record_id:
        raise UnreadableRecordError("backup: bad id")
    return clean | {"revision": revisions[0], "earlier": revisions[1:]}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [None]
