"""A temperature as people type it."""

from __future__ import annotations

import unicodedata
from decimal import Decimal, InvalidOperation

from aya_companion.domain.errors import InvalidRecordError


def parse_temperature(typed: str) -> Decimal:
    """The number typed, in the digits and decimal sign of any language the app speaks.

    A point and a comma both mark the decimals: no body temperature needs thousands.
    Raises InvalidRecordError for what is not a number.
    """
    seen = (c for c in typed if unicodedata.category(c) != "Cf")  # no marks of direction
    digits = "".join(str(int(c)) if c.isdecimal() else c for c in seen)
    digits = digits.replace("\u066b", ".").replace(",", ".").strip("°CFcf ")
    try:
        value = Decimal(digits.strip())
    except InvalidOperation as error:
        raise InvalidRecordError("temperature: not a number") from error
    if not value.is_finite():
        raise InvalidRecordError("temperature: not a number")
    return value
