"""Kinds of errors that a screen has words for."""

from __future__ import annotations

import errno
import math
from enum import Enum, auto

from aya_companion.store import errors


class Problem(Enum):
    """What went wrong, as far as a person needs to know."""

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
    READ_ONLY = auto()
    LEFTOVERS = auto()
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
    (errors.DiskFullError, Problem.FULL),
    (errors.NewerVersionError, Problem.NEWER),
    (errors.FollowsError, Problem.ELSEWHERE),
    (errors.ReadOnlyError, Problem.READ_ONLY),
)
