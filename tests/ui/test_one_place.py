"""What has one place: colours stand in the theme, marks of direction in ``i18n.bidi``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "aya_companion"
COLOUR = re.compile(r"""["']#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})["']""")
MARK = re.compile(r"\\u(?:200[ef]|202[a-e]|206[6-9])|[\u200e\u200f\u202a-\u202e\u2066-\u2069]")

MAY_HOLD_MARKS = {"i18n/bidi.py"}


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(SOURCE)) for path in folder.rglob("*.py"))


@pytest.mark.parametrize("file", [f for f in files(SOURCE / "ui") if f != "ui/theme.py"])
def test_a_colour_is_a_token_of_the_theme(file: str) -> None:
    assert COLOUR.findall((SOURCE / file).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", [f for f in files(SOURCE) if f not in MAY_HOLD_MARKS])
def test_a_mark_of_direction_has_a_name(file: str) -> None:
    assert MARK.findall((SOURCE / file).read_text(encoding="utf-8")) == []


def test_one_elsewhere_would_be_found() -> None:
    assert COLOUR.search('ft.Icon(color="#FFFFFF")')
    for file in MAY_HOLD_MARKS:
        assert MARK.search((SOURCE / file).read_text(encoding="utf-8"))
