"""Documents made on the device: visit sheet, look back, emergency card, pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from zoneinfo import ZoneInfo

from aya_companion.domain.notes import NoteKind, in_day_order
from aya_companion.domain.past_visits import PastVisit
from aya_companion.domain.questions import Question, in_order
from aya_companion.domain.visits import Appointment, past, upcoming
from aya_companion.i18n.catalogs import Translator
from aya_companion.library.page import Page
from aya_companion.paper.document import Side, make_side
from aya_companion.paper.emergency_card import (
    Fact,
    LineName,
    card_title,
    lock_screen_facts,
    paper_card,
    qr_lines,
    say_this,
)
from aya_companion.paper.look_back import look_back, search
from aya_companion.paper.page_print import LevelName, PagePrint, page_html, page_text
from aya_companion.paper.qr import all_fit, qr_rows
from aya_companion.paper.visit_sheet import Phrase, Printed, Sheet, visit_sheet
from aya_companion.state.model import Model
from aya_companion.state.note_actions import NoteActions
from aya_companion.state.subject import Subject

VisitTitle = Callable[[Translator, Appointment], str]


class Handed(Enum):
    """What became of a document."""

    TO_THE_PRINTER = auto()
    AS_A_FILE = auto()
    NOT_AT_ALL = auto()
    """They changed their mind."""


@dataclass(frozen=True)
class CardPicture:
    """What the picture for the lock screen shows, side by side in one language or two, and a code
    in the last of them as rows of dark and light squares. ``is_whole`` says whether the code holds
    the whole card."""

    sides: list[Side]
    titles: list[str]
    facts: list[tuple[Fact, ...]]
    says: list[str]
    code: list[list[bool]]
    is_whole: bool


class PaperActions(Subject):
    """Makes documents and hands them out. ``code`` is a language, ``codes`` one or two."""

    def __init__(self, model: Model) -> None:
        super().__init__(model)
        self._notes = NoteActions(model)

    def side(self, code: str) -> Side:
        """One language of a document, on the device's clocks."""
        companion = self._model.companion
        return make_side(companion.catalogs, code, ZoneInfo(companion.zone))

    def visit_sheet(
        self,
        visit: Appointment,
        codes: Sequence[str],
        title: VisitTitle,
        *,
        large: bool,
        private: bool,
        notes: bool,
        name: bool,
    ) -> Printed:
        """The sheet for a visit. What is private is left out unless ``private``."""
        since = self._notes.of_visit(NoteKind.SINCE_LAST_TIME, visit.id) if notes else []
        bring = self._notes.of_visit(NoteKind.BRING, visit.id)
        sheet = Sheet(
            visit,
            self.on_sheet(visit, private=private),
            [note for note in since if private or not note.private],
            [note for note in bring if private or not note.private],
            self._store.card.get().name if name else "",
            large,
        )
        sides = [self.side(code) for code in codes]
        return visit_sheet(
            sheet, sides, lambda t: title(t, visit), self.phrase, self._notes.today()
        )

    def on_sheet(self, visit: Appointment, *, private: bool) -> list[Question]:
        """The questions on the sheet of a visit, in order: those still to ask, until it is over."""
        over = not visit.is_upcoming(self._model.now())
        return in_order(
            q
            for q in self._store.questions.of_visit(visit.id)
            if (q.is_open or over) and (private or not q.private)
        )

    def phrase(self, question: Question, code: str) -> Phrase | None:
        """A question's words in a language, or in English; None when they are their own.

        A page's question that they changed counts as their own.
        """
        shelf = self._model.companion.shelf
        page_id = question.source and shelf.page_of_question(question.source)
        if not question.source or not page_id:
            return None
        known = [shelf.question(question.source, language) for language in shelf.languages]
        found = shelf.question(question.source, code)
        if found is None or question.text not in [q.text for q in known if q]:
            return None
        return Phrase(found.text, shelf.page(page_id, code).language)

    def visits_so_far(self) -> list[PastVisit]:
        """Every visit that is over, the latest first, then what was asked outside of one.

        Those of today at which something was asked are among them.
        """
        now, every = self._model.now(), self._store.appointments.all()
        questions, notes = self._store.questions.all(), in_day_order(self._store.notes.all())
        asked = {q.visit_id for q in questions if not q.is_open}
        today = [v for v in upcoming(every, now) if v.is_today(now) and v.id in asked]
        visits = [*reversed(today), *past(every, now)]
        found = [
            PastVisit(
                visit,
                tuple(in_order(q for q in questions if q.visit_id == visit.id)),
                tuple(
                    note
                    for kind in (NoteKind.SINCE_LAST_TIME, NoteKind.FOLLOW_UP)
                    for note in notes
                    if note.visit_id == visit.id and note.kind is kind
                ),
            )
            for visit in visits
        ]
        loose = tuple(in_order(q for q in questions if q.visit_id is None and not q.is_open))
        return [*found, PastVisit(None, loose)] if loose else found

    def search(self, typed: str, name: Callable[[Appointment], str]) -> list[PastVisit]:
        """The visits so far in which the words occur; all of them when there are none."""
        return search(self.visits_so_far(), typed, name)

    def look_back(
        self, visits: Sequence[PastVisit], code: str, title: VisitTitle, *, private: bool
    ) -> str:
        """These visits as HTML. What is private is left out unless ``private``."""
        shown = visits if private else [past.without_private() for past in visits]
        return look_back(
            [past for past in shown if past.visit or past.questions],
            self.side(code),
            title,
            self._notes.today(),
        )

    def emergency_card(self, codes: Sequence[str], line_name: LineName) -> str:
        """The wallet cards, as HTML."""
        return paper_card(self._store.card.get(), [self.side(c) for c in codes], line_name)

    def card_picture(self, codes: Sequence[str], line_name: LineName) -> CardPicture:
        """The card for the lock screen."""
        card, sides = self._store.card.get(), [self.side(code) for code in codes]
        lines = qr_lines(card, sides[-1], line_name)
        facts = (lock_screen_facts(card, side, line_name) for side in sides)
        return CardPicture(
            sides,
            [card_title(side.t) for side in sides],
            list(zip(*facts, strict=True)),
            [say_this(side.t) for side in sides],
            qr_rows(lines),
            all_fit(lines),
        )

    def page(
        self, page: Page, level_name: LevelName, *, short: bool, opened: frozenset[str]
    ) -> str:
        """A page as HTML, in the language it is in."""
        return page_html(self._print(page, short, opened), self.side(page.language), level_name)

    def page_text(
        self, page: Page, level_name: LevelName, *, short: bool, opened: frozenset[str]
    ) -> str:
        """A page as text to send."""
        return page_text(self._print(page, short, opened), self.side(page.language), level_name)

    def _print(self, page: Page, short: bool, opened: frozenset[str]) -> PagePrint:
        sources = {source.code: source for source in self._model.companion.shelf.sources}
        return PagePrint(page, sources, short, opened)

    async def print(self, name: str, html: str) -> Handed:
        """Print a document, or hand it out as a file where there is no print dialog.

        Raises OSError when it cannot be written.
        """
        if await self._model.host.print_document(html):
            return Handed.TO_THE_PRINTER
        return await self.save(name, html)

    async def save(self, name: str, html: str) -> Handed:
        """Hand a document out as a file. Raises OSError when it cannot be written."""
        saved = await self._model.host.save_file(f"{name}.html", html.encode())
        return Handed.AS_A_FILE if saved else Handed.NOT_AT_ALL
