"""Kinds of errors that a screen has words for."""

from __future__ import annotations

import errno
import math
from enum import Enum, auto

from aya_companion.store import errors


class Remedy(Enum):
    """What helps against a problem; each is one button at most."""

    AGAIN = auto()
    """The same again, at once or after the words were followed."""
    WRITE_HERE = auto()
    """This tab becomes the one that writes."""
    UPDATE = auto()
    """A newer version of the app; nothing that this one could do."""
    NONE = auto()


class Problem(Enum):
    """What went wrong, as far as a person needs to know.

    ``ELSEWHERE`` is that another tab writes, ``TAKEN_OVER`` that it did and this one does now.
    """

    WRONG_KEY = auto()
    WEAK = auto()
    TOO_MANY_TRIES = auto()
    NOT_A_BACKUP = auto()
    DAMAGED = auto()
    TOO_LARGE = auto()
    TOO_NEW = auto()
    FULL = auto()
    NEWER = auto()
    ELSEWHERE = auto()
    TAKEN_OVER = auto()
    READ_ONLY = auto()
    LEFTOVERS = auto()
    ERASING = auto()
    OTHER = auto()

    @classmethod
    def of(cls, error: Exception) -> Problem:
        """The kind of an error."""
        for kind, problem in _KINDS:
            if isinstance(error, kind):
                return problem
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return cls.FULL
        if isinstance(error, OSError) and error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            return cls.READ_ONLY
        return cls.OTHER

    @property
    def remedy(self) -> Remedy:
        """What a person can do about a change that was not saved."""
        return _REMEDIES.get(self, Remedy.NONE)

    @staticmethod
    def seconds(error: Exception) -> int:
        """How long to wait after too many tries, in whole seconds."""
        if isinstance(error, errors.TooManyTriesError):
            return math.ceil(error.wait.total_seconds())
        return 0


PROBLEMS: tuple[type[Exception], ...] = (errors.StoreError, OSError)
"""What a screen catches to show words for it."""

_KINDS: tuple[tuple[type[Exception], Problem], ...] = (
    (errors.WrongKeyError, Problem.WRONG_KEY),
    (errors.WeakPassphraseError, Problem.WEAK),
    (errors.TooManyTriesError, Problem.TOO_MANY_TRIES),
    (errors.NotABackupError, Problem.NOT_A_BACKUP),
    (errors.BackupDamagedError, Problem.DAMAGED),
    (errors.BackupTooLargeError, Problem.TOO_LARGE),
    (errors.BackupTooNewError, Problem.TOO_NEW),
    (errors.LeftoversError, Problem.LEFTOVERS),
    (errors.ErasingUnfinishedError, Problem.ERASING),
    (errors.DiskFullError, Problem.FULL),
    (errors.NewerVersionError, Problem.NEWER),
    (errors.FollowsError, Problem.ELSEWHERE),
    (errors.ReadOnlyError, Problem.READ_ONLY),
)

_REMEDIES: dict[Problem, Remedy] = {
    Problem.FULL: Remedy.AGAIN,
    Problem.READ_ONLY: Remedy.AGAIN,
    Problem.TAKEN_OVER: Remedy.AGAIN,
    Problem.ERASING: Remedy.AGAIN,
    Problem.OTHER: Remedy.AGAIN,
    Problem.ELSEWHERE: Remedy.WRITE_HERE,
    Problem.NEWER: Remedy.UPDATE,
    Problem.TOO_NEW: Remedy.UPDATE,
}
"""Not here: what is asked for anew where it was typed or chosen, and ``LEFTOVERS``, which the next
start takes away."""
