"""Things to put on paper, and ways to read paper."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from html.parser import HTMLParser
from typing import Any
from zoneinfo import ZoneInfo

from aya_companion.domain.questions import Question
from aya_companion.domain.visits import Appointment
from aya_companion.i18n.catalogs import Catalogs
from aya_companion.paper.document import Side, make_side

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
CATALOGS = Catalogs()


def side(code: str) -> Side:
    """A language on the clocks of Madrid."""
    return make_side(CATALOGS, code, ZoneInfo("Europe/Madrid"))


def visit(**changes: Any) -> Appointment:
    """A visit at half past nine."""
    fields: dict[str, Any] = {
        "day": date(2026, 3, 12),
        "at": time(9, 30),
        "zone": "Europe/Madrid",
        "place": "Day clinic",
    }
    return Appointment(id="v", created_at=NOW, updated_at=NOW, **fields | changes)


def question(record_id: str, text: str, **changes: Any) -> Question:
    """A question for that visit."""
    fields: dict[str, Any] = {"visit_id": "v", **changes}
    return Question(id=record_id, created_at=NOW, updated_at=NOW, text=text, **fields)


class Read(HTMLParser):
    """The words of a document in their order, each with the language it stands in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self._open: list[tuple[str, str]] = []
        self._skip = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its language."""
        self.tags.add(tag)
        if tag in ("br", "meta"):
            return
        known = dict(attrs)
        outer = self._open[-1][1] if self._open else ""
        self._open.append(
            (tag, known.get("lang") or outer if "lang" not in known else str(known["lang"]))
        )
        self._skip += tag in ("style", "title")

    def handle_endtag(self, tag: str) -> None:
        """Leave a tag."""
        while self._open and self._open.pop()[0] != tag:
            pass
        self._skip -= tag in ("style", "title")

    def handle_data(self, data: str) -> None:
        """Keep words that can be seen."""
        words = " ".join(data.split())
        if words and not self._skip:
            self.words.append((self._open[-1][1] if self._open else "", words))

    @property
    def text(self) -> str:
        """All words."""
        return " ".join(words for _, words in self.words)

    def in_language(self, code: str) -> str:
        """The words that stand in one language."""
        return " ".join(words for lang, words in self.words if lang == code)
