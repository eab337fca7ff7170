"""A temperature as people type it."""

from __future__ import annotations

import pytest

from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.typed_temperature import parse_temperature

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    "typed", ["38.3", "38,3", " 38.3 °C ", "٣٨٫٣", "38.3C", "\u200e38.3\u200f", "38.3 \u200f°"]
)
def test_it_is_read_in_the_digits_of_any_language(typed: str) -> None:
    assert str(parse_temperature(typed)) == "38.3"


@pytest.mark.parametrize("typed", ["", "°C", "warm", "38.3.1", "inf", "nan"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(InvalidRecordError):
        parse_temperature(typed)
