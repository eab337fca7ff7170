"""A page for tired readers: one idea at a time, or read aloud."""

from __future__ import annotations

import flet as ft
import pytest

from aya_companion.domain.speech import Said, SpeechSupport
from aya_companion.library.ideas import ideas_of, sentences_of
from aya_companion.library.page import Heading, More, Sensitive, plain
from aya_companion.library.traversal import SHORT, terms_used
from aya_companion.ui.context import make_ui
from tests.fakes.companion import shelf
from tests.ui.window import Window, open_window

PAGE = shelf().page("mrd", "en")
IDEAS = [sentences_of(idea.blocks) for idea in ideas_of(PAGE)]
HEADINGS = [plain(block.content) for block in PAGE.blocks if isinstance(block, Heading)]
EASY = "/learn/mrd/easy"
LISTEN = "/learn/mrd/listen"


def test_one_idea_at_a_time_begins_with_the_summary() -> None:
    window = open_window().go(EASY)
    assert PAGE.title in window.sight.titles
    assert PAGE.summary in window.sight.words
    assert HEADINGS[0] not in window.sight.words


def test_next_and_back_go_one_idea() -> None:
    window = open_window().go(EASY).tap("Next")
    assert IDEAS[1][0] in window.sight.words
    assert PAGE.summary in window.tap("Back one").sight.words


def test_reading_goes_on_where_it_was_left() -> None:
    window = open_window().go(EASY).tap("Next").tap("Next")
    again = Window(window.model.companion).go(EASY)
    assert IDEAS[2][0] in again.sight.words
    again.tap("You were here last time. Start again")
    assert PAGE.summary in again.sight.words


def test_the_last_idea_ends_it_and_the_next_reading_begins_anew() -> None:
    window = open_window().go(EASY)
    for _ in range(60):
        if "That was the last one." in window.sight.words:
            break
        window.tap("Next")
    window.tap("Done")
    assert window.model.settings.place_in("mrd") == 0


def test_a_page_that_is_not_there_is_said_so() -> None:
    assert "Next" not in open_window().go("/learn/nothing/easy").sight.words
    assert "Read it to me" not in open_window().go("/learn/nothing/listen").sight.words


def test_words_of_an_idea_are_buttons() -> None:
    """A word in a text cannot be reached by keyboard."""
    window = open_window().go(EASY)
    for idea in ideas_of(PAGE):
        if terms := terms_used(idea.blocks):
            break
        window.tap("Next")
    word = shelf().term(terms[0], "en")
    assert word.meaning in window.tap(word.term).dialog.words


def test_the_last_idea_says_that_there_is_more() -> None:
    """What is folded away on the page is not among the ideas."""
    window = open_window().go(EASY)
    for _ in range(len(IDEAS) - 1):
        window.tap("Next")
    window.tap("There is more detail on the whole page")
    assert window.model.route == "/learn/mrd"


def test_the_whole_page_is_read_in_its_language() -> None:
    """Headings once each, and what is folded away on the screen too."""
    window = open_window().go(LISTEN).tap("Read it to me")
    said = [words for words, _, _ in window.host.speech.said]
    assert said[0] == IDEAS[0][0]
    assert set(HEADINGS) <= set(said)
    assert all(said.count(words) == 1 for words in HEADINGS)
    folded = [sentences_of([block]) for block in PAGE.blocks if isinstance(block, More)]
    assert folded
    assert set(folded[0]) <= set(said)
    assert {language for _, language, _ in window.host.speech.said} == {"en"}
    window.sight.named("Read it to me")


def test_no_heading_stands_twice_on_the_screen() -> None:
    lines = open_window().go(LISTEN).sight.words.splitlines()
    assert all(lines.count(each) == 1 for each in HEADINGS)


def test_sensitive_parts_are_not_read_and_that_is_said() -> None:
    page = next(p for p in shelf().pages("en") if any(isinstance(b, Sensitive) for b in p.blocks))
    window = open_window().go(f"/learn/{page.id}/listen")
    assert "Parts that ask before they open are not read aloud." in window.sight.words
    said = [words for words, _, _ in window.tap("Read it to me").host.speech.said]
    hidden = [sentences_of(b.blocks) for b in page.blocks if isinstance(b, Sensitive)]
    assert hidden[0]
    assert not set(hidden[0]) & set(said)


