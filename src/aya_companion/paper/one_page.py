"""Whether a visit sheet fits on one page, guessed from its words: there is no printer to ask.

The guess errs on the side of two pages. ``tests/paper/test_pdf.py`` prints what it says fits.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from aya_companion.i18n.letter_width import width_of

PAGE = 250.0
"""Room from top to bottom inside the margins of the shorter paper, Letter, in millimetres."""

ACROSS = 180.0
"""Room from side to side inside the margins of the narrower paper, A4, in millimetres."""

POINT = 25.4 / 72
"""One point in millimetres."""

CAUTION = 1.13
"""How much wider than its average letters a line is taken to be: bold ones are, and a line ends
where a word does."""

MARK = 0.85
"""How large quiet remarks are, beside body text."""


class Ruler:
    """Measures text set in ``points`` on paper, in millimetres."""

    def __init__(self, points: float) -> None:
        self.size = points * POINT

    def text(self, words: str, across: float = ACROSS, size: float = 1.0) -> float:
        """The height of words in a column, ``size`` times as large as body text."""
        letter = self.size * size
        lines = 0
        for part in words.splitlines() or [""]:
            lines += max(1, math.ceil(width_of(part) * CAUTION * letter / (across * 0.94)))
        return lines * letter * 1.4

    def tallest(self, columns: Sequence[str], size: float = 1.0, taken: float = 0.0) -> float:
        """The height of texts beside each other, each with ``taken`` millimetres less than its share."""
        share = ACROSS / len(columns) - taken
        return max(self.text(words, share, size) for words in columns)

    def boxes(self, count: float) -> float:
        """So many widths of a letter, as margins and gaps are given."""
        return count * self.size


def fits(
    points: float,
    heads: Sequence[str],
    names: Sequence[str],
    questions: Iterable[tuple[Sequence[str], Sequence[str], str]],
    lists: Iterable[Sequence[str]],
) -> bool:
    """Whether all of it stands on one page with one empty line below each question at least.

    ``heads`` and ``names`` are the titles and what stands below them, one for each language;
    ``questions`` the words in each language, the marks below them and the answer; ``lists`` what
    follows, in blocks.
    """
    ruler = Ruler(points)
    height = ruler.tallest(heads, 1.5) + ruler.tallest(names) + ruler.boxes(1.6)
    height += ruler.boxes(3.2)  # the heading above the questions
    for words, marks, answer in questions:
        height += ruler.tallest(words, taken=ruler.boxes(2)) + ruler.boxes(2.1)
        if any(marks):
            height += ruler.tallest(marks, MARK, taken=ruler.boxes(2))
        height += ruler.text(answer) if answer else ruler.boxes(1.7)
    for entries in lists:
        if entries:
            height += ruler.boxes(3.4)
            height += sum(ruler.text(each, ACROSS - ruler.boxes(2)) for each in entries)
    return height + ruler.boxes(4.5) <= PAGE
