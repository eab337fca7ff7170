"""What is changed in somebody else's file is there exactly once, or the change is refused."""

from __future__ import annotations

import re

import pytest

from aya_companion.device.flet.replace_once import FletChangedError, replace_once


def test_the_one_place_is_replaced() -> None:
    assert replace_once("a b c", "b", "x", "some.js") == "a x c"
    assert replace_once(b"a b c", b"b", b"x", "some.js") == b"a x c"
    assert replace_once("a b1 c", re.compile(r"b\d"), "x", "some.js") == "a x c"


def test_what_is_sought_and_what_is_put_there_are_taken_as_they_stand() -> None:
    """Nothing in them is a sign of a pattern: both are code, which is full of such signs."""
    assert replace_once("f(a.b) faxb", "(a.b)", r"\1\g<0>\n", "some.js") == r"f\1\g<0>\n faxb"


@pytest.mark.parametrize("text", ["a c", "a b b c"])
@pytest.mark.parametrize("old", ["b", re.compile("[b]")])
def test_none_or_two_are_refused(text: str, old: str | re.Pattern[str]) -> None:
    """The error names the file, what was sought, how often it is there, and what to do."""
    found = text.count("b")
    with pytest.raises(FletChangedError, match=rf"some\.js has {found} places .*b.* docs/flet\.md"):
        replace_once(text, old, "x", "some.js")


def test_bytes_are_refused_in_the_same_words() -> None:
    with pytest.raises(FletChangedError, match=r"some\.js has 0 places"):
        replace_once(b"a c", b"b", b"x", "some.js")
