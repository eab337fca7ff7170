"""A page of the library."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import flet as ft
import pytest

from aya_companion.domain.settings import Depth, Readiness, Role, Settings
from aya_companion.library.page import (
    WORDS_A_MINUTE,
    Ask,
    Page,
    Sensitive,
    Teach,
    minutes_for,
    plain,
)
from aya_companion.library.sources import KINDS
from aya_companion.library.traversal import short_word_count
from aya_companion.ui.context import make_ui
from aya_companion.ui.reading.page_foot import page_foot
from aya_companion.ui.reading.pictures import pictures
from aya_companion.ui.reading.source_links import source_links
from aya_companion.ui.reading.source_numbers import number_sources
from aya_companion.ui.reading.source_sheet import source_sheet
from aya_companion.ui.wording.sources import source_kind
from tests.fakes.companion import catalogs, shelf
from tests.ui.sight import Sight
from tests.ui.window import Window, call, drawing, open_window

MRD = "/learn/mrd"
QUESTION = "Add to my list: On which dates will MRD be checked?"
ON_LIST = "On your list: On which dates will MRD be checked?"


def settings(**more: object) -> Settings:
    """Someone who has started."""
    return Settings(**{"language": "en", "started": True, **more})  # type: ignore[arg-type]


def page_with(kind: type) -> str:
    """The address of a page that has a block of this kind."""
    page = next(p for p in shelf().pages("en") if any(isinstance(b, kind) for b in p.blocks))
    return f"/learn/{page.id}"


def test_a_question_goes_on_the_list_with_one_tap() -> None:
    window = open_window().go(MRD).tap(QUESTION)
    (question,) = window.do.questions.all()
    assert question.text == "On which dates will MRD be checked?"
    assert question.source is not None
    assert question.visit_id is None
    window.sight.named(ON_LIST)
    assert "It waits for your next visit" in window.notice.words


def test_the_notice_offers_the_next_visit() -> None:
    window = open_window(full=True).go(MRD).tap(QUESTION)
    assert "Ask on Thu, Mar 12" in window.notice.words
    window.undo()
    assert "On which dates will MRD be checked?" in window.go("/visits/thursday").sight.words


def test_a_second_tap_takes_it_off_again_and_can_be_undone() -> None:
    window = open_window().go(MRD).tap(QUESTION).tap(ON_LIST)
    assert window.do.questions.all() == []
    window.undo()
    assert [q.text for q in window.do.questions.all()] == ["On which dates will MRD be checked?"]


def test_a_word_opens_its_meaning() -> None:
    window = open_window().go(MRD).tap("remission")
    assert "remission" in window.dialog.titles
    window.tap_in_dialog("Close")
    assert window.host.dialogs == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_how_to_say_a_word_is_shown_with_it(language: str) -> None:
    """On its own screen, for the words that are hard to say."""
    term = next(each for each in shelf().terms(language) if each.say)
    window = open_window(settings(language=language)).go(f"/learn/words/{term.id}")
    said = window.model.companion.catalogs.translator(language)("Say: {how}", how=term.say)
    assert said in window.sight.words
    silent = next(each for each in shelf().terms("en") if not each.say)
    assert "Say:" not in open_window().go(f"/learn/words/{silent.id}").sight.words


def test_the_meaning_comes_in_the_second_language_too() -> None:
    window = open_window(settings(second_language="es")).go(MRD).tap("remission")
    assert "remisión" in window.dialog.words


def test_a_source_says_what_it_is() -> None:
    window = open_window().go(MRD).tap("1 MRD in ALL")
    assert "Blood Research" in window.dialog.words
    assert "Kind: " in window.dialog.words


def marks(window: Window, *, pictured: bool = False) -> list[ft.TextSpan]:
    """The source marks on the screen, or those of its pictures alone."""
    return [
        node.control
        for node in window.sight.nodes
        if isinstance(node.control, ft.TextSpan)
        and node.control.on_click is not None
        and (node.control.text or "").startswith("\u00a0")
        and (not pictured or any(getattr(each, "image", False) for each in node.above))
    ]


def test_a_tap_on_a_source_mark_says_where_the_statement_comes_from() -> None:
    """Title, publisher, year, kind, address, and the day somebody last looked at it."""
    window = open_window().go(MRD)
    page = shelf().page("mrd", "en")
    first = next(iter(number_sources(page)))
    call(marks(window)[0].on_click, SimpleNamespace())
    source, said = shelf().source(first), window.dialog.words
    for part in (source.title, source.publisher, str(source.year), source.where, "Kind: Study"):
        assert part in said
    assert "Looked at on Nov 22, 2026" in said


def test_a_temperature_keeps_its_unit_on_its_line() -> None:
    spans = [node.control for node in open_window().go("/learn/fever").sight.nodes]
    texts = [span.text or "" for span in spans if isinstance(span, ft.TextSpan)]
    with_unit = [text for text in texts if "°" in text]
    assert with_unit
    assert [text for text in with_unit if " °" in text] == []


def source_words(code: str, language: str = "en") -> str:
    """What the sheet of a source says."""
    window = open_window(settings(language=language))
    with drawing():
        made = source_sheet(make_ui(window.model, window.do), code)
        return Sight([made], window._expanding()).words


def test_what_is_not_known_of_a_source_is_said() -> None:
    said = source_words("S68b")
    assert "Year not known" in said
    assert "Address not known" in said


@pytest.mark.parametrize("page", shelf().pages("en"), ids=lambda page: page.id)
def test_sources_of_one_title_are_told_apart(page: Page) -> None:
    window = open_window(settings()).go(f"/learn/{page.id}")
    with drawing():
        ui = make_ui(window.model, window.do)
        made = source_links(ui, dict.fromkeys(number_sources(page), 1))
        said = [Sight([each], window._expanding()).words for each in made]
    assert len(set(said)) == len(said) > 0


def test_nobody_looks_at_general_knowledge() -> None:
    """It has no day, no year and no address, and is named in the reader's language."""
    said = source_words("K", "es")
    assert "Conocimiento general" in said
    assert "2026" not in said
    assert "Conocimiento general" in foot("es")


