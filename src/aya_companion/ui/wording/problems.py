"""What a person is told when something goes wrong: what happened, what is safe, what to do."""

from __future__ import annotations

import math
from enum import Enum, auto

from aya_companion.i18n.catalogs import Translator
from aya_companion.state.problems import Problem


class Doing(Enum):
    """What was being done when it went wrong."""

    SAVING = auto()
    """Changing what is kept: it is told above the screen, with what became of the change."""
    ASKING = auto()
    """A backup, the lock, erasing: it is told beside the field or button."""


def problem_words(t: Translator, error: Exception) -> str:
    """What to tell beside a field or button that ran into an error. Holds no word of a person."""
    return words_for(t, Problem.of(error), Doing.ASKING, Problem.seconds(error))[1]


def words_for(t: Translator, problem: Problem, doing: Doing, seconds: int = 0) -> tuple[str, str]:
    """A heading and a sentence or two; the heading is "" where none is needed.

    ``seconds`` is how long to wait after too many tries.
    """
    asking = _of_asking(t) | {Problem.TOO_MANY_TRIES: wait_words(t, seconds)}
    if doing is Doing.SAVING:
        return _of_saving(t).get(problem) or (t("That did not work"), asking[problem])
    return "", asking.get(problem, asking[Problem.OTHER])


def _of_saving(t: Translator) -> dict[Problem, tuple[str, str]]:
    return {
        Problem.FULL: (
            t("Not saved: this device is full"),
            t(
                "What you wrote is still on the screen, and everything saved before is safe. "
                "Free some space, then try again."
            ),
        ),
        Problem.NEWER: (
            t("Not saved: this app is too old"),
            t(
                "A newer version of this app wrote what is stored, and this one cannot change it. "
                "Update the app. What you wrote now is on the screen only: copy it if you need it."
            ),
        ),
        Problem.ELSEWHERE: (
            t("Not saved: the app is open in another tab"),
            t("What you wrote is still on the screen. Choose to write here, then save it again."),
        ),
        Problem.TAKEN_OVER: (
            t("Not saved yet"),
            t("You can write here now. What you wrote is still on the screen. Try again."),
        ),
        Problem.READ_ONLY: (
            t("Not saved: the storage can only be read"),
            t(
                "What you wrote is still on the screen, and everything saved before is safe. "
                "Check that this folder can be written to, then try again."
            ),
        ),
        Problem.ERASING: (
            t("Not everything is erased yet"),
            t(
                "Some of it could not be removed. It goes on at the next start, and before anything "
                "new is saved. Try again."
            ),
        ),
        Problem.OTHER: (
            t("Not saved yet"),
            t(
                "What you wrote is still on the screen, and everything saved before is safe. Try "
                "again. If it keeps failing, save a backup under More."
            ),
        ),
    }


def _of_asking(t: Translator) -> dict[Problem, str]:
    return {
        Problem.WRONG_KEY: t("That is not the right passphrase. Nothing was changed."),
        Problem.WEAK: t("Too short. Use six digits or characters at least, better several words."),
        Problem.NOT_A_BACKUP: t(
            "This file is not a backup of this app. Choose another file. Nothing was changed."
        ),
        Problem.DAMAGED: t(
            "This file was cut off or changed. Try another copy of it. Nothing was changed."
        ),
        Problem.TOO_LARGE: t(
            "This file is larger than any backup of this app. Nothing was changed."
        ),
        Problem.TOO_NEW: t(
            "A newer version of the app made this file. Update the app, then try again. Nothing "
            "was changed."
        ),
        Problem.FULL: t("This device is full. Free some space, then try again."),
        Problem.NEWER: t(
            "A newer version of this app wrote what is stored. Update the app, then try again."
        ),
        Problem.ELSEWHERE: t(
            "The app is open in another tab too, and only that one can change things. Close it, or "
            "choose to write here."
        ),
        Problem.READ_ONLY: t("Nothing can be written here. Check the folder, then try again."),
        Problem.LEFTOVERS: t(
            "The lock was changed. Some older copies could not be removed yet; it is tried again "
            "at the next start."
        ),
        Problem.ERASING: t(
            "Some of it could not be removed. It goes on at the next start, and before anything "
            "new is saved. Try again."
        ),
        Problem.OTHER: t("That did not work. What you saved before is safe. Try again."),
    }


def wait_words(t: Translator, seconds: int) -> str:
    """How long to wait after wrong tries: never less than it takes."""
    if seconds <= 60:
        return t.many(
            "Too many wrong tries. Wait {count} second, then try again.",
            "Too many wrong tries. Wait {count} seconds, then try again.",
            seconds,
        )
    return t.many(
        "Too many wrong tries. Wait {count} minute, then try again.",
        "Too many wrong tries. Wait {count} minutes, then try again.",
        math.ceil(seconds / 60),
    )
