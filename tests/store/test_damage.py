"""Damaged bytes are put aside and told of; what can be rebuilt is rebuilt."""

from __future__ import annotations

import errno
import hashlib
import json
import random

import pytest

from aya_companion.store import backup, journal
from aya_companion.store.errors import BackupTooNewError, DiskError, NewerVersionError
from aya_companion.store.journal import COMPACT_AFTER, KEPT
from aya_companion.store.schema import SCHEMA
from aya_companion.store.store import Store
from tests.amounts import rounds
from tests.fakes.clock import FakeClock
from tests.fakes.disks import MemoryDisk
from tests.fakes.running import finish
from tests.fakes.vault import FakeVault
from tests.store import samples
from tests.store.diaries import PASSPHRASE, saved, start, texts

pytestmark = pytest.mark.pure

SAVES = COMPACT_AFTER * (KEPT + 1) + 10
WORDS = sorted(f"word{n}" for n in range(SAVES))


@pytest.fixture(scope="module")
def blobs() -> dict[str, bytes]:
    """A diary so old that its first generation and saves were dropped, and saves after the last."""
    disk = MemoryDisk()
    saved(disk, *[f"word{n}" for n in range(SAVES)])
    return disk.blobs


def newest(disk: MemoryDisk, kind: str) -> str:
    """The name of the newest blob of a kind."""
    return max(name for name in disk.blobs if name.startswith(kind))


def test_a_damaged_generation_is_rebuilt_from_the_one_before(blobs: dict[str, bytes]) -> None:
    """Nothing is missing, the damaged one is kept under a dated name, the person is told."""
    disk = MemoryDisk(blobs)
    name = newest(disk, "generation")
    disk.blobs[name] = disk.blobs[name].replace(b"word3", b"word4", 1)
    store = start(disk)
    assert texts(store) == WORDS
    assert store.notice is not None
    assert store.notice.complete
    assert store.notice.put_aside == (f"damaged-2026-03-02-{name}",)
    assert f"damaged-2026-03-02-{name}" in disk.blobs
    assert start(disk).notice is None


def test_all_generations_damaged_leave_the_saves(blobs: dict[str, bytes]) -> None:
    """What the saves after them hold is there; the notice says that something is missing."""
    disk = MemoryDisk(blobs)
    for name in [n for n in disk.blobs if n.startswith("generation")]:
        disk.blobs[name] = b""
    store = start(disk)
    assert set(texts(store)) < set(WORDS)
    assert f"word{SAVES - 1}" in texts(store)
    assert store.notice is not None
    assert not store.notice.complete
    assert len(store.notice.put_aside) == KEPT
    assert store.notice.recovered_from is not None


@pytest.mark.parametrize("generations", range(1, KEPT))
def test_with_few_generations_every_save_is_still_there(generations: int) -> None:
    """All generations there are can be damaged: the saves since the first make up everything."""
    disk = MemoryDisk()
    words = sorted(f"word{n}" for n in range(COMPACT_AFTER * generations + 8))
    saved(disk, *words)
    for name in [n for n in disk.blobs if n.startswith("generation")]:
        disk.blobs[name] = disk.blobs[name][:-1]
    store = start(disk)
    assert texts(store) == words
    assert store.notice is not None
    assert store.notice.complete


def test_after_a_repair_the_next_damage_costs_nothing_either(blobs: dict[str, bytes]) -> None:
    """The generation that is written then is not the only copy of what it holds."""
    disk = MemoryDisk(blobs)
    for _ in range(KEPT):
        name = newest(disk, "generation")
        disk.blobs[name] = disk.blobs[name][:-1]
        assert texts(start(disk)) == WORDS


class BadSectors(MemoryDisk):
    """Does not give out the blobs that are named."""

    bad: frozenset[str] = frozenset()

    async def read(self, name: str) -> bytes | None:
        """As any disk, or an error of the medium."""
        if name in self.bad:
            raise OSError(errno.EIO, "bad sector")
        return await super().read(name)


