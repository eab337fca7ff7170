"""What goes into a backup comes out of it, and nothing bad comes out of a bad file."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from aya_companion.domain.restoring import Mode
from aya_companion.store import backup
from aya_companion.store.envelope import BlobKind, Header, KeyParameters
from aya_companion.store.errors import (
    BackupDamagedError,
    BackupError,
    BackupTooLargeError,
    BackupTooNewError,
    NotABackupError,
    PassphraseNeededError,
    WeakPassphraseError,
    WrongKeyError,
)
from aya_companion.store.lock import ROUNDS
from aya_companion.store.merge import restore
from aya_companion.store.schema import SCHEMA
from aya_companion.store.store import Store
from tests.fakes.clock import FakeClock
from tests.fakes.disks import MemoryDisk
from tests.fakes.running import finish
from tests.fakes.vault import FakeVault
from tests.store import samples
from tests.store.diaries import PASSPHRASE, saved, start, texts

pytestmark = pytest.mark.pure

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


def diary() -> Store:
    """A store with something of everything; the note is private."""
    store = saved(MemoryDisk(), "alpha", "beta")
    store.appointments.put(samples.appointment())
    store.notes.put(samples.note(text="secret"))
    store.tasks.put(samples.task())
    store.card.put(samples.card())
    store.map.put(samples.dates())
    store.questions.delete("q-beta")
    finish(store.commit())
    return store


def plain(**changes: Any) -> bytes:
    """A plain backup of the diary, with parts of it changed."""
    content = json.loads(backup.export_plain(diary(), NOW, with_private=True))
    return json.dumps(content | changes).encode()


def test_an_encrypted_backup_brings_everything_to_another_phone() -> None:
    """Private records, card, map and all; with the passphrase only."""
    store = diary()
    data = finish(backup.export_encrypted(store, NOW, PASSPHRASE, FakeVault()))
    assert b"secret" not in data
    assert backup.is_encrypted(data)
    read = finish(backup.read(data, PASSPHRASE, FakeVault()))
    assert read.made_at == NOW
    other = start(MemoryDisk())
    finish(restore(other, read, Mode.MERGE, clock=FakeClock()))
    assert other.questions.all() == store.questions.all()
    assert other.appointments.all() == store.appointments.all()
    assert other.notes.all() == store.notes.all()
    assert other.tasks.all() == store.tasks.all()
    assert other.card.get() == store.card.get()
    assert other.map.get() == store.map.get()


def test_a_backup_of_one_passphrase_takes_that_passphrase() -> None:
    """None, or a wrong one, are told apart."""
    data = finish(backup.export_encrypted(diary(), NOW, PASSPHRASE, FakeVault()))
    with pytest.raises(PassphraseNeededError):
        finish(backup.read(data))
    with pytest.raises(WrongKeyError):
        finish(backup.read(data, "wrong one", FakeVault()))


def test_a_backup_wants_a_real_passphrase() -> None:
    """The same rule as for the lock."""
    with pytest.raises(WeakPassphraseError):
        finish(backup.export_encrypted(diary(), NOW, "12345", FakeVault()))


def test_a_plain_backup_leaves_private_records_out() -> None:
    """Unless its owner ticks them."""
    data = backup.export_plain(diary(), NOW)
    assert b"secret" not in data
    assert not finish(backup.read(data)).with_private
    assert b"secret" in backup.export_plain(diary(), NOW, with_private=True)


def test_a_plain_backup_can_be_read_by_eye() -> None:
    """Words stand in it as they were written, in any script."""
    assert "¿Qué" in backup.export_plain(saved(MemoryDisk(), "¿Qué significa?"), NOW).decode()


def test_a_backup_of_an_earlier_version_is_brought_up_to_date() -> None:
    """Schema 1 knew no repeating appointments."""
    data = json.loads(plain(schema=1))
    for name in ("repeat", "exceptions", "uid", "sequence", "reminder_minutes"):
        del data["tables"]["appointments"]["v1"][name]
    read = finish(backup.read(json.dumps(data).encode()))
    assert read.tables["appointments"]["v1"]["repeat"] == ""


def test_file_names_carry_the_day() -> None:
    """And say by their ending whether they are encrypted."""
    assert backup.file_name(NOW, encrypted=True) == "aya-companion-2026-03-05.ayabackup"
    assert backup.file_name(NOW, encrypted=False) == "aya-companion-2026-03-05.json"


def test_the_reminder_ends_with_a_backup_and_can_be_turned_off() -> None:
    """Ten entries make it due; a backup, putting it off, or the setting end it."""
    store = saved(MemoryDisk(), *[f"w{n}" for n in range(10)])
    clock_now = datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert backup.reminder_due(store, clock_now)
    backup.put_off(store, clock_now)
    assert not backup.reminder_due(store, clock_now + timedelta(days=60))
    store.questions.put(samples.question("q-w1", text="changed"))
    finish(store.commit())
    store = saved(MemoryDisk(), *[f"w{n}" for n in range(10)])
    backup.note_made(store, clock_now)
    assert not backup.reminder_due(store, clock_now)
    store = saved(MemoryDisk(), *[f"w{n}" for n in range(10)])
    store.settings.put(type(store.settings.get())(backup_reminder=False))
    assert not backup.reminder_due(store, clock_now)


def test_a_restored_backup_counts_as_a_backup() -> None:
    """Its owner holds the file: no reminder right after restoring it."""
    source = saved(MemoryDisk(), *[f"w{n}" for n in range(20)])
    read = finish(backup.read(backup.export_plain(source, NOW)))
    store = start(MemoryDisk())
    finish(restore(store, read, Mode.MERGE, clock=FakeClock()))
    assert not backup.reminder_due(store, NOW)


def document(**changes: Any) -> bytes:
    """A plain backup with one question, some of its fields changed."""
    content = json.loads(backup.export_plain(saved(MemoryDisk(), "alpha"), NOW))
    content["tables"]["questions"]["q-alpha"].update(changes)
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NotABackupError),
        (b"hello", NotABackupError),
        (b"\xff\xfe\x00", NotABackupError),
        (b"{}", NotABackupError),
        (b"[1, 2]", NotABackupError),
        (b"[" * 100_000, NotABackupError),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, NotABackupError),
        (b'{"a": NaN}', NotABackupError),
        (b"1" * 10_000, NotABackupError),
        (b"AYA1 ", BackupDamagedError),
        (b"AYA1 0000\n{}\n{}", BackupDamagedError),
        (b"AYA2 0000\n{}\n{}", BackupDamagedError),
        (b'{"format":"aya-companion-backup","x":"' + b'\\"' * 1_000_000, BackupDamagedError),
        (b'{"format":"aya-companion-backup","x":' + b"[" * 100_000, BackupDamagedError),
        (b" " * (backup.MAX_SIZE + 1), BackupTooLargeError),
        (plain()[:-100], BackupDamagedError),
        (plain(version=2), BackupTooNewError),
        (plain(schema=SCHEMA + 1), BackupTooNewError),
        (plain(schema=0), BackupDamagedError),
        (plain(schema=True), BackupDamagedError),
        (plain(schema="1"), BackupDamagedError),
        (plain(format="another"), NotABackupError),
        (plain(made_at="yesterday"), BackupDamagedError),
        (plain(made_at=5), BackupDamagedError),
        (plain(made_at="0001-01-01T00:00:00+14:00"), BackupDamagedError),
        (plain(made_at="0001-01-01T00:00:00+00:00"), BackupDamagedError),
        (plain(made_at="9999-12-31T23:59:59+00:00"), BackupDamagedError),
        (plain(made_at="2026-03-05T12:00:00"), BackupDamagedError),
        (plain(with_private="no"), BackupDamagedError),
        (plain(tables=[]), BackupDamagedError),
        (plain(tables={"questions": []}), BackupDamagedError),
        (plain(tables={"questions": {"a": 5}}), BackupDamagedError),
        (plain(tables={"programs": {"a": {}}}), BackupDamagedError),
        (plain(tables={"card": {"someone": {}}}), BackupDamagedError),
        (document(text=""), BackupDamagedError),
        (document(text=5), BackupDamagedError),
        (document(text=["a"]), BackupDamagedError),
        (document(starred=1), BackupDamagedError),
        (document(id="another"), BackupDamagedError),
        (document(created_at="2026-03-01T00:00:00"), BackupDamagedError),
        (document(created_at=None), BackupDamagedError),
        (document(asked_at="0001-01-01T00:00:00+00:00"), BackupDamagedError),
        (document(asked_at="9999-12-31T23:59:59+00:00"), BackupDamagedError),
        (document(deleted_at="then"), BackupDamagedError),
        (document(revision=None), BackupDamagedError),
        (document(revision="r" * 101), BackupDamagedError),
        (document(earlier="r"), BackupDamagedError),
        (document(earlier=["r"] * 21), BackupDamagedError),
        (document(earlier=[["r"]]), BackupDamagedError),
        (document(position=10**400), BackupDamagedError),
    ],
)
def test_a_bad_file_has_a_name_for_what_is_wrong(data: bytes, error: type[BackupError]) -> None:
    """Never anything but a named error, and no word of the file in its message."""
    with pytest.raises(error) as raised:
        finish(backup.read(data))
    assert "alpha" not in str(raised.value)


def sealed(content: bytes, header: Header) -> bytes:
    """An envelope around these very bytes, as a program of somebody else can make it."""
    if header.key is None:
        body = content
    else:
        cipher = finish(FakeVault().open(PASSPHRASE, header.key.salt, header.key.rounds))
        body = finish(cipher.encrypt(content, header.encode()))
    return resealed(b"AYA1 \n" + header.encode() + b"\n" + body)


@pytest.mark.parametrize("depth", [33, 500, 100_000])
def test_nesting_has_one_limit_inside_and_outside_of_a_seal(depth: int) -> None:
    """The parser's own limit would end the browser's interpreter."""
    content = plain().replace(b'"tables"', b'"x":' + b"[" * depth + b"]" * depth + b',"tables"')
    key = KeyParameters(b"s" * 16, ROUNDS)
    file = sealed(content, Header(BlobKind.BACKUP, SCHEMA, NOW, key=key))
    for data in (content, file, resealed(b"AYA1 \n" + b"[" * depth + b"\nbody")):
        with pytest.raises(BackupDamagedError):
            finish(backup.read(data, PASSPHRASE, FakeVault()))


def test_half_a_character_inside_a_seal_is_replaced_as_outside() -> None:
    """It could not be saved."""
    content = json.loads(plain())
    content["tables"]["questions"]["q-alpha"]["text"] = "\ud800 hi"
    header = Header(BlobKind.BACKUP, SCHEMA, NOW, key=KeyParameters(b"s" * 16, ROUNDS))
    for data in (json.dumps(content).encode(), sealed(json.dumps(content).encode(), header)):
        read = finish(backup.read(data, PASSPHRASE, FakeVault()))
        assert read.tables["questions"]["q-alpha"]["text"] == "? hi"


def test_an_envelope_that_nobody_sealed_is_no_backup() -> None:
    """This app makes none, and it would need no passphrase."""
    data = sealed(plain(), Header(BlobKind.BACKUP, SCHEMA, NOW))
    for ask in (backup.is_encrypted, lambda each: finish(backup.read(each))):
        with pytest.raises(BackupDamagedError):
            ask(data)


@pytest.mark.parametrize("change", [(b"AYA1", b"AYA2"), (b"PBKDF2-HMAC-SHA-256", b"Argon2id")])
def test_a_file_in_a_form_of_a_newer_version_asks_for_an_update(
    change: tuple[bytes, bytes],
) -> None:
    """It is not called damaged."""
    data = finish(backup.export_encrypted(diary(), NOW, PASSPHRASE, FakeVault()))
    first, _, _ = (changed := resealed(data.replace(*change, 1))).partition(b" ")
    if change[0] == first:
        changed = changed.replace(*change, 1)
    with pytest.raises(BackupTooNewError):
        finish(backup.read(changed, PASSPHRASE, FakeVault()))


def test_one_record_that_cannot_be_read_costs_that_record() -> None:
    """The others are there, and it is counted."""
    content = json.loads(plain())
    content["tables"]["questions"]["q-alpha"]["starred"] = "yes"
    content["tables"]["programs"] = {"a": {}}
    read = finish(backup.read(json.dumps(content).encode()))
    assert read.unreadable == {("questions", "q-alpha"), ("programs", "a")}
    assert read.tables["notes"]


def test_a_file_cannot_keep_the_device_busy_with_its_key() -> None:
    """A thousand million rounds, or very few, are refused before a passphrase is asked for."""
    data = finish(backup.export_encrypted(diary(), NOW, PASSPHRASE, FakeVault()))
    for rounds in (b"1000000000", b"1000"):
        with pytest.raises(BackupDamagedError):
            finish(backup.read(resealed(data.replace(b"600000", rounds, 1)), "x", FakeVault()))


def resealed(data: bytes) -> bytes:
    """The envelope with a checksum that fits again."""
    import hashlib

    _, _, rest = data.partition(b"\n")
    return b"AYA1 " + hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest


def test_a_stored_blob_is_not_a_backup() -> None:
    """Someone may copy one out of the app's folder."""
    disk = MemoryDisk()
    saved(disk, "alpha")
    with pytest.raises(NotABackupError):
        finish(backup.read(next(iter(disk.blobs.values()))))


def test_unknown_fields_of_a_file_are_not_kept() -> None:
    """Only what a record has goes into the diary."""
    read = finish(backup.read(document(extra="x" * 100)))
    assert "extra" not in read.tables["questions"]["q-alpha"]


def test_reading_a_file_changes_nothing() -> None:
    """Not even a good one: only restoring does."""
    store = saved(MemoryDisk(), "beta")
    finish(backup.read(plain()))
    assert texts(store) == ["beta"]
    assert not store.unsaved
