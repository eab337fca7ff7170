"""What a person chose about the app itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.treatment_map import LeukemiaType, Stop


class Role(StrEnum):
    """Who opened the app."""

    UNKNOWN = ""
    PATIENT = "patient"
    FAMILY = "family"
    NURSE = "nurse"


class Appearance(StrEnum):
    """Light, dark, or as the device has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Depth(StrEnum):
    """How much of a page is shown at first."""

    SHORT = "short"
    FULL = "full"


class Readiness(StrEnum):
    """What a person wants to do with a sensitive part."""

    ASK = "ask"
    NOW = "now"
    NOT_NOW = "not-now"
    NURSE = "nurse"


TEXT_SIZES: tuple[float, ...] = (1.0, 1.25, 1.5, 2.0)
"""Text sizes to choose from, as multiples of the normal one."""

IDLE_CHOICES: tuple[int, ...] = (1, 5, 15, 60)
"""Minutes without a touch after which the app may lock itself."""


@dataclass(frozen=True)
class Settings:
    """Everything a person can change about the app. ``language`` "" means: not chosen yet.

    ``readiness`` holds what they said about each kind of sensitive part, ``reading_places`` the
    number of the idea at which they left each page that they read one idea at a time.
    """

    language: str = ""
    second_language: str = ""
    role: Role = Role.UNKNOWN
    stop: Stop | None = None
    leukemia: LeukemiaType = LeukemiaType.UNKNOWN
    appearance: Appearance = Appearance.SYSTEM
    text_size: float = 1.0
    depth: Depth = Depth.FULL
    readiness: tuple[tuple[str, Readiness], ...] = ()
    saved_pages: tuple[str, ...] = ()
    reading_places: tuple[tuple[str, int], ...] = ()
    started: bool = False
    lock_after_minutes: int = 5
    backup_reminder: bool = True

    def __post_init__(self) -> None:
        """Raises InvalidRecordError for sizes and times no screen offers."""
        if not min(TEXT_SIZES) <= self.text_size <= max(TEXT_SIZES):
            raise InvalidRecordError("settings: a text size that is not offered")
        if not 0 <= self.lock_after_minutes <= 24 * 60:
            raise InvalidRecordError("settings: a lock time beyond a day")

    def readiness_for(self, kind: str) -> Readiness:
        """What they said about parts of this kind; ASK when they have not said."""
        return dict(self.readiness).get(kind, Readiness.ASK)

    def place_in(self, page: str) -> int:
        """The number of the idea at which they left a page; 0 for the beginning."""
        return dict(self.reading_places).get(page, 0)
