"""How much is tried: a sample each time, the whole in a long run (docs/testing.md)."""

from __future__ import annotations

import hypothesis
import pytest


def examples(share: float) -> int:
    """How many examples a costly property gets, as a share of what others get in this run."""
    return max(1, round(hypothesis.settings().max_examples * share))


def rounds(sample: int, whole: int) -> pytest.MarkDecorator:
    """Run a seeded test with so many ``rounds`` each time, and with the whole in a long run."""
    return pytest.mark.parametrize("rounds", [sample, pytest.param(whole, marks=pytest.mark.long)])
