"""JSON is read as every program reads it, up to a depth, and nothing else is."""

from __future__ import annotations

import json
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from aya_companion.store.strict_json import MAX_DEPTH, read_json

pytestmark = pytest.mark.pure

texts = st.text(st.one_of(st.sampled_from('\\"[]{}'), st.characters(exclude_categories=["Cs"])))
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), texts).filter(
        lambda value: value not in (float("inf"), float("-inf"))
    ),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(texts, inner)),
)


@settings(deadline=None)
@given(value=values, ascii_only=st.booleans())
def test_what_was_written_is_read(value: Any, ascii_only: bool) -> None:
    """Brackets, quotes and backslashes inside of texts are texts."""
    assert read_json(json.dumps(value, ensure_ascii=ascii_only).encode()) == value


@settings(deadline=None)
@given(text=texts, depth=st.integers(1, 3 * MAX_DEPTH))
def test_the_limit_counts_what_is_nested_and_nothing_else(text: str, depth: int) -> None:
    """Whatever texts stand around it."""
    value: Any = [text]
    for level in range(depth - 1):
        value = [text, value, text] if level % 2 else {text: value}
    data = json.dumps(value).encode()
    if depth <= MAX_DEPTH:
        assert read_json(data) == value
    else:
        with pytest.raises(ValueError, match="deeper"):
            read_json(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"NaN",
        b"1e999",
        b"-Infinity",
        b"'a'",
        b'"a',
        b'\\"[',
        b"\xff",
        b"[" * 10**6,
        b"1" * 10**5,
    ],
)
def test_what_is_no_json_is_refused(data: bytes) -> None:
    """With one kind of error."""
    with pytest.raises(ValueError, match=r"."):
        read_json(data)
