"""A diary of any earlier version opens in this one.

``frozen/schema-<n>`` holds what the last version with that schema wrote: stored blobs and a backup.
These files never change. A new schema gets a new folder with files made by the version before it.
"""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aya_companion.domain.card_number import NO_NUMBER, CardNumber
from aya_companion.domain.care_team import EmergencyCard
from aya_companion.domain.restoring import Mode
from aya_companion.domain.treatment_map import Stop
from aya_companion.store import backup
from aya_companion.store.merge import restore
from aya_companion.store.migrations import MIGRATIONS, migrate
from aya_companion.store.schema import SCHEMA
from aya_companion.store.store import Store
from tests.fakes.clock import FakeClock
from tests.fakes.disks import MemoryDisk
from tests.fakes.running import finish
from tests.store import samples
from tests.store.diaries import start

FROZEN = Path(__file__).parent / "frozen"
EARLIER = range(1, SCHEMA)


def frozen(schema: int) -> MemoryDisk:
    """The stored blobs of an earlier version."""
    folder = FROZEN / f"schema-{schema}"
    return MemoryDisk({p.name: p.read_bytes() for p in folder.iterdir() if not p.suffix})


def assert_holds_the_sample(store: Store) -> None:
    """What every frozen diary holds, whatever its schema."""
    assert store.notice is None
    assert not store.read_only
    assert [visit.title for visit in store.appointments.all()] == [
        "Bone marrow result",
        "Later visit",
    ]
    assert [question.text for question in store.questions.all()] == [samples.question().text]
    assert [note.text for note in store.notes.all()] == ["Slept badly on Tuesday"]
    assert [task.who for task in store.tasks.all()] == ["Noor"]
    assert store.card.get() == card_in_words()
    assert store.map.get().began(Stop.INDUCTION) == samples.dates().began(Stop.INDUCTION)


def card_in_words() -> EmergencyCard:
    """The sample as versions before schema 4 wrote it: nobody has said yet what its numbers are."""
    card = samples.card()
    (contact,) = card.contacts
    return replace(
        card,
        emergency_number=CardNumber("112"),
        crisis_number=CardNumber("024"),
        contacts=(replace(contact, phone=CardNumber("+34 91 000 00 00")),),
    )


OLD_TEXTS = {
    "24h: 912 345 678": ["912345678"],
    "Ward 12: 020 7946 0958": ["02079460958"],
    "912 345 678 (24h)": ["912345678"],
    "(555) 123-4567 (24/7)": ["5551234567"],
    "1 800 CALL NOW": ["18002255669"],
    "555 0142 ext 3": ["5550142,3"],
    "+34 912 345 678": ["+34912345678"],
    "912 345 678 / 913 111 222": ["912345678", "913111222"],
    "٩١٢ ٣٤٥ ٦٧٨": ["912345678"],
    "۹۱۲ ۳۴۵ ۶۷۸": ["912345678"],
    "ask at the desk": [],
}
"""What stood in the field of a number before schema 4, and what may be dialled of it."""


def test_old_texts_of_numbers_stay_whole_and_no_wrong_one_is_dialled() -> None:
    """Once the first digits were taken, and "24h: 912 345 678" dialled 24."""
    sample = json.loads((FROZEN / "schema-3" / "backup.json").read_text())
    card = sample["tables"]["card"]["me"]
    card["contacts"] = [
        {"name": "Ward", "phone": text, "hours": "", "level": "team"} for text in OLD_TEXTS
    ]
    card["emergency_number"], card["crisis_number"] = "112 / 911", ""
    store = start(MemoryDisk())
    data = json.dumps(sample).encode()
    finish(restore(store, finish(backup.read(data)), Mode.MERGE, clock=FakeClock()))
    restored = store.card.get()
    for (text, dialled), contact in zip(OLD_TEXTS.items(), restored.contacts, strict=True):
        assert contact.phone == CardNumber(text)
        assert [one.number.dialled for one in contact.phone.reading.candidates] == dialled
    assert restored.emergency_number == CardNumber("112 / 911")
    assert not restored.emergency_number.reading.certain
    assert restored.crisis_number == NO_NUMBER


def test_every_step_has_a_migration_and_a_frozen_sample() -> None:
    """Nobody can raise the schema number and forget either."""
    assert len(MIGRATIONS) == SCHEMA - 1
    assert sorted(p.name for p in FROZEN.iterdir()) == [f"schema-{n}" for n in EARLIER]


@pytest.mark.parametrize("schema", EARLIER)
def test_a_stored_diary_of_an_earlier_version_opens(schema: int) -> None:
    """Records, a deletion and the card; and saves made now are there at the next start."""
    disk = frozen(schema)
    store = start(disk)
    assert_holds_the_sample(store)
    store.appointments.put(samples.appointment("v3", title="New"))
    store.appointments.delete("v3")
    finish(store.commit())
    assert_holds_the_sample(start(disk))


@pytest.mark.parametrize("schema", EARLIER)
def test_a_backup_of_an_earlier_version_can_be_restored(schema: int) -> None:
    """Into an empty app of this version."""
    data = (FROZEN / f"schema-{schema}" / "backup.json").read_bytes()
    store = start(MemoryDisk())
    finish(restore(store, finish(backup.read(data)), Mode.MERGE, clock=FakeClock()))
    assert_holds_the_sample(store)


@pytest.mark.parametrize("schema", EARLIER)
def test_a_migration_leaves_its_input_and_tombstones_alone(schema: int) -> None:
    """It may be run again on the same bytes, and a deleted record stays empty."""
    tables = json.loads((FROZEN / f"schema-{schema}" / "backup.json").read_text())["tables"]
    before = copy.deepcopy(tables)
    after = migrate(tables, schema)
    assert tables == before
    assert after["questions"]["q2"] == before["questions"]["q2"]


def test_what_is_written_today_needs_no_migration() -> None:
    """Every field this version writes is a field of its schema: a full record changes nothing."""
    store = start(MemoryDisk())
    store.appointments.put(samples.appointment())
    tables = json.loads(backup.export_plain(store, datetime(2026, 3, 5, tzinfo=UTC)))["tables"]
    assert migrate(tables, SCHEMA) == tables


def test_the_fields_of_this_schema_are_written_down() -> None:
    """A field added, removed or renamed without a new schema number fails here.

    When it does: raise SCHEMA, add a migration, freeze a sample, then change ``fields.json``.
    """
    store = start(MemoryDisk())
    store.appointments.put(samples.appointment())
    store.questions.put(samples.question())
    store.notes.put(samples.note(private=False))
    store.tasks.put(samples.task())
    store.card.put(samples.card())
    store.settings.put(samples.settings())
    store.map.put(samples.dates())
    fields = {
        table: sorted(next(iter(documents.values()))) for table, documents in store.tables.items()
    }
    expected = json.loads((Path(__file__).parent / "fields.json").read_text())
    assert {"schema": SCHEMA, "fields": fields} == expected
