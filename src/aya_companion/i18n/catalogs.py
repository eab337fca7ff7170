"""What the interface says, in each language: gettext catalogs whose key is the English text."""

from __future__ import annotations

import gettext
import io
import logging
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal

from aya_companion.i18n.errors import LanguageFileError
from aya_companion.i18n.locales import FOLDER, PSEUDO, Locale, locale_of

_log = logging.getLogger(__name__)


class Translator:
    """Says the interface's strings in one language; call it with the English text.

    Values for ``{name}`` places are given by name. Text that is not translated comes in the
    language's fallback, in the end in English.
    """

    def __init__(self, locale: Locale, catalog: gettext.NullTranslations) -> None:
        self.locale = locale
        self._catalog = catalog

    @property
    def code(self) -> str:
        """The language's code."""
        return self.locale.code

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language."""
        return self._fill(self._catalog.gettext(message), message, values)

    def within(self, context: str, message: str, /, **values: object) -> str:
        """The message where the same English means different things, as ``context`` says."""
        return self._fill(self._catalog.pgettext(context, message), message, values)

    def many(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form that fits ``count``, which also fills ``{count}``, written as people here do."""
        written = format_decimal(count, locale=self.locale.formats.replace("-", "_"))
        source = one if count == 1 else many
        translated = self._catalog.ngettext(one, many, count)
        return self._fill(translated, source, {"count": written, **values})

    def _fill(self, translated: str, source: str, values: dict[str, object]) -> str:
        if not values:
            return translated
        try:
            return translated.format(**values)
        except (KeyError, IndexError, ValueError, AttributeError):
            _log.warning("Catalog %s: the places of this do not fit: %r", self.code, source)
            return source.format(**values)


class _Pseudo(gettext.NullTranslations):
    """Answers each key with itself in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"

    def pgettext(self, context: str, message: str) -> str:
        return f"⟦{message}⟧"


class Catalogs:
    """The catalogs of a folder, each read when it is first asked for.

    A catalog that cannot be read leaves the language without its words, not the app without a
    language: its text comes in the fallback, and the error stands in ``problems``.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder
        self.problems: dict[str, LanguageFileError] = {}
        self._read: dict[str, gettext.NullTranslations] = {}

    def translator(self, code: str) -> Translator:
        """The translator of a language. Raises UnknownLanguageError."""
        return Translator(locale_of(code), self._catalog(code))

    def _catalog(self, code: str) -> gettext.NullTranslations:
        if code not in self._read:
            locale = locale_of(code)
            try:
                catalog = _Pseudo() if code == PSEUDO else read_catalog(self.folder / code)
            except LanguageFileError as error:
                _log.warning("%s", error)
                self.problems[code] = error
                catalog = gettext.NullTranslations()
            if locale.fallback:
                catalog.add_fallback(self._catalog(locale.fallback))
            self._read[code] = catalog
        return self._read[code]


def read_catalog(folder: Path) -> gettext.NullTranslations:
    """The catalog in a language's folder, an empty one where there is none.

    The compiled file is used unless the text file is newer. Raises LanguageFileError.
    """
    text, compiled = folder / "messages.po", folder / "messages.mo"
    if compiled.exists() and not (text.exists() and _newer(text, compiled)):
        try:
            with compiled.open("rb") as file:
                return gettext.GNUTranslations(file)
        except (OSError, ValueError, UnicodeDecodeError) as error:
            raise LanguageFileError(
                compiled, f"cannot be read ({error})", "Compile the catalogs again"
            ) from None
    if not text.exists():
        return gettext.NullTranslations()
    try:
        with text.open("rb") as file:
            catalog = read_po(file, locale=folder.name.replace("-", "_"), abort_invalid=True)
    except (OSError, ValueError, PoFileError) as error:
        raise LanguageFileError(text, f"cannot be read ({error})", "Correct that line") from None
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    buffer.seek(0)
    return gettext.GNUTranslations(buffer)


def _newer(a: Path, b: Path) -> bool:
    return a.stat().st_mtime > b.stat().st_mtime
