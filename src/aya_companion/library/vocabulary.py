"""The closed lists a page may choose from. docs/authoring.md explains each."""

from __future__ import annotations

from aya_companion.domain.care_team import CallLevel
from aya_companion.domain.treatment_map import Stop
from aya_companion.domain.visits import VisitKind

PHASES = frozenset(Stop)
"""Places on the map of treatment."""

VISIT_KINDS = frozenset(VisitKind)
"""Kinds of visit a question can fit."""

CALL_LEVELS = frozenset(CallLevel)
"""How soon to call."""

TREATMENTS = frozenset(
    {
        "asparaginase",
        "steroids",
        "vincristine",
        "methotrexate",
        "mercaptopurine",
        "anthracyclines",
        "spinal-chemo",
        "tki",
        "blinatumomab",
        "inotuzumab",
        "car-t",
        "transplant",
        "radiation",
        "fertility",
    }
)
"""Medicines and treatments a page can be about."""

SENSITIVE_BOXES = frozenset({"fertility", "relapse", "dying"})
"""Kinds of ``sensitive`` box; figures have a box of their own, ``numbers``."""

SENSITIVE_KINDS = SENSITIVE_BOXES | {"numbers"}
"""Everything that is shown only to those who choose it."""

HUNDRED = "hundred"
"""The drawing of 100 people, the only one with a count."""

DRAWINGS = frozenset(
    {
        "treatment-map",
        "mrd-zoom",
        "marrow-and-blood",
        "blinatumomab",
        "inotuzumab",
        "car-t",
        "transplant-timeline",
        "fertility-choices",
        "spinal-tap",
        "body-signs",
        "cycle-counts",
        HUNDRED,
    }
)
"""Drawings the app can make."""
