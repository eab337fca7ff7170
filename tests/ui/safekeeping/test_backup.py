"""Backups as a person meets them: made, reminded of, looked into, put in."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from aya_companion.store.backup import export_plain
from aya_companion.store.hand_over import export_chosen
from tests.fakes.companion import OWN_WORDS
from tests.fakes.disks import FaultyDisk, MemoryDisk
from tests.fakes.running import finish
from tests.ui.safety import PASSPHRASE, Phone, full_phone, tick
from tests.ui.window import STARTED, Window

MAKE = "Passphrase for this backup"
AGAIN = "The same passphrase again"
OPEN = "Passphrase of the backup"


def backup_of(phone: Phone) -> bytes:
    """The file that "Save a backup" hands out."""
    make(phone.window, PASSPHRASE)
    return next(data for name, data in phone.window.host.files.items() if name.endswith("backup"))


def make(window: Window, passphrase: str) -> Window:
    """Type a passphrase twice and tap Save."""
    window.go("/more/backup").type(MAKE, passphrase).type(AGAIN, passphrase)
    return window.tap("Save a backup")


def choose(window: Window, data: bytes) -> Window:
    """Choose a file to put in."""
    window.go("/more/backup").host.to_pick = data
    return window.tap("Choose a file")


def look_inside(window: Window, data: bytes, passphrase: str = PASSPHRASE) -> Window:
    """Choose an encrypted one and open it."""
    return choose(window, data).type(OPEN, passphrase).tap("Look inside")


def texts(window: Window) -> list[str]:
    """The questions there are."""
    return sorted(q.text for q in window.do.questions.all())


def change(phone: Phone, text: str) -> None:
    """Write a question's words anew."""
    finish(phone.window.do.questions.change("waiting", text=text))


@pytest.mark.parametrize(
    "first",
    [("/", "Save a backup"), ("/more", "Backup and privacy")],
    ids=["from the reminder", "from More"],
)
def test_a_backup_takes_two_taps(first: tuple[str, str]) -> None:
    """And its passphrase, typed between them."""
    address, name = first
    phone = full_phone()
    phone.later(timedelta(days=40))
    window = phone.window.go(address)
    taps = 0
    for button in (name, "Save a backup"):
        if taps:
            window.type(MAKE, PASSPHRASE).type(AGAIN, PASSPHRASE)
        window.tap(button)
        taps += 1
    assert taps == 2
    (data,) = window.host.files.values()
    assert not any(words.encode() in data for words in OWN_WORDS)


def test_a_short_passphrase_makes_no_backup() -> None:
    window = make(full_phone().window, "12345")
    assert window.host.files == {}
    assert "Too short." in str(window.sight.field(AGAIN).error)


def test_a_slip_in_the_passphrase_makes_no_dead_file() -> None:
    window = full_phone().window.go("/more/backup").type(MAKE, PASSPHRASE)
    window.type(AGAIN, "blue kettle rover").tap("Save a backup")
    assert window.host.files == {}
    assert "The two do not match." in str(window.sight.field(AGAIN).error)


def test_a_tap_in_haste_seals_a_backup_with_the_whole_passphrase() -> None:
    """Otherwise nobody could open it ever again."""
    window = full_phone().window.go("/more/backup").type(MAKE, PASSPHRASE)
    window.tap_in_haste(AGAIN, PASSPHRASE[:-1], PASSPHRASE, "Save a backup")
    (data,) = window.host.files.values()
    assert finish(window.do.backup.look(data, PASSPHRASE)).inside.tables


def test_who_changes_her_mind_has_no_backup() -> None:
    window = full_phone().window.go("/more/backup")
    window.host.refuses_files = True
    make(window, PASSPHRASE)
    assert window.model.companion.store.backups.get().made_at is None


def test_plain_text_comes_with_a_warning_and_without_what_is_private() -> None:
    window = full_phone().window.go("/more/backup").tap("Save without a passphrase")
    assert "Anyone who gets this file can read all of it." in window.sight.words
    window.tap("Save as plain text")
    (data,) = window.host.files.values()
    assert b"May I see friends?" in data
    assert b"May I swim?" not in data


def test_plain_text_holds_what_is_private_when_that_is_ticked() -> None:
    window = full_phone().window.go("/more/backup").tap("Save without a passphrase")
    tick(window, "With what I marked private")
    window.tap("Save as plain text")
    (data,) = window.host.files.values()
    assert b"May I swim?" in data


