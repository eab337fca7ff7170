"""Questions: the list, and one of them."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

from tests.fakes.companion import make_companion
from tests.fakes.disks import FaultyDisk, MemoryDisk
from tests.ui.window import STARTED, Window, call, open_window

NEW = "/visits/questions/new"
ASK = "What do you want to ask?"


def test_a_question_in_own_words_goes_to_the_next_visit() -> None:
    window = open_window(full=True).go(NEW).type(ASK, "May I cook?").tap("Save")
    assert "May I cook?" in window.go("/visits/thursday").sight.words


def test_it_can_wait_instead() -> None:
    window = open_window(full=True).go(NEW).type(ASK, "May I cook?")
    window.choose("Ask it at", "No visit yet: let it wait").tap("Save")
    assert "May I cook?" not in window.go("/visits/thursday").sight.words
    assert "May I cook?" in window.go("/visits").sight.words


def test_an_empty_question_is_not_kept() -> None:
    window = open_window().go(NEW).type(ASK, "   ").tap("Save")
    assert window.do.questions.all() == []
    assert window.model.route == NEW


def test_what_they_said_is_written_down() -> None:
    window = open_window(full=True).go("/visits/questions/attached")
    window.type("What they said", "In the spring.").tap("Save")
    assert "Answered: In the spring." in window.go("/visits/thursday").sight.words


def test_asked_can_be_marked_and_taken_back() -> None:
    window = open_window(full=True).go("/visits/questions/attached").tap("Mark as asked")
    assert "Asked on Mar 10, 2026" in window.sight.words
    assert "Asked on" not in window.tap("Not asked after all").sight.words


def test_deleting_asks_nothing_and_can_be_undone() -> None:
    window = open_window(full=True).go("/visits/questions/waiting").tap("Delete")
    assert "May I see friends?" not in window.go("/visits/questions").sight.words
    assert "May I see friends?" in window.undo().sight.words


def test_the_list_shows_one_state_at_a_time() -> None:
    window = open_window(full=True).go("/visits/questions")
    assert "May I see friends?" in window.sight.words
    assert "It was fine." not in window.sight.words
    window.tap("Answered (1)")
    assert "It was fine." in window.sight.words
    assert "May I see friends?" not in window.sight.words


def test_starred_questions_come_first() -> None:
    words = open_window(full=True).go("/visits/thursday").sight.words
    assert words.index("Is my hair coming back?") < words.index("May I swim?")


def test_a_fourth_star_is_refused_with_a_reason() -> None:
    window = open_window().go(NEW)
    for n in range(4):
        window.go(NEW).type(ASK, f"Question {n}?").tap("Save")
    window.go("/visits/questions")
    for n in range(4):
        window.tap(f"Star: Question {n}?")
    assert "Three have a star already" in window.notice.words
    assert sum(q.starred for q in window.do.questions.all()) == 3


def test_a_private_question_says_so() -> None:
    assert "Private" in open_window(full=True).go("/visits/thursday").sight.words


def test_a_question_that_is_gone_opens_a_helpful_screen() -> None:
    assert open_window().go("/visits/questions/long-gone").sight.titles == ["Nothing here"]


def test_a_tap_that_comes_before_the_screen_is_drawn_again_saves_all_that_was_typed() -> None:
    """On a slow phone the button that is tapped is the one from before the last letters."""
    window = open_window().go("/visits/questions/new")
    window.type("What do you want to ask?", "May I co")
    save = window.sight.named("Save").control
    window.type("What do you want to ask?", "May I cook?")
    call(save.on_click, SimpleNamespace(control=save, data=None))
    assert [q.text for q in window.do.questions.all()] == ["May I cook?"]


class SlowDisk(MemoryDisk):
    """Lets others go on while it writes, as a real one does."""

    async def write(self, name: str, data: bytes) -> None:
        """Put it there, a moment later."""
        await asyncio.sleep(0)
        await super().write(name, data)


def tapped_twice(window: Window, name: str) -> None:
    """Tap something again while the first tap is still at work, and once more before the app left."""
    control = window.sight.named(name).control
    addresses: list[str] = []
    arrived, window.host.arrived = window.host.arrived, addresses.append

    async def tap() -> None:
        await control.on_click(SimpleNamespace(control=control, data=None))

    async def both() -> None:
        await asyncio.gather(tap(), tap())
        await tap()

    asyncio.run(both())
    for address in addresses:
        arrived(address)


def slow_window(*way: str) -> Window:
    """A window on a slow disk, walked to the last of these addresses."""
    disk = SlowDisk()
    disk.blobs = _started_blobs()
    window = Window(make_companion(disk))
    for address in way:
        window.model.trail.append(window.model.route)
        window.go(address)
    return window


def _started_blobs() -> dict[str, bytes]:
    disk = MemoryDisk()
    make_companion(disk, STARTED)
    return disk.blobs


def test_a_double_tap_on_save_writes_one_question_and_goes_back_one_screen() -> None:
    window = slow_window("/learn", "/visits/questions", NEW).type(ASK, "May I swim?")
    tapped_twice(window, "Save")
    assert [q.text for q in window.do.questions.all()] == ["May I swim?"]
    assert window.model.route == "/visits/questions"
    assert len(window.host.notices) == 1


def test_a_double_tap_on_an_appointments_save_goes_back_one_screen() -> None:
    window = slow_window("/learn", "/visits", "/visits/new").type("Where", "Blue building")
    tapped_twice(window, "Save")
    assert window.model.route == "/visits"
    visits = window.do.visits.upcoming() + window.do.visits.past()
    assert [visit.place for visit in visits] == ["Blue building"]


def test_one_that_could_not_be_saved_is_not_there_twice_when_saved_again() -> None:
    disk = FaultyDisk(MemoryDisk(), 10**9)
    window = Window(make_companion(disk, STARTED)).go(NEW).type(ASK, "May I cook?")
    disk.at, disk.forever = disk.count, True
    window.tap("Save")
    assert window.model.route == NEW
    disk.forever = False
    window.tap("Save")
    assert [q.text for q in window.do.questions.all()] == ["May I cook?"]


def test_what_is_typed_is_still_there_after_a_look_at_the_card() -> None:
    window = open_window(full=True).go(NEW).type(ASK, "May I cook?")
    window.tap("Call").tap("Back")
    assert window.model.route == NEW
    assert window.sight.field(ASK).value == "May I cook?"


def test_that_holds_too_for_the_address_the_app_was_opened_at() -> None:
    window = open_window(full=True)
    window.model.route = NEW
    window.type(ASK, "May I cook?").tap("Call").tap("Back")
    assert window.go(NEW).sight.field(ASK).value == "May I cook?"


def test_what_is_typed_is_gone_once_the_person_went_elsewhere() -> None:
    window = open_window(full=True).go(NEW).type(ASK, "May I cook?")
    window.tap("Call").go("/learn").sight  # noqa: B018 (it is drawn)
    assert window.go(NEW).sight.field(ASK).value == ""


def test_a_saved_question_does_not_stand_in_the_next_one() -> None:
    """Also when the way led over the card."""
    window = open_window(full=True).go("/call")
    window.model.trail.append("/call")
    window.go(NEW).type(ASK, "May I cook?").tap("Save")
    assert window.model.route == "/call"
    window.sight  # noqa: B018 (it is drawn)
    assert window.go(NEW).sight.field(ASK).value == ""


def test_words_carried_here_from_the_search_survive_a_look_at_the_card() -> None:
    window = open_window()
    window.model.draft = "can I fly"
    window.go(NEW)
    assert window.sight.field(ASK).value == "can I fly"
    assert window.tap("Call").tap("Back").sight.field(ASK).value == "can I fly"


def test_an_empty_question_is_not_saved_and_that_is_said() -> None:
    window = open_window().go("/visits/questions/new").tap("Save")
    assert "Write down your question first." in window.notice.words
    assert window.do.questions.all() == []
    assert window.model.route == "/visits/questions/new"
