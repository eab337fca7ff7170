"""Two copies of a diary become one, and no word of either is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import Contact, EmergencyCard, Temperature, TemperatureUnit
from aya_companion.domain.restoring import Keep, Mode
from aya_companion.domain.settings import Settings
from aya_companion.store import backup
from aya_companion.store.backup import Backup
from aya_companion.store.errors import PartialBackupError, StoreError
from aya_companion.store.hand_over import export_chosen
from aya_companion.store.journal import COMPACT_AFTER
from aya_companion.store.memory_tables import MemoryTables
from aya_companion.store.merge import Plan, plan, restore
from aya_companion.store.store import Store
from tests.fakes.clock import FakeClock
from tests.fakes.disks import FaultyDisk, MemoryDisk
from tests.fakes.running import finish
from tests.store import samples
from tests.store.diaries import saved, start, texts

pytestmark = pytest.mark.pure

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


def copy_of(store: Store) -> Backup:
    """A backup with everything, written and read."""
    return finish(backup.read(backup.export_plain(store, NOW, with_private=True)))


def merge(store: Store, other: Backup, choices: dict[tuple[str, str], Keep] | None = None) -> Plan:
    """Put another copy in."""
    return finish(restore(store, other, Mode.MERGE, choices, clock=FakeClock()))


def replace_by(store: Store, other: Backup) -> Plan:
    """Put another copy in the place of what is there."""
    return finish(restore(store, other, Mode.REPLACE, clock=FakeClock()))


def twins(*words: str) -> tuple[Store, Store]:
    """Two phones with the same diary, their clocks set by each other."""
    clock = FakeClock()
    one, two = start(MemoryDisk(), clock), start(MemoryDisk(), clock)
    for word in words:
        write(one, word, word)
    merge(two, copy_of(one))
    return one, two


def write(store: Store, word: str, text: str) -> None:
    """Change the text of a question."""
    question = store.questions.get(f"q-{word}")
    store.questions.put(
        replace(question, text=text) if question else samples.question(f"q-{word}", text=text)
    )
    finish(store.commit())


def test_what_only_the_backup_has_is_added() -> None:
    """And what only this phone has stays."""
    one, two = twins("alpha")
    write(one, "here", "here")
    write(two, "there", "there")
    summary = merge(one, copy_of(two))
    assert texts(one) == ["alpha", "here", "there"]
    assert summary.counts["questions"].added == 1
    assert summary.counts["questions"].unchanged == 1
    assert summary.conflicts == ()


def test_a_newer_text_takes_the_place_of_the_one_it_grew_from() -> None:
    """In both directions, whatever the clocks say."""
    one, two = twins("alpha")
    write(two, "alpha", "alpha, better")
    old = copy_of(one)
    assert merge(one, copy_of(two)).counts["questions"].changed == 1
    assert texts(one) == ["alpha, better"]
    assert merge(two, old).counts["questions"].unchanged == 1
    assert texts(two) == ["alpha, better"]


def test_where_both_sides_changed_a_record_both_texts_are_kept() -> None:
    """Without a choice, theirs becomes a question of its own."""
    one, two = twins("alpha")
    write(one, "alpha", "mine")
    write(two, "alpha", "theirs")
    summary = plan(one, copy_of(two), Mode.MERGE)
    (conflict,) = summary.conflicts
    assert (conflict.mine.text, conflict.theirs.text) == ("mine", "theirs")
    assert texts(one) == ["mine"]
    merge(one, copy_of(two))
    assert texts(one) == ["mine", "theirs"]


@pytest.mark.parametrize(
    ("keep", "left"),
    [(Keep.MINE, ["mine"]), (Keep.THEIRS, ["theirs"]), (Keep.BOTH, ["mine", "theirs"])],
)
def test_a_settled_conflict_does_not_come_back(keep: Keep, left: list[str]) -> None:
    """The same file again, or the other phone's, changes nothing; both phones end up the same."""
    one, two = twins("alpha")
    write(one, "alpha", "mine")
    write(two, "alpha", "theirs")
    merge(one, copy_of(two), {("questions", "q-alpha"): keep})
    assert texts(one) == left
    assert merge(one, copy_of(two)).conflicts == ()
    assert texts(one) == left
    assert merge(two, copy_of(one)).conflicts == ()
    assert texts(two) == left


@pytest.mark.parametrize("choice", [Keep.MINE, Keep.THEIRS])
def test_phones_that_chose_differently_are_asked_again(choice: Keep) -> None:
    """Each chose before it saw the other's choice: neither text goes away unasked."""
    one, two = twins("alpha")
    write(one, "alpha", "ONE")
    write(two, "alpha", "TWO")
    files = copy_of(one), copy_of(two)
    for store, file in ((one, files[1]), (two, files[0])):
        merge(store, file, {("questions", "q-alpha"): choice})
    files = copy_of(one), copy_of(two)
    assert len(plan(one, files[1], Mode.MERGE).conflicts) == 1
    for store, file in ((one, files[1]), (two, files[0])):
        merge(store, file)
        assert texts(store) == ["ONE", "TWO"]
    assert plan(one, copy_of(two), Mode.MERGE).conflicts == ()