def test_another_phone_gets_everything() -> None:
    phone = full_phone()
    other = Phone(settings=STARTED)
    look_inside(other.window, backup_of(phone))
    assert texts(other.window) == []
    words = other.window.sight.words
    assert "Questions: 5 new" in words
    assert "Appointments: 4 new" in words
    other.window.tap("Put it in")
    assert texts(other.start()) == texts(phone.window)
    assert other.window.do.card.get() == phone.window.do.card.get()


def test_a_wrong_passphrase_is_told_and_the_right_one_can_be_typed_next() -> None:
    data = backup_of(full_phone())
    window = look_inside(Phone(settings=STARTED).window, data, "not this one")
    assert "That is not the right passphrase." in str(window.sight.field(OPEN).error)
    window.type(OPEN, PASSPHRASE).tap("Look inside").tap("Put it in")
    assert len(texts(window)) == 5


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: data[:-1], "cut off or changed"),
        (lambda data: b"a photo", "not a backup of this app"),
        (lambda data: b"", "not a backup of this app"),
        (lambda data: b" " * (64 * 1024 * 1024 + 1), "larger than any backup"),
    ],
    ids=["cut off", "a photo", "empty", "huge"],
)
def test_a_file_that_cannot_be_used_is_named_and_changes_nothing(spoil: object, said: str) -> None:
    phone = full_phone()
    data = spoil(backup_of(phone))  # type: ignore[operator]
    before = dict(phone.disk.blobs)  # type: ignore[attr-defined]
    window = choose(phone.window, data)
    assert said in window.sight.words
    assert phone.disk.blobs == before  # type: ignore[attr-defined]


def test_a_backup_of_a_newer_version_asks_for_an_update() -> None:
    store = full_phone().window.model.companion.store
    data = export_plain(store, full_phone().clock()).replace(b'"version": 1', b'"version": 2')
    assert "Update the app" in choose(Phone(settings=STARTED).window, data).sight.words


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        ("Keep mine", ["Mine"]),
        ("Keep the backup's", ["Theirs"]),
        ("Keep both", ["Mine", "Theirs"]),
    ],
)
def test_what_both_sides_changed_shows_both_texts_to_choose_from(
    choice: str, left: list[str]
) -> None:
    phone = full_phone()
    other = Phone(settings=STARTED)
    look_inside(other.window, backup_of(phone)).tap("Put it in")
    change(other, "Theirs")
    change(phone, "Mine")
    look_inside(phone.window, backup_of(other))
    words = phone.window.sight.words
    assert "Here: Mine" in words
    assert "In the backup: Theirs" in words
    phone.window.tap(choice).tap("Put it in")
    assert [text for text in texts(phone.start()) if text in ("Mine", "Theirs")] == left


def test_two_cards_show_what_each_says() -> None:
    phone, other = full_phone(), Phone(settings=STARTED)
    look_inside(other.window, backup_of(phone)).tap("Put it in")
    finish(other.window.do.card.change(allergies="Latex"))
    finish(phone.window.do.card.change(notes="Wears glasses"))
    words = look_inside(phone.window, backup_of(other)).sight.words
    assert "Wears glasses" in words
    assert "Latex" in words


def test_in_place_of_what_is_here_offers_a_backup_of_it_first() -> None:
    phone = Phone(settings=STARTED)
    finish(phone.window.do.questions.add("Only here"))
    look_inside(phone.window, backup_of(full_phone())).tap("In place of what is here")
    assert "Questions: 5 new and 1 taken away" in phone.window.sight.words
    assert "What is here now goes away." in phone.window.sight.words
    phone.window.sight.named("Save a backup first")
    phone.window.tap("Put it in")
    assert "Only here" not in texts(phone.start())
    assert len(texts(phone.window)) == 5


def test_a_file_for_the_family_can_only_be_put_together_with_what_is_here() -> None:
    store = full_phone().window.model.companion.store
    data = export_chosen(store, full_phone().clock(), {"questions": ["waiting"]})
    phone = Phone(settings=STARTED)
    finish(phone.window.do.questions.add("Only here"))
    # The choice made for another file does not stand for this one.
    look_inside(phone.window, backup_of(full_phone())).tap("In place of what is here")
    words = choose(phone.window.tap("Cancel"), data).sight.words
    assert "chosen entries only" in words
    assert "In place of what is here" not in words
    phone.window.tap("Put it in")
    assert texts(phone.start()) == ["May I see friends?", "Only here"]


def test_cancel_leaves_everything_as_it_is() -> None:
    phone = Phone(settings=STARTED)
    look_inside(phone.window, backup_of(full_phone())).tap("Cancel")
    assert "Choose a file" in phone.window.sight.words
    assert texts(phone.start()) == []


