"""Text taken apart into words that can be compared, in every script the app speaks.

Case, accents and Arabic vowel marks go, Arabic letters that are typed in several ways become one;
text without spaces becomes pairs of characters. An Arabic word loses its article; where that may
have been a letter of its root, and where "and" or "with" are written as its first letter, it has
other forms beside.
"""

from __future__ import annotations

import importlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

from aya_companion.library.folding import fold

_MARKS = "\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670"
_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
_PIECE = re.compile(
    rf"\d+(?:[.,]\d+)+"  # 38.2 is one word
    rf"|\d+-[^\W\d_]+"  # and so is 6-MP
    rf"|[^\W_]{_LETTER}*(?:['’ʼ`´]{_LETTER}+)*"
)
_UNSPACED = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+"
)
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
"""One letter three times and more: "feverrrr". Words of three letters, such as "iii", stay."""

_JOINERS = re.compile("['’ʼ`´-]")
_ONE_LETTER = str.maketrans({"ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ـ": None})
_UNMARKED = str.maketrans({"ٱ": "ا"} | dict.fromkeys((0x0640, 0x0670, *range(0x064B, 0x0653))))
_ARTICLE = re.compile("^(?:[وف]?[بك]?ال|[وف]?لل)(?=..)")
_JOINED = re.compile("^[وفبكل](?=...)")
"""And, so, with, like, to: written together with the word, which may begin with the same letter."""

_MOST_FORMS = 6
STEMMERS = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "hi": "hindi",
    "it": "italian",
    "pt": "portuguese",
    "ru": "russian",
    "tr": "turkish",
}
"""The name that snowballstemmer has for a language, by its code."""


@dataclass(frozen=True)
class Word:
    """A word as it is compared, and where in the text it stood: ``text[start:end]``.

    ``others`` are further words that it may be, in Arabic.
    """

    word: str
    start: int
    end: int
    others: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every word that it may be, the likeliest first."""
        return (self.word, *self.others)


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str:
        """The stem of one word."""


def words_in(text: str) -> tuple[Word, ...]:
    """The words of a text in order; a piece of joining signs alone is none."""
    return tuple(word for word in _words_in(text) if word.word)


def _words_in(text: str) -> Iterator[Word]:
    for piece in _PIECE.finditer(text):
        start = piece.start()
        unspaced = list(_UNSPACED.finditer(piece[0]))
        if not unspaced:
            yield _word(piece[0], start)
            continue
        done = 0
        for run in unspaced:
            if run.start() > done:
                yield _word(piece[0][done : run.start()], start + done)
            yield from _pairs(run[0], start + run.start())
            done = run.end()
        if done < len(piece[0]):
            yield _word(piece[0][done:], start + done)


def _pairs(run: str, start: int) -> Iterator[Word]:
    if len(run) == 1:
        yield Word(run, start, start + 1)
    for at in range(len(run) - 1):
        yield Word(run[at : at + 2], start + at, start + at + 2)


def _word(piece: str, start: int) -> Word:
    end = start + len(piece)
    text = _JOINERS.sub("", piece).replace(",", ".")
    if text.isascii():
        return Word(_compared(text), start, end)
    text = unicodedata.normalize("NFKC", text).translate(_UNMARKED)
    bare = _ARTICLE.sub("", text)
    word = _compared(bare)
    if not "\u0620" <= word[:1] <= "\u06ff":
        return Word(word, start, end)
    # Before the letters become one: an alef with a hamza is of the root, never of the article.
    forms = [bare, text]
    for form in forms:  # grows while it is walked
        shorter = (_ARTICLE.sub("", form), _JOINED.sub("", form))
        forms.extend(each for each in shorter if each not in forms)
        if len(forms) >= _MOST_FORMS:
            break
    return Word(word, start, end, tuple(dict.fromkeys(map(_compared, forms)))[1:])


def _compared(text: str) -> str:
    if len(text) > len("iii"):
        text = _STRETCHED.sub(r"\1", text)
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", fold(text)).translate(_ONE_LETTER)


@lru_cache(maxsize=256)
def stem(word: str, language: str) -> str:
    """The stem of a compared word; the word itself where the language has no stems."""
    stemmer = _stemmer(language)
    return stemmer.stemWord(word) if stemmer else word


@cache
def _stemmer(language: str) -> _Stemmer | None:
    name = STEMMERS.get(language)
    if name is None:
        return None
    # Imported late, since most searches know all their words already; and by its own name, since a
    # phone gets the modules of the app's languages only, without the one that imports all of them.
    module = importlib.import_module(f"snowballstemmer.{name}_stemmer")
    made: _Stemmer = getattr(module, f"{name.capitalize()}Stemmer")()
    return made
