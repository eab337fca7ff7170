"""The lock as a person meets it: set, asked for, waited for, forgotten, changed, taken off."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import flet as ft
import pytest

from aya_companion.domain.settings import Settings
from tests.fakes.companion import fill, question
from tests.fakes.disks import FaultyDisk, MemoryDisk
from tests.fakes.running import finish
from tests.ui.safety import PASSPHRASE, Phone, full_phone, locked_phone, own_words_on
from tests.ui.window import STARTED, Window

MINUTE = timedelta(minutes=1)
FIELD = "Passphrase or code"


def try_to_unlock(window: Window, passphrase: str) -> Window:
    """Type a passphrase and tap Unlock."""
    return window.type(FIELD, passphrase).tap("Unlock")


def trouble(window: Window) -> str:
    """What stands below the field."""
    return str(window.sight.field(FIELD).error or "")


def set_lock(window: Window, passphrase: str) -> Window:
    """Set a lock on its screen."""
    window.go("/more/lock").type("New passphrase or code", passphrase)
    return window.type("The same again", passphrase).tap("Set the lock")


def test_a_lock_is_set_and_asked_for_at_the_next_start() -> None:
    phone = full_phone()
    set_lock(phone.window, PASSPHRASE)
    assert phone.window.do.lock.has_lock
    assert phone.start().sight.titles == ["Locked"]


def test_before_it_is_set_its_limits_are_told() -> None:
    words = full_phone().window.go("/more/lock").sight.words
    assert "A short code stops a curious person" in words
    assert "If you forget it and have no backup, what you wrote is lost." in words
    assert "Save a backup first" in words


@pytest.mark.parametrize(
    ("wanted", "again", "said"),
    [("12345", "12345", "Too short."), (PASSPHRASE, "blue kettle", "The two do not match.")],
)
def test_a_lock_that_would_not_do_is_not_set(wanted: str, again: str, said: str) -> None:
    window = full_phone().window.go("/more/lock")
    window.type("New passphrase or code", wanted).type("The same again", again).tap("Set the lock")
    assert not window.do.lock.has_lock
    assert said in str(window.sight.field("The same again").error)


def test_the_right_passphrase_opens_and_everything_is_there() -> None:
    window = try_to_unlock(locked_phone().window, PASSPHRASE).go("/visits/questions")
    assert "May I see friends?" in window.sight.words


def test_a_locked_window_shows_nothing_a_person_wrote_at_any_address() -> None:
    """Not in any text of any control; their card only where they let it be seen."""
    phone = full_phone()
    card = phone.window.model.companion.store.card
    card.put(replace(card.get(), shown_when_locked=False))
    finish(phone.window.do.lock.set(PASSPHRASE, None))
    for window in (phone.start(), phone.start().tap("I forgot it").tap("Erase everything")):
        for address in ("/", "/visits", "/visits/thursday", "/visits/questions/waiting", "/call"):
            assert own_words_on(window.go(address)) == []
            assert window.sight.titles == ["Locked"]


def test_the_card_stays_in_reach_while_locked_unless_its_owner_turns_that_off() -> None:
    phone = locked_phone()
    assert "Night ward" in phone.window.tap("Call").sight.words
    window = try_to_unlock(phone.start(), PASSPHRASE).go("/more/lock")
    finish(window.do.card.change(shown_when_locked=False))
    locked = phone.start()
    assert [node.name for node in locked.sight.tappable if node.name == "Call"] == []
    assert "Night ward" not in locked.go("/call").sight.words


def test_a_tap_in_haste_unlocks_with_the_whole_passphrase() -> None:
    """And is not counted as a wrong try."""
    phone = locked_phone()
    phone.window.tap_in_haste(FIELD, PASSPHRASE[:-1], PASSPHRASE, "Unlock")
    assert not phone.window.do.lock.is_locked


def test_a_tap_in_haste_locks_with_the_whole_passphrase() -> None:
    phone = full_phone()
    phone.window.go("/more/lock").type("New passphrase or code", PASSPHRASE)
    phone.window.tap_in_haste("The same again", PASSPHRASE[:-1], PASSPHRASE, "Set the lock")
    assert phone.window.do.lock.has_lock


def test_wrong_tries_wait_and_the_wait_is_told_in_words_and_counted_down() -> None:
    phone = locked_phone()
    for _ in range(3):
        try_to_unlock(phone.window, "not this one")
        assert phone.window.do.lock.is_locked
    # The clock of the test moves on a second with each look at it.
    before = int(trouble(phone.window).split("Wait ")[1].split()[0])
    assert 0 < before <= 30
    phone.clock.now += timedelta(seconds=10)
    after = int(trouble(phone.window).split("Wait ")[1].split()[0])
    assert before - 14 <= after <= before - 10
    assert phone.window.sight.named("Unlock").control.disabled
    phone.clock.now += timedelta(seconds=30)
    assert "Wait" not in trouble(phone.window)
    try_to_unlock(phone.window, PASSPHRASE)
    assert not phone.window.do.lock.is_locked


def test_a_long_wait_is_told_in_minutes_and_never_too_short() -> None:
    phone = locked_phone()
    for _ in range(5):
        try_to_unlock(phone.window, "not this one")
        phone.clock.now += finish(phone.window.do.lock.wait()) + timedelta(seconds=1)
    try_to_unlock(phone.window, "not this one")
    assert "Wait 15 minutes" in trouble(phone.window)


def test_after_a_restart_the_wait_goes_on() -> None:
    phone = locked_phone()
    for _ in range(3):
        try_to_unlock(phone.window, "not this one")
    try_to_unlock(phone.start(), PASSPHRASE)
    assert phone.window.do.lock.is_locked
    assert "Wait" in trouble(phone.window)
    phone.clock.now += timedelta(seconds=31)
    assert trouble(phone.window) == ""


def test_who_forgot_it_is_told_the_truth_and_can_start_anew() -> None:
    window = locked_phone().window.tap("I forgot it")
    assert "Nobody can open it without the passphrase." in window.sight.words
    window.tap("Erase everything").type('Type "erase" to go on', "erase").tap("Erase it all now")
    assert not window.do.lock.is_locked
    assert window.do.questions.all() == []


def test_the_lock_is_changed_and_taken_off_with_the_passphrase_only() -> None:
    phone = locked_phone()
    window = try_to_unlock(phone.window, PASSPHRASE).go("/more/lock")
    window.type("Passphrase or code now", "not this one").tap("Take the lock off")
    assert window.do.lock.has_lock
    window.type("Passphrase or code now", PASSPHRASE)
    window.type("New passphrase or code", "green door").type("The same again", "green door")
    window.tap("Change the lock")
    assert try_to_unlock(phone.start(), PASSPHRASE).do.lock.is_locked
    window = try_to_unlock(phone.start(), "green door").go("/more/lock")
    window.type("Passphrase or code now", "green door").tap("Take the lock off")
    assert phone.start().sight.titles != ["Locked"]


def test_it_locks_itself_after_the_chosen_time_and_not_before() -> None:
    phone = locked_phone(Settings(language="en", started=True, lock_after_minutes=5))
    try_to_unlock(phone.window, PASSPHRASE)
    assert not phone.later(4 * MINUTE).do.lock.is_locked
    assert phone.later(2 * MINUTE).do.lock.is_locked


def test_typing_counts_as_using_the_app() -> None:
    phone = locked_phone(Settings(language="en", started=True, lock_after_minutes=5))
    window = try_to_unlock(phone.window, PASSPHRASE).go("/visits/questions/new")
    for words in ("May", "May I", "May I cook?"):
        phone.clock.now += 4 * MINUTE
        window.type("What do you want to ask?", words)
    assert not phone.later(4 * MINUTE).do.lock.is_locked
    assert phone.later(2 * MINUTE).do.lock.is_locked


@pytest.mark.parametrize("by_itself", [True, False], ids=["by itself", "hidden by a tap"])
def test_what_was_being_typed_is_still_there_after_unlocking(by_itself: bool) -> None:
    """And nowhere to be seen before; once they go elsewhere, a new form is empty."""
    phone = locked_phone()
    window = try_to_unlock(phone.window, PASSPHRASE).go("/visits/questions/new")
    window.type("What do you want to ask?", "May I cook?")
    if by_itself:
        phone.later(timedelta(hours=2))
    else:
        window.tap("Hide this screen")
    assert window.sight.titles == ["Locked"]
    assert "May I cook?" not in window.sight.words
    try_to_unlock(window, PASSPHRASE)
    assert window.sight.field("What do you want to ask?").value == "May I cook?"
    assert window.go("/visits").sight.titles
    window.go("/visits/questions/new")
    assert window.sight.field("What do you want to ask?").value == ""


def test_without_a_lock_nothing_locks_itself() -> None:
    phone = full_phone()
    phone.window.model.companion.touch()
    assert phone.later(timedelta(days=2)).sight.titles != ["Locked"]


def test_what_was_open_above_the_screen_is_closed_when_it_locks() -> None:
    """Sheets and notices can hold words of theirs."""
    phone = locked_phone()
    window = try_to_unlock(phone.window, PASSPHRASE)
    for by_itself in (True, False):
        window.host.show(ft.BottomSheet(content=ft.Text("May I swim?")))
        window.host.show(ft.SnackBar(content=ft.Text("May I swim?")))
        if by_itself:
            phone.later(timedelta(hours=2))
        else:
            window.tap("Hide this screen")
        assert window.do.lock.is_locked
        assert (window.host.dialogs, window.host.notices) == ([], [])
        try_to_unlock(window, PASSPHRASE)


def test_a_second_window_is_locked_with_the_first() -> None:
    phone = locked_phone()
    window = try_to_unlock(phone.window, PASSPHRASE)
    other = Window(window.model.companion).go("/visits/questions")
    other.host.show(ft.BottomSheet(content=ft.Text("May I swim?")))
    window.tap("Hide this screen")
    assert other.sight.titles == ["Locked"]
    assert other.host.dialogs == []


def test_quick_hide_covers_everything_and_what_was_being_typed_is_still_there() -> None:
    window = full_phone().window.go("/visits/questions/new")
    window.type("What do you want to ask?", "May I cook?").tap("Hide this screen")
    assert "May I cook?" not in window.sight.words
    assert own_words_on(window) == []
    window.tap("Show it again")
    assert window.sight.field("What do you want to ask?").value == "May I cook?"


def test_the_card_comes_out_from_under_a_covered_screen() -> None:
    window = full_phone().window.go("/visits").tap("Hide this screen").tap("Call")
    assert "The screen is covered." not in window.sight.words
    assert "Call" in window.sight.titles


def full_disk_and_an_unsaved_question() -> tuple[Phone, FaultyDisk]:
    """A person with a lock, writing on a phone that has just become full."""
    disk = FaultyDisk(MemoryDisk(), 10**9)
    phone = Phone(disk, STARTED)
    fill(phone.window.model.companion)
    finish(phone.window.do.lock.set(PASSPHRASE, None))
    disk.at, disk.forever = disk.count, True
    phone.window.go("/visits/questions/new").type("What do you want to ask?", "May I cook?")
    phone.window.tap("Save")
    return phone, disk


@pytest.mark.parametrize("by_itself", [True, False], ids=["by itself", "hidden by a tap"])
def test_a_full_disk_keeps_no_screen_open(by_itself: bool) -> None:
    """Every window is locked, what was not saved is told, and is there again afterwards."""
    phone, disk = full_disk_and_an_unsaved_question()
    other = Window(phone.window.model.companion).go("/visits/questions")
    if by_itself:
        phone.later(timedelta(hours=3))
    else:
        phone.window.tap("Hide this screen")
    for window in (phone.window, other):
        assert window.sight.titles == ["Locked"]
        assert own_words_on(window) == []
        assert "May I cook?" not in window.sight.words
        assert "Your last change could not be saved." in window.sight.words
    disk.forever = False
    try_to_unlock(phone.window, PASSPHRASE)
    assert "Not saved" not in phone.window.sight.words
    assert "May I cook?" in [q.text for q in phone.window.do.questions.all()]
    assert "May I cook?" in [
        q.text for q in try_to_unlock(phone.start(), PASSPHRASE).do.questions.all()
    ]


def test_the_screen_is_covered_before_anything_is_saved() -> None:
    """A slow disk does not leave it open."""
    phone = locked_phone()
    window = try_to_unlock(phone.window, PASSPHRASE).go("/visits/questions")
    window.model.companion.store.questions.put(question("late", "May I cook?"))
    seen: list[list[str]] = []
    write = phone.disk.write

    async def writing(name: str, data: bytes) -> None:
        seen.append(own_words_on(window))
        await write(name, data)

    phone.disk.write = writing  # type: ignore[method-assign]
    window.tap("Hide this screen")
    assert seen
    assert not any(seen)
    try_to_unlock(window, PASSPHRASE)
    assert "The screen is covered." not in window.sight.words


@pytest.mark.parametrize(
    "address", ["/visits/thursday/now", "/learn/mrd/easy", "/learn/mrd/teach", "/visits/thursday"]
)
def test_each_screen_can_be_hidden_at_one_tap(address: str) -> None:
    window = full_phone().window.go(address).tap("Hide this screen")
    assert own_words_on(window) == []