@pytest.mark.parametrize("kind", ["generation", "journal"])
def test_one_blob_that_cannot_be_read_stops_nothing(blobs: dict[str, bytes], kind: str) -> None:
    """The app starts with the others and says so; the blob is not touched, and may come back."""
    disk = BadSectors(blobs)
    disk.bad = frozenset({newest(disk, kind)})
    store = start(disk)
    assert len(texts(store)) >= len(WORDS) - 1
    assert store.notice is not None
    assert store.notice.unread == 1
    assert store.notice.put_aside == ()
    store.questions.put(samples.question("q-new", text="new"))
    finish(store.commit())
    disk.bad = frozenset()
    again = start(disk)
    assert texts(again) == sorted([*WORDS, "new"])
    assert again.notice is None


def test_while_a_save_cannot_be_read_no_copy_of_it_is_dropped(blobs: dict[str, bytes]) -> None:
    """Many saves later, and when a lock is asked for, it still counts once it can be read."""
    disk = BadSectors(blobs)
    disk.bad = frozenset({newest(disk, "journal")})
    store = start(disk)
    more = [f"more{n}" for n in range(COMPACT_AFTER + 2)]
    for text in more:
        store.questions.put(samples.question(f"q-{text}", text=text))
        finish(store.commit())
    with pytest.raises(DiskError):
        finish(store.set_passphrase(PASSPHRASE))
    disk.bad = frozenset()
    assert texts(start(disk)) == sorted([*WORDS, *more])


def test_a_medium_that_gives_out_nothing_is_told() -> None:
    """Nothing is shown as empty that may be there."""
    disk = BadSectors()
    saved(disk, "alpha")
    disk.bad = frozenset(disk.blobs)
    with pytest.raises(DiskError):
        start(disk)


def test_a_damaged_save_loses_that_save_only(blobs: dict[str, bytes]) -> None:
    """The saves after it are still there, and the notice says that something is missing."""
    disk = MemoryDisk(blobs)
    names = sorted(n for n in disk.blobs if n.startswith("journal"))
    disk.blobs[names[-3]] = b"half of what was"
    store = start(disk)
    assert texts(store) == sorted(set(WORDS) - {f"word{SAVES - 3}"})
    assert store.notice is not None
    assert not store.notice.complete


def test_a_missing_save_is_noticed(blobs: dict[str, bytes]) -> None:
    """A blob that vanished from the middle is told of, like a damaged one."""
    disk = MemoryDisk(blobs)
    names = sorted(n for n in disk.blobs if n.startswith("journal"))
    del disk.blobs[names[-3]]
    notice = start(disk).notice
    assert notice is not None
    assert not notice.complete


def test_nothing_readable_opens_empty_and_keeps_the_bytes() -> None:
    """The worst case: the app starts, says that nothing could be recovered, throws nothing away."""
    disk = MemoryDisk()
    saved(disk, "alpha")
    disk.blobs = dict.fromkeys(disk.blobs, b"zeros")
    store = start(disk)
    assert texts(store) == []
    assert store.notice is not None
    assert store.notice.recovered_from is None
    assert b"zeros" in disk.blobs.values()


def test_a_blob_under_another_name_is_not_believed(blobs: dict[str, bytes]) -> None:
    """An old save copied over a new one does not turn back time unnoticed."""
    disk = MemoryDisk(blobs)
    names = sorted(n for n in disk.blobs if n.startswith("journal"))
    disk.blobs[names[-1]] = disk.blobs[names[-2]]
    notice = start(disk).notice
    assert notice is not None
    assert len(notice.put_aside) == 1


def test_a_generation_renamed_to_a_later_lock_removes_nothing(blobs: dict[str, bytes]) -> None:
    """Only what a blob itself says of its lock counts."""
    disk = MemoryDisk(blobs)
    disk.blobs["generation-0009-00000099"] = disk.blobs[newest(disk, "generation")]
    store = start(disk)
    assert texts(store) == WORDS
    assert store.notice is not None


