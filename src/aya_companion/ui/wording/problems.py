"""What a person is told when a passphrase, a backup or the lock goes wrong: what and what to do."""

from __future__ import annotations

import math

from aya_companion.i18n.catalogs import Translator
from aya_companion.state.problems import Problem


def problem_words(t: Translator, problem: Exception) -> str:
    """A sentence or two for an error, by its kind. Never holds what a person wrote."""
    kind = Problem.of(problem)
    if kind is Problem.TOO_MANY_TRIES:
        return wait_words(t, Problem.seconds(problem))
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
        Problem.OTHER: t("That did not work. What you saved before is safe. Try again."),
    }[kind]


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


def trouble_words(t: Translator, error: Exception | None) -> tuple[str, str]:
    """What to tell a person whose change could not be saved: a heading and what to do."""
    name = type(error).__name__
    if name == "DiskFullError":
        return t("Not saved: this device is full"), t(
            "What you wrote is still on the screen, and everything saved before is safe. "
            "Free some space, then try again."
        )
    if name == "FollowsError":
        return t("Not saved: the app is open in another tab"), t(
            "What you wrote is still on the screen. Choose to write here, then save it again."
        )
    if name == "ReadOnlyError":
        return t("Not saved: the storage can only be read"), t(
            "What you wrote is still on the screen, and everything saved before is safe. "
            "Check that this folder can be written to, then try again."
        )
    if name == "ErasingUnfinishedError":
        return t("Not everything is erased yet"), t(
            "Some of it could not be removed. It goes on at the next start, and before anything "
            "new is saved. Try again."
        )
    return t("Not saved yet"), t(
        "What you wrote is still on the screen, and everything saved before is safe. Try again. "
        "If it keeps failing, save a backup under More."
    )
