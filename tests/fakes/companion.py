"""A running copy of the app in memory: the real library, store and catalogs, a fixed clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import (
    CallLevel,
    Contact,
    EmergencyCard,
    LineType,
    Temperature,
    TemperatureUnit,
)
from aya_companion.domain.questions import Question
from aya_companion.domain.settings import Settings
from aya_companion.domain.visits import Appointment, VisitKind
from aya_companion.i18n.catalogs import Catalogs
from aya_companion.library.shelf import Shelf
from aya_companion.state.companion import Companion
from aya_companion.store.ports import Disk
from aya_companion.store.store import Store
from tests.fakes.disks import MemoryDisk
from tests.fakes.pause import no_time
from tests.fakes.running import finish
from tests.fakes.vault import FakeVault

CONTENT = Path(__file__).resolve().parents[2] / "content"
NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
"""A Tuesday morning, half past ten in Madrid."""

ZONE = "Europe/Madrid"
THURSDAY = date(2026, 3, 12)


@cache
def shelf() -> Shelf:
    """The real library, read once."""
    return Shelf.from_folder(CONTENT)


@cache
def catalogs() -> Catalogs:
    """The real catalogs, read once."""
    return Catalogs()


def make_companion(
    disk: Disk | None = None,
    settings: Settings | None = None,
    clock: Callable[[], datetime] = lambda: NOW,
) -> Companion:
    """A companion over ``disk``, on which a person's ``settings`` were kept."""
    vault = FakeVault()
    store = finish(Store.open(disk or MemoryDisk(), clock, vault=vault))
    companion = Companion(
        shelf=shelf(),
        catalogs=catalogs(),
        store=store,
        vault=vault,
        clock=clock,
        zone=ZONE,
        pause=no_time,
    )
    if settings is not None:
        store.settings.put(settings)
        finish(store.commit())
    return companion


def visit(record_id: str, day: date, **more: object) -> Appointment:
    """An appointment at half past nine in Madrid."""
    fields: dict[str, object] = {"at": time(9, 30), "zone": ZONE}
    return Appointment(id=record_id, created_at=NOW, updated_at=NOW, day=day, **fields | more)  # type: ignore[arg-type]


def question(record_id: str, text: str, **more: object) -> Question:
    """A question in the person's own words."""
    return Question(id=record_id, created_at=NOW, updated_at=NOW, text=text, **more)  # type: ignore[arg-type]


OWN_WORDS = (
    "Zuzana Person",
    "Marrow check",
    "Dr. Ortiz",
    "Blue building",
    "Bring the folder",
    "Follow-up call",
    "Is my hair coming back?",
    "May I see friends?",
    "May I swim?",
    "What was the count?",
    "It was fine.",
    "Night ward",
    "Day clinic",
    "Always open",
    "Penicillin",
    "B-cell ALL, maintenance",
    "Hard of hearing",
)
"""Everything the person of ``fill`` wrote, for telling their words from the app's."""


def records(store: Store) -> list[tuple[Any, Any]]:
    """A person's visits, questions and card, one of every kind, each with where it is kept."""
    visits = (
        visit(
            "thursday",
            THURSDAY,
            title="Marrow check",
            with_whom="Dr. Ortiz",
            place="Blue building",
            note="Bring the folder",
        ),
        visit(
            "far",
            date(2026, 7, 1),
            kind=VisitKind.HOSPITAL,
            zone="America/New_York",
            repeat="FREQ=WEEKLY;COUNT=3",
        ),
        visit("unknown-hour", date(2026, 3, 20), kind=VisitKind.TEST, at=None),
        visit("february", date(2026, 2, 3), title="Follow-up call", kind=VisitKind.CALL),
    )
    questions = (
        question("waiting", "May I see friends?"),
        question("attached", "Is my hair coming back?", visit_id="thursday", starred=True),
        question("private", "May I swim?", visit_id="thursday", private=True),
        question("asked", "What was the count?", visit_id="february", asked_at=NOW),
        question(
            "answered",
            "What was the count?",
            visit_id="february",
            asked_at=NOW,
            answer="It was fine.",
        ),
    )
    card = EmergencyCard(
        country="ES",
        emergency_number=CardNumber.of("112"),
        crisis_number=CardNumber.of("024"),
        contacts=(
            Contact("Night ward", CardNumber.of("+34 600 000 001"), "Always open", CallLevel.TEAM),
            Contact("Day clinic", CardNumber.of("+34 600 000 002"), "", CallLevel.TODAY),
        ),
        fever=Temperature(Decimal("37.8"), TemperatureUnit.CELSIUS),
        allergies="Penicillin",
        line=LineType.PORT,
        diagnosis="B-cell ALL, maintenance",
        notes="Hard of hearing",
        name="Zuzana Person",
    )
    return [
        *((store.appointments, each) for each in visits),
        *((store.questions, each) for each in questions),
        (store.card, card),
    ]


def fill(companion: Companion) -> None:
    """Keep all ``records``."""
    for repository, each in records(companion.store):
        repository.put(each)
    finish(companion.commit())