def test_phones_that_chose_the_same_text_agree_at_once() -> None:
    """One keeps its own, the other the backup's: that is the same."""
    one, two = twins("alpha")
    write(one, "alpha", "ONE")
    write(two, "alpha", "TWO")
    files = copy_of(one), copy_of(two)
    merge(one, files[1], {("questions", "q-alpha"): Keep.MINE})
    merge(two, files[0], {("questions", "q-alpha"): Keep.THEIRS})
    assert one.tables["questions"] == two.tables["questions"]


def test_a_deleted_record_is_not_revived_by_an_older_copy() -> None:
    """The tombstone wins over the text it buried, and over an edit made before."""
    one, two = twins("alpha")
    before = copy_of(one)
    write(two, "alpha", "edited elsewhere")
    one.questions.delete("q-alpha")
    merge(one, before)
    assert texts(one) == []
    edited_before = copy_of(two)
    doc = edited_before.tables["questions"]["q-alpha"]
    doc["updated_at"] = "2026-03-02T08:00:00+00:00"
    merge(one, edited_before)
    assert texts(one) == []


def test_a_later_edit_wins_over_a_tombstone() -> None:
    """On either side: what was written after the deletion is not lost."""
    one, two = twins("alpha")
    one.questions.delete("q-alpha")
    finish(one.commit())
    write(two, "alpha", "written later")
    merge(one, copy_of(two))
    assert texts(one) == ["written later"]
    three, four = twins("alpha")
    four.questions.delete("q-alpha")
    write(three, "alpha", "written later")
    merge(three, copy_of(four))
    assert texts(three) == ["written later"]


def test_a_deletion_travels() -> None:
    """What was deleted on one phone is deleted on the other by a merge."""
    one, two = twins("alpha", "beta")
    two.questions.delete("q-beta")
    assert merge(one, copy_of(two)).counts["questions"].deleted == 1
    assert texts(one) == ["alpha"]


def test_the_copy_of_an_appointment_is_another_appointment_for_calendars() -> None:
    """Two with one UID would overwrite each other in the phone's calendar."""
    one, two = twins()
    one.appointments.put(samples.appointment(note="mine"))
    two.appointments.put(samples.appointment(note="theirs"))
    merge(one, copy_of(two))
    assert sorted(a.uid for a in one.appointments.all()) == ["", "abc@clinic.example"]


def test_two_emergency_cards_become_one_with_all_numbers_and_texts() -> None:
    """A warning that stands on one of them must not be lost."""
    one, two = twins()
    one.card.put(samples.card())
    theirs = EmergencyCard(
        country="FR",
        contacts=(Contact("Ward", CardNumber.of("+33 1")),),
        fever=Temperature(Decimal("38.3"), TemperatureUnit.CELSIUS),
        allergies="latex",
    )
    two.card.put(theirs)
    summary = merge(one, copy_of(two))
    assert [(c.table, c.theirs) for c in summary.conflicts] == [("card", theirs)]
    card = one.card.get()
    assert card.allergies == "penicillin\nlatex"
    assert [contact.name for contact in card.contacts] == ["Day clinic", "Ward"]
    assert card.country == "ES"
    assert merge(one, copy_of(two)).conflicts == ()
    merge(two, copy_of(one))
    assert two.card.get() == card


def test_settings_of_this_phone_stay_in_a_merge() -> None:
    """Text size and language belong to who holds the phone."""
    one, two = twins()
    one.settings.put(Settings(language="es", text_size=2.0))
    two.settings.put(Settings(language="ar"))
    assert merge(one, copy_of(two)).conflicts == ()
    assert one.settings.get().language == "es"
    fresh = start(MemoryDisk())
    merge(fresh, copy_of(two))
    assert fresh.settings.get().language == "ar"
    # Also when the other ones grew from these: on a phone that got everything from this one.
    fresh.settings.put(Settings(language="en"))
    merge(two, copy_of(fresh))
    assert two.settings.get().language == "ar"


def test_replacing_leaves_what_the_backup_holds() -> None:
    """Additions go, changes go back, deletions come back; the summary counts them before."""
    one = saved(MemoryDisk(), "alpha", "beta", "gamma")
    then = copy_of(one)
    write(one, "alpha", "changed")
    write(one, "new", "new")
    one.questions.delete("q-beta")
    finish(one.commit())
    counts = plan(one, then, Mode.REPLACE).counts["questions"]
    assert (counts.added, counts.changed, counts.deleted, counts.unchanged) == (1, 1, 1, 1)
    replace_by(one, then)
    assert texts(one) == ["alpha", "beta", "gamma"]
    assert copy_of(one).tables["questions"]["q-new"]["deleted_at"]