def test_every_kind_of_source_has_a_name_in_the_catalogs() -> None:
    spanish = catalogs().translator("es")
    for kind in KINDS:
        assert source_kind(spanish, kind) not in (
            kind,
            source_kind(catalogs().translator("en"), kind),
        )


def test_figures_in_a_picture_of_100_people_keep_their_source_marks() -> None:
    """Which people and when treated can be traced from the picture, small and large."""
    window = open_window(settings(readiness=(("numbers", Readiness.NOW),)))
    window.go("/learn/blinatumomab")
    found = marks(window, pictured=True)
    assert len(found) == 3
    call(found[0].on_click, SimpleNamespace())
    assert "blinatumomab consolidation approval" in window.dialog.words
    page = shelf().page("blinatumomab", "en")
    number = next(i for i, each in enumerate(pictures(page), 1) if each.name == "hundred")
    window.go(f"/learn/blinatumomab/drawing/{number}")
    assert marks(window, pictured=True)


def foot(code: str, **changes: str) -> str:
    """The foot of a page for a reader of this language."""
    window = open_window(settings(language=code))
    ui = make_ui(window.model, window.do)
    page = replace(shelf().page("mrd", code), **changes)  # type: ignore[arg-type]
    with drawing():
        made = page_foot(ui, page, number_sources(page) | {"S999": 99})
        return Sight([made], window._expanding()).words


def test_the_foot_of_a_page_says_who_checked_it_and_when_it_is_due() -> None:
    """In the reader's language, whether or not it was checked; an unknown source breaks nothing."""
    page = shelf().page("mrd", "en")
    said = foot("en")
    assert "This page was not yet checked by a clinician." in said
    assert "Written Nov 22, 2026. Due for review May 22, 2027." in said
    assert all(shelf().source(code).title in said for code in number_sources(page))
    spanish = foot(
        "es",
        review="checked by a nurse, 2027-01-31",
        translation="checked by a translator, 2027-02-01",
    )
    assert "máquina" not in spanish
    assert "checked" not in spanish
    assert "31 ene 2027" in spanish
    assert "1 feb 2027" in spanish


def test_the_short_version_keeps_key_points_warnings_and_questions() -> None:
    full = open_window().go(MRD).sight.words
    short = open_window(settings(depth=Depth.SHORT)).go(MRD).sight.words
    for kept in ("The short version", "Call my team now, day or night", "Questions to ask"):
        assert kept in short
    assert "Check yourself" in full
    assert "Check yourself" not in short


