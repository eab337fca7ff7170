"""Front matter against the rest of the library: sections, links, dates, words people type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aya_companion.domain.checked import read_review, read_translation
from aya_companion.library.folding import fold
from aya_companion.library.packs import Pack
from aya_companion.library.page import Page, TopicLink
from aya_companion.library.traversal import all_words
from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentFile, ContentLibrary, PackFile, PageFile


def check_front_matter(library: ContentLibrary) -> Iterator[Finding]:
    """Each page has its place, its dates, and links that lead somewhere."""
    places = {
        page: section.id for section in library.shelf.catalog.sections for page in section.pages
    }
    for page_id in places:
        if library.original_of(page_id) is None:
            yield Finding(
                library.name("sections.toml"),
                1,
                "front matter",
                f"There is no English page {page_id!r} that can be read.",
                "Write it, or take it out of sections.toml.",
            )
    for file in library.pages:
        yield from _place(file, places)
        yield from _dates(file, file.page, library)
        yield from _typed(file)
        if not file.page.phases:
            problem = "The page fits no place on the map of treatment."
            line = file.line_with("phases =")
            yield file.finding("front matter", line, problem, "Name the phases it is for.")
    for pack in library.packs:
        yield from _dates(pack, pack.pack, library)
    for each in library.files:
        yield from _links(each, library)


def _place(file: PageFile, places: dict[str, str]) -> Iterator[Finding]:
    page = file.page
    if places.get(page.id) != page.section:
        yield file.finding(
            "front matter",
            file.line_with("section ="),
            f"sections.toml does not have the page in section {page.section!r}.",
            "Make the front matter and sections.toml agree.",
        )


def _dates(
    file: PageFile | PackFile, front: Page | Pack, library: ContentLibrary
) -> Iterator[Finding]:
    kind = "page" if isinstance(front, Page) else "pack"
    if front.review_due < library.today:
        line = file.line_with("review_due")
        problem = f"The {kind} was due for review on {front.review_due}."
        what_to_do = "Review it and write the next date."
        yield replace(file.finding("review", line, problem, what_to_do), due=True)
    if front.written > front.review_due:
        line = file.line_with("written")
        problem = f"The {kind} was written after it was due for review."
        yield file.finding("review", line, problem, "Put the dates right.")
    checks = [("review", read_review(front.review))]
    if front.translation:
        checks.append(("translation", read_translation(front.translation)))
    for key, checked in checks:
        if checked and not front.written <= checked.on <= library.today:
            line = file.line_with(f"{key} =")
            problem = f"The {kind} was checked before it was written, or is said to be one day."
            yield file.finding("review", line, problem, "Put the dates right.")


def _links(file: ContentFile, library: ContentLibrary) -> Iterator[Finding]:
    for words in all_words(file.blocks):
        for part in words:
            if not isinstance(part, TopicLink):
                continue
            line = file.line_with(f"(topic:{part.topic})")
            if not library.shelf.has(part.topic):
                problem = f"There is no page {part.topic!r}."
                yield file.finding("links", line, problem, "Link to a page that exists.")
            if part.topic == file.id:
                yield file.finding("links", line, "The page links to itself.", "Take it out.")


def _typed(file: PageFile) -> Iterator[Finding]:
    also = file.page.also
    line = file.line_with("also =")
    if not also:
        problem = "Nobody can find the page by the words they type."
        yield file.finding("front matter", line, problem, "Write some into also.")
    for words in also:
        if len([other for other in also if fold(other) == fold(words)]) > 1:
            problem = f"{words!r} stands twice, but for case and accents."
            yield file.finding("front matter", line, problem, "Take one out.")
            return