def test_saving_goes_on_after_damage(blobs: dict[str, bytes]) -> None:
    """New saves never take the place of something put aside."""
    disk = MemoryDisk(blobs)
    disk.blobs[newest(disk, "journal")] = b""
    store = start(disk)
    store.questions.put(samples.question("q-new", text="new"))
    finish(store.commit())
    again = start(disk)
    assert "new" in texts(again)
    assert again.notice is None


def test_foreign_files_are_left_alone(blobs: dict[str, bytes]) -> None:
    """A file of another program in the folder is neither read nor removed."""
    disk = MemoryDisk(blobs | {".DS_Store": b"x", "generation-1": b"y", "journal.txt": b"z"})
    assert texts(start(disk)) == WORDS
    assert {".DS_Store", "generation-1", "journal.txt"} <= set(disk.blobs)


def test_one_unreadable_record_hides_no_other() -> None:
    """It stays stored, and the notice counts it."""
    disk = MemoryDisk()
    store = saved(disk, "alpha")
    store.take_over({"questions": {"bad": {"text": 5, "revision": "r", "earlier": []}}})
    finish(store.commit())
    again = start(disk)
    assert texts(again) == ["alpha"]
    assert again.notice is not None
    assert again.notice.unreadable == 1
    assert "bad" in again.tables["questions"]


