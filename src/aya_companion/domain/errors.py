"""Errors a person can meet, each with what happened, where, and what to do."""

from __future__ import annotations


class CompanionError(Exception):
    """Base of every error the app knows by name.

    The message is for logs and developers and never holds what a person wrote; screens choose
    their own words by the class.
    """


class InvalidRecordError(CompanionError):
    """A record breaks a rule of the domain, such as an empty question."""


class UnfitDataError(CompanionError):
    """Data does not have the shape of what it should become.

    ``problem`` says what is wrong, ``place`` with which part, such as ``contacts[2].phone``.
    """

    def __init__(self, problem: str, place: str = "") -> None:
        super().__init__(f"{place} {problem}".lstrip())
        self.problem = problem
        self.place = place

    def within(self, outer: str) -> UnfitDataError:
        """The same, seen from what holds the part."""
        dot = "." if self.place and not self.place.startswith("[") else ""
        return UnfitDataError(self.problem, f"{outer}{dot}{self.place}")
