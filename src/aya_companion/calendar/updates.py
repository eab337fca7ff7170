"""What a newer calendar file changes of an appointment they have: its changes are told from theirs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from aya_companion.domain.received import Received
from aya_companion.domain.visits import Appointment


def as_said(visit: Appointment) -> Received:
    """The appointment as a calendar's copy of it, to compare other copies with."""
    return Received(
        sequence=visit.sequence,
        day=visit.day,
        at=visit.at,
        zone=visit.zone if visit.at else "",
        title=visit.title,
        place=visit.place,
        repeat=visit.repeat,
        exceptions=tuple(sorted(set(visit.exceptions))),
    )


def with_updates(mine: Appointment, theirs: Appointment) -> Appointment:
    """The appointment they have, with what changed in the file's copy since one was last read.

    Returns ``mine`` itself when nothing did, or the copy is an older one. What they changed themselves
    stays where the file changed nothing: the day, time and way to repeat as one, the place, the days
    they left out. Their own name for it, their note and the kind they chose always stay.
    """
    says = as_said(theirs)
    # Without an earlier copy, what they have counts as one, and the name as their own.
    said = mine.received or replace(as_said(mine), title=says.title)
    # A count of theirs says nothing about the hospital's.
    comparable = mine.received is not None or not mine.uid
    older = comparable and says.sequence < said.sequence
    if older or replace(says, sequence=said.sequence) == said:
        return mine
    exceptions = {*mine.exceptions} - ({*said.exceptions} - {*says.exceptions})
    news = replace(
        mine,
        title=says.title if mine.title == said.title else mine.title,
        place=says.place if says.place and says.place != said.place else mine.place,
        exceptions=tuple(sorted(exceptions | {*says.exceptions})),
        received=says,
        sequence=max(mine.sequence + 1, says.sequence),
    )
    if _when(says) == _when(said):
        return news
    return replace(news, day=says.day, at=says.at, zone=says.zone or mine.zone, repeat=says.repeat)


def without_days(mine: Appointment, days: Collection[date]) -> Appointment:
    """The series they have, with these days taken out by the hospital; itself when all were out."""
    if {*days} <= {*mine.exceptions}:
        return mine

    def less(exceptions: Collection[date]) -> tuple[date, ...]:
        return tuple(sorted({*exceptions, *days}))

    said = mine.received
    return replace(
        mine,
        exceptions=less(mine.exceptions),
        received=said and replace(said, exceptions=less(said.exceptions)),
        sequence=mine.sequence + 1,
    )


def _when(said: Received) -> tuple[object, ...]:
    return said.day, said.at, said.zone, said.repeat