@rounds(sample=100, whole=2000)
@pytest.mark.parametrize("lock", [False, True])
def test_no_damage_stops_the_start(
    blobs: dict[str, bytes], lock: bool, rounds: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bits flipped, bytes cut, blobs swapped and emptied at random: it always opens.

    Every question it shows is one that was written, and what is missing is told.
    """
    disk = MemoryDisk(blobs)
    if lock:
        finish(start(disk).set_passphrase(PASSPHRASE))
        store = start(disk)
        finish(store.unlock(PASSPHRASE))
        for n in range(5):
            store.questions.put(samples.question(f"q-word{n}", text=f"word{n}"))
            finish(store.commit())
    sound = dict(disk.blobs)
    dice = random.Random(20260302)
    for _ in range(rounds):
        disk = MemoryDisk(sound)
        for _ in range(dice.choice((1, 1, 2, 5))):
            _damage(disk, dice)
        store = start(disk)
        if store.is_locked:
            finish(store.unlock(PASSPHRASE))
        assert set(texts(store)) <= set(WORDS)
        if texts(store) != WORDS:
            assert store.notice is not None
            assert not store.notice.complete
    with capsys.disabled():
        print(f"\n{rounds} damaged diaries opened (lock: {lock})")


def _damage(disk: MemoryDisk, dice: random.Random) -> None:
    """Harm one blob that holds records, but not the newest: a lost tail looks like no tail."""
    names = sorted(n for n in disk.blobs if n.startswith(("generation", "journal")))
    name = dice.choice(names[:-1])
    data = bytearray(disk.blobs[name])
    match dice.randrange(5):
        case 0 if data:
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        case 1:
            del data[dice.randrange(len(data) + 1) :]
        case 2:
            data = bytearray(disk.blobs[dice.choice(names)])
        case 3:
            data[dice.randrange(len(data) + 1) :] = dice.randbytes(dice.randrange(200))
        case _:
            data = bytearray()
    disk.blobs[name] = bytes(data)


def rewritten(disk: MemoryDisk, names: list[str], *changes: tuple[bytes, bytes]) -> None:
    """Change bytes of blobs as another version might have written them, checksums included."""
    for name in names:
        first, _, rest = disk.blobs[name].partition(b"\n")
        for old, new in changes:
            first, rest = first.replace(old, new), rest.replace(old, new)
        magic = first.split(b" ")[0]
        disk.blobs[name] = magic + b" " + hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest


def test_a_newer_version_opens_read_only(blobs: dict[str, bytes]) -> None:
    """Nothing of it is changed, not even a part this version cannot read."""
    disk = MemoryDisk(blobs)
    rewritten(disk, [newest(disk, "journal")], (b'"schema": %d' % SCHEMA, b'"schema": 99'))
    disk.blobs[newest(disk, "generation")] = b"damaged"
    before = dict(disk.blobs)
    store = finish(Store.open(disk, FakeClock()))
    assert store.read_only
    assert texts(store) == WORDS
    assert disk.blobs == before


@pytest.mark.parametrize(
    "change",
    [
        (b"AYA1", b"AYA2"),
        (b"PBKDF2-HMAC-SHA-256", b"Argon2id"),
        (b"AES-256-GCM", b"AES-512-GCM"),
    ],
    ids=["another envelope", "another key derivation", "another cipher"],
)
@pytest.mark.parametrize("only_newest", [False, True], ids=["all of it", "the last save"])
def test_what_only_a_newer_version_can_read_is_not_taken_for_damage(
    change: tuple[bytes, bytes], only_newest: bool
) -> None:
    """Nothing is put aside, no lock is taken off, nothing can be written; the card is in reach."""
    disk = MemoryDisk()
    store = saved(disk, "alpha")
    store.card.put(samples.card())
    finish(store.commit())
    finish(store.set_passphrase(PASSPHRASE))
    kept = [name for name in disk.blobs if name.startswith(("gen", "jou"))]
    rewritten(disk, [newest(disk, "generation")] if only_newest else kept, change)
    before = dict(disk.blobs)
    store = start(disk)
    if store.is_locked:
        finish(store.unlock(PASSPHRASE))
    assert store.read_only
    assert store.notice is None
    assert store.card.get().allergies == "penicillin"
    with pytest.raises(NewerVersionError):
        store.questions.put(samples.question())
    with pytest.raises(NewerVersionError):  # half a backup would be taken for a whole one
        backup.export_plain(store, FakeClock()())
    finish(store.lock())
    assert {n: d for n, d in disk.blobs.items() if n != "tries"} == before


def by_a_newer_version(disk: MemoryDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked diary whose card this version cannot read; the lock screen still shows it."""
    store = saved(disk, "alpha")
    store.card.put(samples.card())
    finish(store.set_passphrase(PASSPHRASE))
    with monkeypatch.context() as newer:
        newer.setattr(journal, "SCHEMA", SCHEMA + 1)
        store.take_over({"card": {"me": store.tables["card"]["me"] | {"fever": "warm"}}})
        shown = disk.blobs["lock-screen"]
        finish(store.commit())
        disk.blobs["lock-screen"] = shown


def test_the_lock_screen_of_a_newer_version_keeps_its_card(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unlocking and locking here does not write an empty card over one it cannot read."""
    disk = MemoryDisk()
    by_a_newer_version(disk, monkeypatch)
    store = start(disk)
    finish(store.unlock(PASSPHRASE))
    assert store.read_only
    assert store.card.get().allergies == ""
    finish(store.lock())
    assert store.card.get().allergies == "penicillin"
    assert start(disk).card.get().allergies == "penicillin"


def test_a_backup_of_what_a_newer_version_wrote_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """It carries the newer schema, so that no older version takes it for its own."""
    disk = MemoryDisk()
    by_a_newer_version(disk, monkeypatch)
    store = start(disk)
    finish(store.unlock(PASSPHRASE))
    data = backup.export_plain(store, FakeClock()())
    assert json.loads(data)["schema"] == SCHEMA + 1
    backup.note_made(store, FakeClock()())
    sealed = finish(backup.export_encrypted(store, FakeClock()(), PASSPHRASE, FakeVault()))
    for each in (data, sealed):
        with pytest.raises(BackupTooNewError):
            finish(backup.read(each, PASSPHRASE, FakeVault()))