def test_the_short_version_alone_can_be_read() -> None:
    """Key points, when to call, what to ask: what "short" shows on the page."""
    window = open_window().go(LISTEN).tap("Only the short version")
    said = [words for words, _, _ in window.host.speech.said]
    short = [block for block in PAGE.blocks if isinstance(block, SHORT)]
    assert tuple(said[1:]) == sentences_of(short)
    assert HEADINGS[0] not in said


def test_reading_can_begin_at_a_heading() -> None:
    window = open_window().go(LISTEN).tap(f"Read from here: {HEADINGS[1]}")
    assert window.host.speech.said[0][0] == HEADINGS[1]


def tinted(window: Window) -> list[str]:
    """What stands on the ground of what is being said."""
    ground = make_ui(window.model, window.do).c.strong_soft
    return [
        node.control.content.value
        for node in window.sight.nodes
        if isinstance(node.control, ft.Container)
        and node.control.bgcolor == ground
        and isinstance(node.control.content, ft.Text)
    ]


def test_the_sentence_that_is_being_said_is_marked() -> None:
    window = open_window().go(LISTEN)
    marked: list[list[str]] = []
    window.host.speech.meanwhile[2] = lambda: marked.append(tinted(window))
    window.tap("Read it to me")
    assert marked == [[window.host.speech.said[2][0]]]


def test_a_paused_voice_goes_on_with_the_same_sentence() -> None:
    """Also when the sentence ended just as "Pause" was tapped."""
    window = open_window().go(LISTEN)
    window.host.speech.meanwhile[2] = lambda: window.tap("Pause")
    window.tap("Read it to me")
    said = window.host.speech.said
    assert len(said) == 3
    window.tap("Go on reading")
    assert said[3] == said[2]
    window.sight.named("Read it to me")


def test_stopping_ends_it() -> None:
    window = open_window().go(LISTEN)
    window.host.speech.meanwhile[2] = lambda: window.tap("Stop reading")
    window.tap("Read it to me").sight.named("Read it to me")
    assert len(window.host.speech.said) == 3


def test_nothing_is_said_behind_a_covered_screen() -> None:
    """Whoever covers the screen does not want the page to be heard."""
    window = open_window().go(LISTEN)

    def cover() -> None:
        window.model.hidden = True
        window.effect("not_behind_a_cover")

    window.host.speech.meanwhile[2] = cover
    window.tap("Read it to me")
    assert len(window.host.speech.said) == 3


def test_a_voice_that_gives_up_is_said_so() -> None:
    window = open_window().go(LISTEN)
    window.host.speech.ends[2] = Said.FAILED
    window.tap("Read it to me")
    assert "The device's voice stopped by itself" in window.sight.words
    said = window.tap("Go on reading").host.speech.said
    assert said[3] == said[2]
    assert "The device's voice stopped by itself" not in window.sight.words


def test_who_listens_is_not_locked_out() -> None:
    """Each sentence counts as using the app."""
    window = open_window().go(LISTEN)
    window.tap("Read it to me")
    companion = window.model.companion
    companion.touched_at = None
    window.tap("Only the short version")
    assert companion.touched_at is not None


def test_the_speed_goes_round_and_is_used() -> None:
    window = open_window().go(LISTEN).tap("Speed 1").tap("Only the short version")
    assert window.host.speech.said[0][2] == 1.25
    window.tap("Speed 1.25").tap("Speed 1.5").tap("Speed 0.8").sight.named("Speed 1")


def test_another_speed_takes_up_the_same_sentence() -> None:
    window = open_window().go(LISTEN)
    window.host.speech.meanwhile[2] = lambda: window.tap("Speed 1")
    window.tap("Read it to me")
    said = window.host.speech.said
    assert said[3] == (said[2][0], "en", 1.25)
    assert len([each for each in said if each[0] == said[2][0]]) == 2


@pytest.mark.parametrize(
    ("support", "words"),
    [
        (SpeechSupport.NO_VOICE, "This device has no voice for English"),
        (SpeechSupport.NOT_HERE, "This form of the app cannot read aloud."),
    ],
)
def test_what_cannot_be_read_is_said_plainly(support: SpeechSupport, words: str) -> None:
    window = open_window()
    window.host.speech.answer = support
    window.go(LISTEN)
    assert words in window.effect("ask_for_voice").sight.words
    with pytest.raises(AssertionError):
        window.sight.named("Read it to me")