def reminded(window: Window) -> bool:
    """Whether Today reminds of backups."""
    return "on this device only" in window.go("/").sight.words


def written(entries: int) -> Phone:
    """A phone on which so many questions were written."""
    phone = Phone(settings=STARTED)
    for n in range(entries):
        finish(phone.window.do.questions.add(f"Question {n}"))
    return phone


def test_ten_entries_or_thirty_days_bring_the_reminder() -> None:
    assert not reminded(written(9).window)
    assert reminded(written(10).window)
    phone = written(1)
    assert not reminded(phone.later(timedelta(days=29)))
    assert reminded(phone.later(timedelta(days=1)))


def test_nothing_written_needs_no_backup() -> None:
    assert not reminded(Phone(settings=STARTED).later(timedelta(days=400)))


def test_not_now_puts_the_reminder_off() -> None:
    phone = written(10)
    phone.window.go("/").tap("Not now")
    assert not reminded(phone.start())
    assert not reminded(phone.later(timedelta(days=29)))
    finish(phone.window.do.questions.add("One more"))
    assert reminded(phone.later(timedelta(days=2)))


def test_a_backup_ends_the_reminder() -> None:
    phone = written(10)
    backup_of(phone)
    assert not reminded(phone.start())


def test_the_reminder_can_be_turned_off() -> None:
    phone = written(10)
    finish(phone.window.model.change_settings(backup_reminder=False))
    assert not reminded(phone.start())


def test_a_private_mark_survives_a_backup() -> None:
    """What was private on one phone is private on the next."""
    other = Phone(settings=STARTED)
    look_inside(other.window, backup_of(full_phone())).tap("Put it in")
    assert [q.text for q in other.window.do.questions.all() if q.private] == ["May I swim?"]


@pytest.mark.parametrize("mode", ["Together with what is here", "In place of what is here"])
def test_a_backup_that_could_not_be_put_in_says_so_and_changes_nothing(mode: str) -> None:
    """On a full disk; not at the next save either, and not at the next start."""
    disk = FaultyDisk(MemoryDisk(), 10**9)
    phone = Phone(disk, STARTED)
    finish(phone.window.do.questions.add("Only here"))
    look_inside(phone.window, backup_of(full_phone())).tap(mode)
    disk.at, disk.forever = disk.count, True
    phone.window.tap("Put it in")
    assert "This device is full." in phone.window.sight.words
    assert texts(phone.window) == ["Only here"]
    disk.forever = False
    phone.window.tap("Cancel")
    finish(phone.window.do.questions.add("One more"))
    assert texts(phone.start()) == ["One more", "Only here"]


def test_a_backup_of_what_is_here_is_offered_before_a_merge_too() -> None:
    """On a new phone there is nothing to save first."""
    data = backup_of(full_phone())
    look_inside(full_phone().window, data).sight.named("Save a backup first")
    new = Phone()
    finish(new.window.model.change_settings(started=True))
    assert "Save a backup first" not in look_inside(new.window, data).sight.words


def test_an_entry_that_cannot_be_read_is_counted_before_anything_is_put_in() -> None:
    phone = full_phone()
    content = json.loads(export_plain(phone.window.model.companion.store, phone.clock()))
    content["tables"]["questions"]["waiting"]["starred"] = "yes"
    window = choose(Phone(settings=STARTED).window, json.dumps(content).encode())
    assert "1 entry in this file cannot be read. It is left out." in window.sight.words
    window.tap("Put it in")
    assert len(texts(window)) == 3


@pytest.mark.parametrize("follows", [False, True], ids=["newer version", "another tab writes"])
def test_a_backup_can_be_saved_where_nothing_can_be_changed(follows: bool) -> None:
    """The file is handed out, and nothing is said of what could not be written down."""
    phone = full_phone()
    companion = phone.window.model.companion
    companion.store.follows = follows
    companion.store.read_only = not follows
    make(phone.window, PASSPHRASE)
    assert phone.window.host.files
    assert not phone.window.sight.field(AGAIN).error
    assert phone.window.host.notices
    assert phone.window.model.trouble is None


def test_half_of_what_a_newer_version_wrote_makes_no_backup() -> None:
    phone = full_phone()
    store = phone.window.model.companion.store
    store.read_only = store.is_partial = True
    make(phone.window, PASSPHRASE)
    assert phone.window.host.files == {}
    assert "Update the app" in str(phone.window.sight.field(AGAIN).error)
    assert "this one cannot read all of it" in phone.window.sight.words
