"""Records for tests, with every field filled."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
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
from aya_companion.domain.notes import Note, NoteKind
from aya_companion.domain.questions import Question
from aya_companion.domain.received import Received
from aya_companion.domain.settings import Appearance, Readiness, Role, Settings
from aya_companion.domain.tasks import Task, TaskKind
from aya_companion.domain.treatment_map import LeukemiaType, Stop, TreatmentDates
from aya_companion.domain.visits import Appointment, VisitKind

BORN = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


def question(record_id: str = "q1", **changes: Any) -> Question:
    """A question with every field filled."""
    fields: dict[str, Any] = {
        "id": record_id,
        "created_at": BORN,
        "updated_at": BORN,
        "text": "¿Qué significa mi MRD? ما معنى النتيجة",
        "source": "mrd-result",
        "visit_id": "v1",
        "starred": True,
        "asked_at": BORN,
        "answer": "Below 1 in 10 000",
        "private": False,
        "position": 3,
    }
    return Question(**fields | changes)


def appointment(record_id: str = "v1", **changes: Any) -> Appointment:
    """An appointment with every field filled."""
    fields: dict[str, Any] = {
        "id": record_id,
        "created_at": BORN,
        "updated_at": BORN,
        "day": date(2026, 3, 12),
        "at": time(10, 30),
        "zone": "Europe/Madrid",
        "kind": VisitKind.RESULTS,
        "title": "Bone marrow result",
        "place": "Day clinic",
        "with_whom": "Dr. Ortiz",
        "note": "Ask for a copy",
        "repeat": "FREQ=WEEKLY;COUNT=4",
        "exceptions": (date(2026, 3, 19),),
        "uid": "abc@clinic.example",
        "sequence": 2,
        "reminder_minutes": 60,
        "received": Received(
            sequence=1,
            day=date(2026, 3, 12),
            at=time(10, 0),
            zone="Europe/Madrid",
            title="Result",
            place="",
            repeat="FREQ=WEEKLY;COUNT=4",
            exceptions=(date(2026, 3, 19),),
        ),
    }
    return Appointment(**fields | changes)


def note(record_id: str = "n1", **changes: Any) -> Note:
    """A note with every field filled."""
    fields: dict[str, Any] = {
        "id": record_id,
        "created_at": BORN,
        "updated_at": BORN,
        "text": "Slept badly on Tuesday",
        "day": date(2026, 3, 3),
        "kind": NoteKind.SINCE_LAST_TIME,
        "visit_id": "v1",
        "private": True,
    }
    return Note(**fields | changes)


def task(record_id: str = "t1", **changes: Any) -> Task:
    """A task with every field filled."""
    fields: dict[str, Any] = {
        "id": record_id,
        "created_at": BORN,
        "updated_at": BORN,
        "kind": TaskKind.DRIVING,
        "title": "Drive to the clinic",
        "who": "Noor",
        "since": date(2026, 3, 2),
        "done": False,
    }
    return Task(**fields | changes)


def card() -> EmergencyCard:
    """An emergency card with every field filled."""
    return EmergencyCard(
        country="ES",
        emergency_number=CardNumber.of("112"),
        crisis_number=CardNumber.of("024"),
        contacts=(
            Contact("Day clinic", CardNumber.of("+34 91 000 00 00"), "8-15", CallLevel.TEAM),
        ),
        fever=Temperature(Decimal("38.0"), TemperatureUnit.CELSIUS),
        allergies="penicillin",
        line=LineType.PORT,
        diagnosis="B-ALL",
        notes="Afraid of needles",
        name="Sam",
        shown_when_locked=True,
    )


def settings() -> Settings:
    """Settings with every field filled."""
    return Settings(
        language="ar",
        second_language="en",
        role=Role.PATIENT,
        stop=Stop.INDUCTION,
        leukemia=LeukemiaType.B_CELL,
        appearance=Appearance.DARK,
        text_size=1.5,
        readiness=(("numbers", Readiness.NOT_NOW),),
        saved_pages=("mrd", "induction"),
        started=True,
    )


def dates() -> TreatmentDates:
    """Two dates on the treatment map."""
    return TreatmentDates(
        ((Stop.DIAGNOSIS, date(2026, 2, 20)), (Stop.INDUCTION, date(2026, 2, 24)))
    )
