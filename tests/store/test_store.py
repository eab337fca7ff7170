"""What was committed is there after the next start, and nothing else."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from aya_companion.domain.backup_history import BackupHistory
from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.notes import NoteKind
from aya_companion.store.errors import DiskFullError
from aya_companion.store.journal import COMPACT_AFTER, KEPT
from aya_companion.store.store import Store
from tests.fakes.clock import FakeClock
from tests.fakes.disks import FaultyDisk, MemoryDisk
from tests.fakes.running import finish
from tests.store import samples

pytestmark = pytest.mark.pure


def start(disk: MemoryDisk | FaultyDisk) -> Store:
    """The store as the app opens it."""
    return finish(Store.open(disk, FakeClock()))


def test_every_kind_of_record_comes_back_as_it_was() -> None:
    """Every field of every record survives a save and a start."""
    disk = MemoryDisk()
    store = start(disk)
    kept = [
        store.questions.put(samples.question()),
        store.appointments.put(samples.appointment()),
        store.notes.put(samples.note()),
        store.tasks.put(samples.task()),
    ]
    store.card.put(samples.card())
    store.settings.put(samples.settings())
    store.map.put(samples.dates())
    store.backups.put(BackupHistory(made_at=samples.BORN))
    finish(store.commit())

    again = start(disk)
    assert [
        *again.questions.all(),
        *again.appointments.all(),
        *again.notes.all(),
        *again.tasks.all(),
    ] == kept
    assert again.card.get() == samples.card()
    assert again.settings.get() == samples.settings()
    assert again.map.get() == samples.dates()
    assert again.backups.get() == BackupHistory(made_at=samples.BORN)
    assert again.notice is None


def test_an_empty_disk_opens_with_defaults() -> None:
    """The first start finds no records, default settings and nothing to tell."""
    store = start(MemoryDisk())
    assert store.questions.all() == []
    assert store.settings.get().language == ""
    assert store.notice is None
    assert not store.read_only


def test_what_was_not_committed_is_gone_at_the_next_start() -> None:
    """Only a commit makes a change durable."""
    disk = MemoryDisk()
    store = start(disk)
    store.questions.put(samples.question())
    assert store.unsaved
    assert start(disk).questions.all() == []


def test_putting_stamps_the_time_of_change() -> None:
    """The moment a record was changed is the store's to say."""
    store = start(MemoryDisk())
    kept = store.questions.put(samples.question())
    assert kept.updated_at > samples.BORN
    assert kept.created_at == samples.BORN
    assert store.questions.get("q1") == kept


def test_a_deleted_record_leaves_no_words_behind() -> None:
    """A tombstone has an id and times, nothing a person wrote."""
    disk = MemoryDisk()
    store = start(disk)
    store.questions.put(samples.question(text="unmistakable"))
    finish(store.commit())
    store.questions.delete("q1")
    finish(store.commit())
    assert store.questions.all() == []
    assert store.questions.get("q1") is None
    last = max(disk.blobs)
    assert b"unmistakable" not in disk.blobs[last]
    assert start(disk).questions.all() == []


def test_a_deleted_record_can_be_put_back() -> None:
    """Undo after a deletion brings the record back, also after a start."""
    disk = MemoryDisk()
    store = start(disk)
    kept = store.questions.put(samples.question())
    store.questions.delete("q1")
    finish(store.commit())
    back = store.questions.put(kept)
    finish(store.commit())
    assert start(disk).questions.all() == [back]