def test_replacing_is_an_edit_that_other_copies_follow() -> None:
    """A phone that still has the replaced texts goes back too when it merges."""
    one, two = twins("alpha")
    then = copy_of(one)
    write(one, "alpha", "regretted")
    merge(two, copy_of(one))
    replace_by(one, then)
    assert merge(two, copy_of(one)).conflicts == ()
    assert texts(two) == ["alpha"]


def test_replacing_by_a_backup_without_private_records_keeps_them() -> None:
    """It says nothing about them."""
    one = saved(MemoryDisk(), "alpha")
    one.notes.put(samples.note(private=True))
    finish(one.commit())
    then = finish(backup.read(backup.export_plain(one, NOW)))
    replace_by(one, then)
    assert len(one.notes.all()) == 1


def test_a_file_of_chosen_records_never_replaces_everything() -> None:
    """It can only be merged; nothing is removed by a mistake in the choice of a button."""
    one = saved(MemoryDisk(), "alpha", "beta")
    data = export_chosen(one, NOW, {"questions": ["q-alpha"]})
    chosen = finish(backup.read(data))
    with pytest.raises(PartialBackupError):
        replace_by(one, chosen)
    assert texts(one) == ["alpha", "beta"]
    other = start(MemoryDisk())
    merge(other, chosen)
    assert texts(other) == ["alpha"]
    assert other.backups.get().made_at is None


def test_a_text_changed_in_the_file_by_hand_is_a_conflict() -> None:
    """Its revision is the old one, its words are not."""
    one = saved(MemoryDisk(), "alpha")
    edited = copy_of(one)
    edited.tables["questions"]["q-alpha"]["text"] = "edited with a text editor"
    summary = merge(one, edited)
    assert [c.theirs.text for c in summary.conflicts] == ["edited with a text editor"]
    assert texts(one) == ["alpha", "edited with a text editor"]
    assert merge(one, edited).conflicts == ()


def test_a_record_nobody_can_read_stops_no_backup() -> None:
    """Neither in the file, where the others are put in, nor here, where it is replaced."""
    one = saved(MemoryDisk(), "alpha")
    one.take_over({"questions": {"bad": {"text": 5, "revision": "r", "earlier": []}}})
    finish(one.commit())
    file = copy_of(one)
    assert file.unreadable == {("questions", "bad")}
    two = saved(MemoryDisk(), "beta")
    two.questions.put(samples.question("bad", text="well here"))
    two.take_over({"notes": {"odd": {"text": 5}}})
    finish(two.commit())
    replace_by(two, file)
    assert texts(two) == ["alpha", "well here"]
    assert two.tables["notes"]["odd"]["deleted_at"]
    replace_by(one, copy_of(saved(MemoryDisk(), "gamma")))
    assert texts(one) == ["gamma"]
    assert one.tables["questions"]["bad"]["deleted_at"]


@pytest.mark.parametrize("late", [False, True], ids=["early", "late"])
@pytest.mark.parametrize("mode", list(Mode))
def test_a_backup_that_could_not_be_put_in_is_nowhere(
    mode: Mode, late: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every operation fails once: then nothing has changed, here or at the next start, even after
    another save."""
    source = saved(MemoryDisk(), "theirs")
    file = copy_of(source)
    faults = 0
    while True:
        memory = MemoryDisk()
        disk = FaultyDisk(memory, at=10**6, late=late)
        store = saved(disk, *["mine"] * (COMPACT_AFTER - 1))  # the next save writes all anew
        disk.at = disk.count + faults
        try:
            finish(restore(store, file, mode, clock=FakeClock()))
        except StoreError:
            assert texts(store) == ["mine"]
            assert texts(start(MemoryDisk(memory.blobs))) == ["mine"]
            store.questions.put(samples.question("q-more", text="more"))
            finish(store.commit())
            assert texts(store) == texts(start(memory)) == ["mine", "more"]
        else:
            assert "theirs" in texts(store)
            assert texts(store) == texts(start(memory))
        if not disk.reached:
            break
        faults += 1
    assert faults > 2
    with capsys.disabled():
        print(f"\n{faults} faults while putting a backup in, 0 losses")


def test_what_is_written_while_a_backup_goes_in_stays() -> None:
    """Their newer text wins over the one that is just being put in."""
    store = saved(MemoryDisk(), "alpha")
    restored = {"q-alpha": store.tables["questions"]["q-alpha"] | {"text": "restored"}}
    image = MemoryTables({"questions": {"q-alpha": store.tables["questions"]["q-alpha"]}})
    image.put("questions", {"q-alpha": restored["q-alpha"] | {"text": "newer"}})
    image.show_saved({"questions": restored})
    assert image.take_unsaved()["questions"]["q-alpha"]["text"] == "newer"
    assert image.tables["questions"]["q-alpha"]["text"] == "newer"


def test_a_merge_is_durable() -> None:
    """What was restored is there after the next start."""
    one, two = twins("alpha")
    write(two, "beta", "beta")
    disk = MemoryDisk()
    store = saved(disk, "own")
    merge(store, copy_of(two))
    assert texts(start(disk)) == ["alpha", "beta", "own"]
    assert texts(one) == ["alpha"]
