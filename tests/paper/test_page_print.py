"""A page on paper and as text: what is on it, what stays behind a choice, sources and date."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from aya_companion.domain.care_team import CallLevel
from aya_companion.i18n.catalogs import Translator
from aya_companion.library import page as p
from aya_companion.library.page import Page
from aya_companion.library.shelf import Shelf
from aya_companion.library.traversal import all_blocks, all_words
from aya_companion.paper.page_print import PagePrint, page_html, page_text
from tests.paper.sheets import Read, side

SHELF = Shelf.from_folder(Path(__file__).resolve().parents[2] / "content")
SOURCES = {source.code: source for source in SHELF.sources}


def level_name(_t: Translator, level: CallLevel) -> str:
    """A level by its code."""
    return f"[{level.value}]"


def text(page: Page, *, short: bool = False, opened: frozenset[str] = frozenset()) -> str:
    """The page as text."""
    return page_text(PagePrint(page, SOURCES, short, opened), side(page.language), level_name)


def test_the_short_version_has_key_points_warnings_and_questions() -> None:
    page = SHELF.page("mrd", "en")
    short = text(page, short=True)
    assert page.title in short
    assert "[team]" in short
    assert "What was my MRD result" in short
    assert len(short) < len(text(page))


def test_sources_and_dates_stand_at_the_end() -> None:
    end = text(SHELF.page("mrd", "en"), short=True)[-900:]
    assert "Where this comes from" in end
    assert "Due for review May 22, 2027" in end


def test_who_checked_it_goes_along() -> None:
    """On paper as on the screen: a sheet that is taken home says what nobody has checked."""
    english, spanish = SHELF.page("mrd", "en"), SHELF.page("mrd", "es")
    assert "not yet checked by a clinician" in text(english)
    machine = side("es").t("The translation was made by a machine and not yet checked.")
    html = page_html(PagePrint(spanish, SOURCES), side("es"), level_name)
    assert machine in text(spanish, short=True)
    assert machine in Read(html).text


def test_figures_stay_closed_until_they_were_opened() -> None:
    page = next(x for x in SHELF.pages("en") if "numbers" in x.sensitive)
    sensitive = next(
        b for b in all_blocks(page.blocks) if isinstance(b, p.Sensitive) and b.kind == "numbers"
    )
    first = next(b for b in all_blocks(sensitive.blocks) if isinstance(b, p.Paragraph))
    words = p.plain(first.content)
    assert words not in text(page)
    assert words in text(page, opened=frozenset({"numbers"}))


def test_sources_of_what_stays_closed_are_not_listed() -> None:
    page = next(x for x in SHELF.pages("en") if x.id == "maintenance")

    def codes(blocks: Iterable[p.Block]) -> set[str]:
        words = (part for run in all_words(blocks) for part in run)
        return {part.source for part in words if isinstance(part, p.SourceMark)}

    closed = codes(b for b in all_blocks(page.blocks) if isinstance(b, p.Sensitive))
    open_ = codes(b for b in page.blocks if not isinstance(b, p.Sensitive | p.Teach | p.Check))
    (only_closed, *_) = (SOURCES[code].title for code in closed - open_)
    assert only_closed not in text(page)
    assert only_closed in text(page, opened=frozenset(page.sensitive))


@pytest.mark.parametrize("language", SHELF.languages)
def test_every_page_can_be_printed_in_each_language(language: str) -> None:
    for page in SHELF.pages(language):
        printed = PagePrint(page, SOURCES, opened=frozenset(page.sensitive))
        html = page_html(printed, side(page.language), level_name)
        assert page.title in Read(html).text
        assert f'<html lang="{page.language}"' in html