def test_records_are_found_by_where_they_belong() -> None:
    """Changed, deleted and put back meanwhile, and after a start."""
    disk = MemoryDisk()
    store = start(disk)
    for record_id, visit_id in (("q1", "v1"), ("q2", "v1"), ("q3", None), ("q4", "v2")):
        store.questions.put(
            samples.question(record_id, visit_id=visit_id, source=f"from-{record_id}")
        )
    for record_id, kind in (("n1", NoteKind.BRING), ("n2", NoteKind.FOLLOW_UP)):
        store.notes.put(samples.note(record_id, visit_id="v1", kind=kind))
    store.questions.delete("q2")
    finish(store.commit())
    for found in (store, start(disk)):
        assert [q.id for q in found.questions.of_visit("v1")] == ["q1"]
        assert [q.id for q in found.questions.of_visit(None)] == ["q3"]
        assert [q.id for q in found.questions.from_source("from-q4")] == ["q4"]
        assert found.questions.from_source("from-q2") == []
        assert {n.id for n in found.notes.of_visit("v1")} == {"n1", "n2"}
        assert [n.id for n in found.notes.of_visit("v1", NoteKind.BRING)] == ["n1"]
    store.questions.put(replace(store.questions.all()[0], visit_id="v2"))
    assert store.questions.of_visit("v1") == []


def test_deleting_what_is_not_there_changes_nothing() -> None:
    """Two fingers on the same delete button are no error."""
    store = start(MemoryDisk())
    store.questions.delete("nobody")
    assert not store.unsaved


def test_a_failed_commit_can_be_tried_again() -> None:
    """With a full disk the change stays in memory, and the next commit saves it."""
    disk = FaultyDisk(MemoryDisk(), at=1000)
    store = start(disk)
    disk.at = disk.count
    kept = store.questions.put(samples.question())
    with pytest.raises(DiskFullError):
        finish(store.commit())
    assert store.unsaved
    assert store.questions.all() == [kept]
    finish(store.commit())
    assert not store.unsaved
    assert start(disk).questions.all() == [kept]


def test_generations_and_journal_stay_few() -> None:
    """However often one saves, only the last generations and the saves since them are kept."""
    disk = MemoryDisk()
    store = start(disk)
    for n in range(COMPACT_AFTER * 6 + 5):
        store.questions.put(samples.question(position=n))
        finish(store.commit())
    generations = [name for name in disk.blobs if name.startswith("generation")]
    assert len(generations) == KEPT
    assert len(disk.blobs) <= KEPT + KEPT * COMPACT_AFTER
    assert start(disk).questions.all()[0].position == COMPACT_AFTER * 6 + 4


def test_every_blob_is_padded() -> None:
    """Chromium leaves small deleted values readable: nothing stored is small, or compressed so."""
    disk = MemoryDisk()
    store = start(disk)
    store.questions.put(samples.question())
    finish(store.commit())
    assert all(len(zlib.compress(data)) > 70_000 for data in disk.blobs.values())


def test_ids_are_never_the_same_and_look_like_uuids() -> None:
    """Ids come from the system's randomness."""
    store = start(MemoryDisk())
    ids = {store.new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(i) == 36 and i[14] == "4" for i in ids)


def test_a_time_without_zone_is_refused() -> None:
    """Nobody can tell later which moment it was."""
    store = start(MemoryDisk())
    with pytest.raises(InvalidRecordError):
        store.questions.put(samples.question(asked_at=datetime(2026, 3, 1)))


def test_a_broken_character_does_not_stop_a_save() -> None:
    """Half a surrogate pair, which no file can hold, becomes a question mark."""
    disk = MemoryDisk()
    store = start(disk)
    store.questions.put(samples.question(text="a\ud83d b"))
    finish(store.commit())
    assert start(disk).questions.all()[0].text == "a? b"


def test_a_backup_reminder_comes_after_ten_entries_or_thirty_days() -> None:
    """Ten new entries, or one that has waited thirty days; never without anything new."""
    made = datetime(2026, 3, 1, tzinfo=UTC)
    history = BackupHistory(made_at=made)
    later = replace(history, made_at=None)
    day = [datetime(2026, 3, 2, tzinfo=UTC)]
    assert not history.is_due([], datetime(2027, 3, 1, tzinfo=UTC))
    assert not history.is_due(day * 9, datetime(2026, 3, 3, tzinfo=UTC))
    assert history.is_due(day * 10, datetime(2026, 3, 3, tzinfo=UTC))
    assert history.is_due(day, datetime(2026, 3, 31, tzinfo=UTC))
    assert later.is_due(day, datetime(2026, 4, 2, tzinfo=UTC))
    assert not later.is_due(day, datetime(2026, 3, 20, tzinfo=UTC))
