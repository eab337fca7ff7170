"""Whether a page and its translation were checked, in a reader's language."""

from __future__ import annotations

from aya_companion.domain.checked import Checker, read_review, read_translation
from aya_companion.i18n.catalogs import Translator
from aya_companion.i18n.formats import Formats


def checked_words(t: Translator, f: Formats, review: str, translation: str) -> list[str]:
    """One sentence on the review of a page and, for a translation, one on that.

    ``review`` and ``translation`` are what the front matter of a page or pack says; ``translation`` is ""
    for a page in its first language. Raises InvalidRecordError for what no front matter may say.
    """
    sentences = [_review(t, f, review)]
    if translation:
        sentences.append(_translation(t, f, translation))
    return sentences


def _review(t: Translator, f: Formats, review: str) -> str:
    checked = read_review(review)
    if checked is None:
        return t("This page was not yet checked by a clinician.")
    day = f.medium_date(checked.on)
    match checked.by:
        case Checker.DOCTOR:
            return t("A doctor checked this page on {date}.", date=day)
        case Checker.NURSE:
            return t("A nurse checked this page on {date}.", date=day)
        case Checker.PHARMACIST:
            return t("A pharmacist checked this page on {date}.", date=day)
        case _:
            return t("A clinician checked this page on {date}.", date=day)


def _translation(t: Translator, f: Formats, translation: str) -> str:
    checked = read_translation(translation)
    if checked is None:
        return t("The translation was made by a machine and not yet checked.")
    day = f.medium_date(checked.on)
    if checked.by is Checker.TRANSLATOR:
        return t("A translator checked the translation on {date}.", date=day)
    return t("A clinician checked the translation on {date}.", date=day)
