"""From a page to a sheet of paper, with no server and no network."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import BrowserContext, Page

from aya_companion.library.page import Ask
from aya_companion.library.shelf import Shelf
from tests.e2e.robots.questions import QuestionForm
from tests.e2e.robots.topic import Topic
from tests.e2e_web.conftest import ROOT, Site, wait_for, wait_until_kept
from tests.e2e_web.diary import begin

pytestmark = pytest.mark.usefixtures("been_here")

OpenBrowser = Callable[[], BrowserContext]
SHELF = Shelf.from_folder(ROOT / "content")
OWN, ARABIC = "May I swim?", "هل يمكنني السباحة في البحر؟"
PRINTED = "Boolean(document.getElementById('aya-print')?.contentDocument?.querySelector('h1'))"


def question_of(page: str, language: str) -> str:
    """The first question that a page suggests."""
    blocks = SHELF.page(page, language).blocks
    asked = next(block for block in blocks if isinstance(block, Ask))
    return asked.questions[0].text


def printed(page: Page, folder: Path) -> tuple[str, str]:
    """The document in the print dialog as HTML, and what is read from its PDF on disk."""
    wait_for(page, PRINTED)
    html: str = page.evaluate("document.getElementById('aya-print').srcdoc")
    page.evaluate("document.getElementById('aya-print').remove()")
    paper = page.context.new_page()
    paper.set_content(html)
    file = folder / "visit-sheet.pdf"
    paper.pdf(path=file, format="A4", prefer_css_page_size=True)
    paper.close()
    page.bring_to_front()
    words = " ".join(
        sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(file.read_bytes())).pages
    )
    # Joined Arabic letters come back as the signs they were drawn with.
    return html, unicodedata.normalize("NFKC", " ".join(words.split()))


def test_from_a_page_to_a_pdf_in_two_languages(
    site: Site, open_browser: OpenBrowser, tmp_path: Path
) -> None:
    """A page's question in both languages, their own as typed; the Arabic sheet runs leftwards."""
    context = open_browser()
    screen = begin(context, site.url)
    wait_until_kept(screen.page)
    site.stop()
    context.set_offline(True)

    screen.go("/visits/new", "Add an appointment").type(
        "Name (if you want one)", "Marrow check"
    ).drawn()
    screen.tap("Save").has_title("Visits")
    for words in (OWN, ARABIC):
        screen.go("/visits/questions/new", "Write a question")
        screen.become(QuestionForm).ask(words).drawn().save()
    question = question_of("mrd", "en")
    screen.go("/learn/mrd", SHELF.page("mrd", "en").title).become(Topic).add_question(question)
    screen.go("/more/settings", "Settings")
    screen.page.get_by_role("button", name="Español").last.click()  # as the second language
    screen.go("/visits", "Visits")
    screen.page.get_by_role("button").filter(has_text="Marrow check").first.click()
    screen.has_title("Marrow check")
    visit = screen.page.evaluate("location.hash").removeprefix("#")
    screen.go(f"{visit}/prepare", "Prepare").tap("Add the 1 question that is waiting")
    screen.tap(f"Star: {question}").button(f"Take the star off: {question}").wait_for()
    screen.tap("See my page").has_title("My page for the visit")

    screen.says(question_of("mrd", "es")).tap("Print or save as PDF")
    _, words = printed(screen.page, tmp_path)
    assert words.index(question) < words.index(OWN)
    assert question_of("mrd", "es") in words

    screen.go("/more/settings").tap("العربية").in_language("ar")
    screen.go(f"{visit}/sheet", screen.t("My page for the visit"))
    screen.tap(screen.t("Print or save as PDF"))
    html, words = printed(screen.page, tmp_path)
    assert re.search(r'<html[^>]* lang="ar"[^>]* dir="rtl"', html)
    # Signs between two directions change places; the words stay.
    for typed in (question, OWN, ARABIC):
        spoken = re.findall(r"\w{3,}", typed)
        assert all(word in words or word[::-1] in words for word in spoken), typed
