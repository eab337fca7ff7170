"""Files made by malice and chance, put in as a person would: no screen fails on them."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from aya_companion.store import backup
from tests.amounts import rounds
from tests.fakes.companion import NOW
from tests.fakes.running import finish
from tests.store.test_backup_fuzz import twisted
from tests.ui.safety import Phone, full_phone
from tests.ui.window import STARTED, Window

FIRST, LAST = "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00"

SCREENS = (
    "/",
    "/visits",
    "/visits/questions",
    "/visits/questions/waiting",
    "/visits/look-back",
    "/visits/thursday",
    "/visits/thursday/sheet",
    "/visits/february",
    "/more/map",
    "/more/tasks",
    "/more/settings",
    "/call",
)


def content() -> dict[str, Any]:
    """What a backup of a full diary holds."""
    store = full_phone().window.model.companion.store
    made: dict[str, Any] = json.loads(backup.export_plain(store, NOW, with_private=True))
    return made


def put_in(data: bytes, *, replacing: bool) -> Window | None:
    """The window of a new phone into which the file was put; None when it was refused."""
    phone = Phone(settings=STARTED)
    window = phone.window.go("/more/backup")
    window.host.to_pick = data
    window.tap("Choose a file")
    if "Cancel" not in window.sight.words:
        assert "Nothing was changed." in window.sight.words
        return None
    if replacing and "In place of what is here" in window.sight.words:
        window.tap("In place of what is here")
    window.tap("Put it in")
    assert "The backup is in." in str(window.notice.words)
    return phone.start()


def look_everywhere(window: Window) -> None:
    """Draw the screens that show what a person wrote, and write their calendar."""
    for address in SCREENS:
        assert window.go(address).sight.titles
    visits = [*window.do.visits.upcoming(), *window.do.visits.past()]
    finish(window.do.calendar.save(visits, lambda visit: visit.title))


@pytest.mark.parametrize("replacing", [False, True], ids=["merge", "replace"])
@pytest.mark.parametrize(
    ("table", "record_id", "changes"),
    [
        ("questions", "asked", {"asked_at": FIRST}),
        ("questions", "asked", {"asked_at": LAST}),
        ("questions", "waiting", {"created_at": FIRST, "updated_at": LAST}),
        ("questions", "waiting", {"position": 2**53 - 1}),
        ("appointments", "thursday", {"reminder_minutes": 2**52}),
        ("appointments", "thursday", {"reminder_minutes": -5}),
        ("appointments", "thursday", {"repeat": "FREQ=DAILY;UNTIL=00010101"}),
        ("appointments", "thursday", {"repeat": "FREQ=DAILY;UNTIL=99991231"}),
        ("appointments", "thursday", {"repeat": "FREQ=MONTHLY;INTERVAL=999", "day": "2199-12-31"}),
        ("appointments", "thursday", {"exceptions": ["0001-01-01", "9999-12-31"]}),
        ("appointments", "thursday", {"uid": "x\r\nBEGIN:VALARM"}),
        ("appointments", "thursday", {"at": "10:30:00+02:00"}),
        ("settings", "me", {"language": "xx", "second_language": "../.."}),
        ("settings", "me", {"saved_pages": ["../../x", "\0"], "reading_places": [["mrd", -5]]}),
        ("map", "me", {"dates": [["induction", "0001-01-01"], ["induction", "9999-12-31"]]}),
        ("card", "me", {"country": "ZZZ", "contacts": [{"name": "", "phone": "x" * 5000}]}),
    ],
)
def test_values_that_nobody_types_break_no_screen(
    table: str, record_id: str, changes: dict[str, Any], replacing: bool
) -> None:
    """Each is of the right type. It is shown, passed over, or left out."""
    made = content()
    empty = {"revision": "r", "earlier": []}
    record = made["tables"].setdefault(table, {}).setdefault(record_id, empty)
    record.update(changes)
    window = put_in(json.dumps(made).encode(), replacing=replacing)
    assert window is not None
    look_everywhere(window)


@pytest.mark.parametrize("made_at", [FIRST, LAST, "2026-03-05T12:00:00"])
def test_a_day_that_cannot_be_is_refused_by_name(made_at: str) -> None:
    assert put_in(json.dumps(content() | {"made_at": made_at}).encode(), replacing=False) is None


@rounds(sample=15, whole=200)
def test_no_file_breaks_the_screen_it_is_put_in_on(
    rounds: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Refused in words, or put in and shown."""
    dice = random.Random(20260306)
    made = content()
    shown = 0
    for _ in range(rounds):
        window = put_in(twisted(made, dice), replacing=dice.random() < 0.5)
        if window is not None:
            shown += 1
            look_everywhere(window)
    assert shown > rounds // 4
    with capsys.disabled():
        print(f"\n{rounds} files on the screen: {shown} put in, {rounds - shown} refused in words")
