"""What browsers do with what is kept in them, in words."""

from __future__ import annotations

from aya_companion.i18n.catalogs import Translator


def may_forget_words(t: Translator) -> str:
    """What Safari does, and what to do."""
    return t(
        "This browser may erase what you write here after a week without a visit. Put the app on "
        "your home screen and write there, or save a backup often."
    )
