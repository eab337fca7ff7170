"""A number as it stands on the emergency card."""

from __future__ import annotations

from dataclasses import dataclass

from aya_companion.domain.number_reading import Candidate, Reading, read
from aya_companion.domain.phone_number import PhoneNumber


@dataclass(frozen=True)
class CardNumber:
    """What is dialled, and the ``words`` that were written beside it.

    Without a ``number`` nobody has said yet what is dialled: ``words`` are then all that was
    written, whole, and ``reading`` has the numbers they may mean.
    """

    words: str = ""
    number: PhoneNumber | None = None

    @classmethod
    def of(cls, text: str) -> CardNumber:
        """The number of a text and the words beside it; the whole text where it is not certain."""
        found = read(text)
        if not found.certain:
            return cls(text.strip())
        return cls(found.candidates[0].label, found.candidates[0].number)

    def __bool__(self) -> bool:
        """Whether anything was written."""
        return self != NO_NUMBER

    @property
    def reading(self) -> Reading:
        """The one number, or those that the words may mean."""
        if self.number is not None:
            return Reading((Candidate(self.number, self.words),), certain=True)
        return read(self.words)

    @property
    def lines(self) -> tuple[tuple[str, PhoneNumber | None], ...]:
        """What is listed where there is no form to answer in: words, and the number they stand beside.

        As long as nobody has said which number is meant, the words come first, whole and alone.
        """
        found = self.reading
        if found.certain:
            return tuple((one.label, one.number) for one in found.candidates)
        return ((self.words, None), *(("", one.number) for one in found.candidates))

    @property
    def text(self) -> str:
        """All of it as it can be typed: the words, and the number as it is dialled."""
        parts = (self.words, self.number.shown if self.number else "")
        return ": ".join(part for part in parts if part)


NO_NUMBER = CardNumber()
"""Where none was written."""
