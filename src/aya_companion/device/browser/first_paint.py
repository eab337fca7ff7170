"""What the browser shows before the app is up: a few words, and the ways to call for help."""

from __future__ import annotations

from aya_companion.domain.care_team import EmergencyCard
from aya_companion.i18n.catalogs import Translator


def first_words(t: Translator) -> dict[str, str]:
    """The words of the page around the app in one language, by their place on it."""
    return {
        "status": t("The app is starting …"),
        "failed": t("The app could not start. Close it and open it again."),
        "slow": t(
            "This takes longer than usual. Check that you are online, or close the app and open it "
            "again."
        ),
        "title": t("If it cannot wait, call now"),
        "advice": t(
            "A fever, trouble breathing, bleeding that does not stop, or a very bad headache: "
            "call your team now. Their number wins over any general rule. "
            "If a life is in danger, call the emergency services."
        ),
        "save_file": t("Save this file"),
        "send_file": t("Send it or save it"),
        "choose_file": t("Choose a file"),
        "not_now": t("Not now"),
        "noscript": t("This app needs JavaScript. Turn it on in the browser's settings."),
    }


def first_numbers(card: EmergencyCard, t: Translator) -> tuple[tuple[str, str, str], ...]:
    """The card's numbers: a name, the number as it is shown, and as it is dialled.

    Where nobody has said which number is meant: what was written, with nothing to dial, and each number
    that it may mean.

    They can be read by whoever opens the browser, as the card on the lock screen can: both stand
    under the same choice of their owner. None when they do not want it.
    """
    if not card.shown_when_locked:
        return ()
    numbers = [(contact.name, contact.phone) for contact in card.contacts]
    if card.emergency_number:
        numbers.insert(0, (t("Emergency services"), card.emergency_number))
    return tuple(
        (" · ".join(filter(None, (name, words))), number.shown, number.dialled)
        if number
        else (name, words, "")
        for name, phone in numbers
        for words, number in phone.lines
    )
