"""Write down which English text a translation was made from."""

from __future__ import annotations

import re
from pathlib import Path

from aya_companion.library.errors import PageError
from aya_companion.library.files.content_file import read_text
from aya_companion.library.files.front_matter import SOURCE_LANGUAGE
from aya_companion.library.glossary import Term, read_glossary
from aya_companion.library.markdown.parser import parse_page, text_sha
from aya_companion.library.packs import PACKS, parse_pack

GLOSSARY = "glossary.toml"
GLOSSARY_SOURCES = "glossary-sources.toml"
"""Beside a translated glossary: the fingerprint of the English entry each word was made from."""

_SHA = re.compile(r'^source_sha = "[^"]*"', re.MULTILINE)


def stamp(file: Path, content: Path) -> str:
    """Say that a translated page, pack or glossary is up to date with today's English one.

    Returns the fingerprint. Raises PageError when either cannot be read or the translation of a
    page has no ``source_sha``.
    """
    if file.name == GLOSSARY:
        return _stamp_glossary(file, content)
    parse = parse_pack if file.parent.name == PACKS else parse_page
    original = content / SOURCE_LANGUAGE / file.parent.name / file.name
    name = original.as_posix()
    sha = parse(read_text(original, name), name).text_sha
    text = read_text(file, file.as_posix())
    stamped, count = _SHA.subn(f'source_sha = "{sha}"', text, count=1)
    if not count:
        raise PageError(
            file.as_posix(),
            1,
            "source_sha",
            "The front matter has no source_sha to fill in.",
            'Add: source_sha = ""',
        )
    parse(stamped, file.as_posix())
    file.write_text(stamped, encoding="utf-8")
    return sha


def term_sha(term: Term) -> str:
    """The fingerprint of what is translated of a word."""
    return text_sha(term.term, term.meaning)


def _stamp_glossary(file: Path, content: Path) -> str:
    original = content / SOURCE_LANGUAGE / GLOSSARY
    name = original.as_posix()
    terms, problems = read_glossary(read_text(original, name), name, SOURCE_LANGUAGE)
    if problems:
        raise problems[0]
    lines = [f'{term.id} = "{term_sha(term)}"' for term in terms.values()]
    head = "# The English entries that glossary.toml was made from; written by --stamp."
    (file.parent / GLOSSARY_SOURCES).write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    return text_sha(*lines)