def test_the_short_version_promises_no_less_time_than_it_takes() -> None:
    """One pace for all that is said about time; a begun minute counts."""
    for page in shelf().pages("en"):
        words = short_word_count(page)
        wanted = f"{1 if words <= WORDS_A_MINUTE else 2} min, short"
        window = open_window().go(f"/learn/{page.id}")
        window.sight.named(wanted)
    assert [minutes_for(words) for words in (0, 1, 240, 241, 900)] == [1, 1, 1, 2, 4]


def test_one_tap_changes_the_depth() -> None:
    window = open_window().go(MRD).tap("1 min, short")
    assert "Check yourself" not in window.sight.words


def test_a_check_question_explains_its_answer() -> None:
    window = open_window().go(MRD).tap("All leukemia is gone for good")
    assert "Not quite. Here is why." in window.sight.words
    assert "Yes, that's it." in window.tap("There is less than this test can see").sight.words


def test_a_page_can_be_saved_and_taken_off_again() -> None:
    window = open_window().go(MRD).tap("Save this page")
    assert window.model.settings.saved_pages == ("mrd",)
    assert "MRD: looking" in window.go("/more/saved").sight.words
    window.go(MRD).tap("Saved. Tap to remove.")
    assert not window.model.settings.saved_pages


def test_notes_for_teaching_are_for_nurses_only() -> None:
    address = page_with(Teach)
    heading = "For the nurse who teaches"
    assert heading not in open_window().go(address).sight.words
    assert heading in open_window(settings(role=Role.NURSE)).go(address).sight.words


def test_a_page_that_is_not_translated_says_so_and_comes_in_english() -> None:
    words = open_window(settings(language="ar")).go(MRD).sight.words
    assert "English" in words
    assert "MRD: looking for the last leukemia cells" in words


def test_an_unknown_page_opens_a_helpful_screen() -> None:
    window = open_window().go("/learn/no-such-page")
    assert window.sight.titles == ["Nothing here"]
    assert window.tap("Search the library").model.route == "/learn"


def test_another_page_starts_afresh() -> None:
    """What was answered on one page is not answered on the next."""
    window = open_window().go(MRD).tap("All leukemia is gone for good").go("/learn/fever")
    assert "Not quite. Here is why." not in window.sight.words


@pytest.fixture
def sensitive() -> tuple[Window, str, str]:
    """A window on a page with a sensitive part, that part's kind, and words that stand in it."""
    for page in shelf().pages("en"):
        for block in page.blocks:
            if isinstance(block, Sensitive):
                inside = next(plain(b.content) for b in block.blocks if hasattr(b, "content"))
                return open_window().go(f"/learn/{page.id}"), block.kind, inside
    raise AssertionError("no page has a sensitive part")


def test_a_sensitive_part_waits_for_a_choice(sensitive: tuple[Window, str, str]) -> None:
    window, _kind, inside = sensitive
    assert inside not in window.sight.words
    assert inside in window.tap("Read it now").sight.words


def test_not_now_is_remembered(sensitive: tuple[Window, str, str]) -> None:
    window, kind, inside = sensitive
    window.tap("Not now")
    assert window.model.settings.readiness_for(kind) is Readiness.NOT_NOW
    assert inside not in window.sight.words
    assert "You chose not to read this for now." in window.sight.words


def test_ask_my_nurse_puts_a_question_on_the_list(sensitive: tuple[Window, str, str]) -> None:
    window, _kind, inside = sensitive
    window.tap("Ask my nurse")
    (question,) = window.do.questions.all()
    assert question.text.startswith("I would like to talk about")
    assert inside not in window.sight.words


def test_a_choice_can_be_taken_back(sensitive: tuple[Window, str, str]) -> None:
    window, _kind, inside = sensitive
    window.tap("Read it now").tap("Hide this kind of text again")
    assert inside not in window.sight.words


def test_two_languages_stand_side_by_side() -> None:
    window = open_window(settings(second_language="es")).go(MRD)
    window.tap("Show Español beside it")
    words = window.sight.words
    spanish = shelf().page("mrd", "es")
    question = next(b for b in spanish.blocks if isinstance(b, Ask)).questions[0].text
    assert question in words
    assert "On which dates will MRD be checked?" in words
