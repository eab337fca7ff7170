"""The map of treatment: phases in their usual order, and the branches that leave it.

The order is that of a typical pediatric-inspired plan; each person's team has its own roadmap.
Nothing here is computed from what a person enters: they say where they are, or say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stop(StrEnum):
    """A place on the map where a person can be."""

    DIAGNOSIS = "diagnosis"
    INDUCTION = "induction"
    CONSOLIDATION = "consolidation"
    INTERIM_MAINTENANCE = "interim-maintenance"
    DELAYED_INTENSIFICATION = "delayed-intensification"
    MAINTENANCE = "maintenance"
    AFTER_TREATMENT = "after-treatment"
    BLINATUMOMAB = "blinatumomab"
    INOTUZUMAB = "inotuzumab"
    CAR_T = "car-t"
    TRANSPLANT = "transplant"
    RELAPSE = "relapse"


MAIN_LINE: tuple[Stop, ...] = (
    Stop.DIAGNOSIS,
    Stop.INDUCTION,
    Stop.CONSOLIDATION,
    Stop.INTERIM_MAINTENANCE,
    Stop.DELAYED_INTENSIFICATION,
    Stop.MAINTENANCE,
    Stop.AFTER_TREATMENT,
)
"""The phases in their usual order."""

BRANCHES: tuple[Stop, ...] = (
    Stop.BLINATUMOMAB,
    Stop.INOTUZUMAB,
    Stop.CAR_T,
    Stop.TRANSPLANT,
    Stop.RELAPSE,
)
"""Treatments and turns that can come at different points."""


class LeukemiaType(StrEnum):
    """The kind of ALL a person says they have."""

    UNKNOWN = "unknown"
    B_CELL = "b-cell"
    T_CELL = "t-cell"
    PH_POSITIVE = "ph-positive"


@dataclass(frozen=True)
class TreatmentDates:
    """When a person began, or will begin, each stop, as their team told them."""

    dates: tuple[tuple[Stop, date], ...] = ()

    def began(self, stop: Stop) -> date | None:
        """The day this stop begins, None when they have not said."""
        return dict(self.dates).get(stop)
