"""The interface's strings, from the code to the catalogs and back.

    python -m tools.translations extract   code -> locales/messages.pot
    python -m tools.translations update    messages.pot -> locales/*/messages.po
    python -m tools.translations compile   messages.po -> messages.mo
    python -m tools.translations check     complete, places and plurals right; 1 when not

The files come out the same on every day and machine: sorted, without dates and line numbers.
"""

from __future__ import annotations

import argparse
import io
import re
import string
from collections.abc import Iterator
from gettext import c2py
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po, write_po

from aya_companion.i18n.locales import FOLDER, PSEUDO, SOURCE, read_locales

ROOT = Path(__file__).resolve().parents[1]
CODE = ROOT / "src" / "aya_companion"

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "t": None,
    "many": (1, 2),
    "within": ((1, "c"), 2),
}
"""What ``Translator`` calls say, and where: ``many`` has two forms, ``within`` a context first."""

COMMENT = "Translators:"
"""A comment above a string that begins so goes to the people who translate it."""

COUNTS = range(20_001)
"""The counts that plural rules are tried with: more than anyone's entries here will ever be."""

HEADER = "# Interface strings of AYA Companion. Licence: Apache-2.0, as the code.\n#"


def extract(code: Path = CODE) -> Catalog:
    """All strings of the code that are shown to people."""
    catalog = Catalog(project="AYA Companion", header_comment=HEADER, fuzzy=False, charset="utf-8")
    found = extract_from_dir(
        code,
        [("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=[COMMENT],
        strip_comment_tags=True,
    )
    for file, _line, message, comments, context in found:
        place = (code.relative_to(code.parents[1]) / file).as_posix()
        catalog.add(message, None, [(place, 0)], auto_comments=comments, context=context)
    return catalog


def translated_codes(folder: Path = FOLDER) -> list[str]:
    """The languages that need a catalog."""
    return [code for code in read_locales(folder) if code not in (SOURCE, PSEUDO)]


def po_file(code: str, folder: Path = FOLDER) -> Path:
    """Where a language's strings stand."""
    return folder / code / "messages.po"


def read(file: Path, code: str) -> Catalog:
    """A language's catalog; an empty one when the file is not there yet.

    Raises ValueError or PoFileError for a file that is not in gettext's format.
    """
    if not file.exists():
        return Catalog(code.replace("-", "_"), project="AYA Companion", fuzzy=False)
    # Babel takes a line whose quotes are missing and drops its first and last letter.
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if line and not re.fullmatch(r'#.*|(msg\w+(\[\d\])? )?".*"', line):
            raise ValueError(f"line {number}: {line}")
    with file.open("rb") as stream:
        return read_po(stream, locale=code.replace("-", "_"), abort_invalid=True)


def written(catalog: Catalog) -> bytes:
    """A catalog as a file, without what changes from day to day."""
    catalog.header_comment = HEADER
    buffer = io.BytesIO()
    write_po(
        buffer, catalog, width=100, sort_output=True, include_lineno=False, ignore_obsolete=True
    )
    moving = rb'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Report-Msgid-Bugs-To|Last-Translator|Language-Team|Project-Id-Version): .*\n'
    return re.sub(moving, b"", buffer.getvalue(), flags=re.MULTILINE)


def update(template: Catalog, folder: Path = FOLDER) -> None:
    """Bring each language's file to the strings of the template; translations are kept."""
    for code in translated_codes(folder):
        file = po_file(code, folder)
        catalog = read(file, code)
        catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
        file.write_bytes(written(catalog))


def compile_all(folder: Path = FOLDER) -> None:
    """Make the files that the app reads fastest."""
    for code in translated_codes(folder):
        file = po_file(code, folder)
        with file.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, read(file, code))


def check(template: Catalog, folder: Path = FOLDER) -> list[str]:
    """What is wrong with the catalogs, each with file, string and remedy; none when all is well."""
    findings = []
    for code in translated_codes(folder):
        file = po_file(code, folder)
        name = f"{file.parent.name}/{file.name}"
        try:
            catalog = read(file, code)
        except (PoFileError, ValueError) as error:
            findings.append(f"{name}: not a gettext file ({error}). Correct that line.")
            continue
        if not has_the_plurals_of(catalog, code):
            remedy = get_plural(code.replace("-", "_")).plural_forms
            findings.append(
                f"{name}: not the plural forms of this language. Write Plural-Forms: {remedy}"
            )
        for message in template:
            if message.id:
                own = catalog.get(_key(message), message.context)
                findings += [
                    f"{name}: {_key(message)!r} {problem}" for problem in _problems(message, own)
                ]
    return findings


def has_the_plurals_of(catalog: Catalog, code: str) -> bool:
    """Whether a catalog's plural rule says what CLDR says of its language.

    Any count a person can reach here has the same form as all others of its kind, and no kind
    shares a form with another. Whether millions have a form of their own, as CLDR gives Spanish
    since version 48, is the catalog's to choose; a form that no count asks for is wrong.
    """
    form = c2py(catalog.plural_expr)
    kind = Locale.parse(code.replace("-", "_")).plural_form
    pairs = {(kind(count), form(count)) for count in COUNTS}
    forms = {form(count) for count in (*COUNTS, 1_000_000)}
    one_to_one = len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs})
    return one_to_one and forms == set(range(catalog.num_plurals))


def _problems(source: Message, own: Message | None) -> Iterator[str]:
    """What is wrong with one translation."""
    if own is None:
        yield "is missing. Run: python -m tools.translations update"
        return
    forms = [own.string] if isinstance(own.string, str) else list(own.string or [""])
    if not all(forms):
        yield "is not translated (every plural form needs text)."
        return
    if own.fuzzy:
        yield "is marked fuzzy. Read it again and remove the mark."
    texts = [source.id] if isinstance(source.id, str) else list(source.id)
    allowed = set().union(*map(places, texts))
    # "Two questions" needs no figure where the language has a form for two.
    needed = allowed - {"count"} if source.pluralizable else allowed
    for form in forms:
        try:
            found = places(form)
        except ValueError as error:
            yield f"has broken braces in {form!r} ({error})."
            continue
        if not needed <= found <= allowed:
            yield f"has the places {sorted(found)} in {form!r}, not {sorted(allowed)}."
        if re.search(r"%(\(\w+\))?[sd]", form):
            yield f"has a place in another format in {form!r}; write {{name}}."
        if (form != form.strip()) != (texts[0] != texts[0].strip()):
            yield f"begins or ends with a space where the English does not, or the other way: {form!r}."


def places(text: str) -> set[str]:
    """The names in braces. Raises ValueError for braces that do not match or hold no name."""
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    if bad := [name for name in names if not name.isidentifier()]:
        raise ValueError(f"not a name: {bad[0]!r}")
    return names


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def main(arguments: list[str] | None = None) -> int:
    """Run one step. Returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("step", choices=["extract", "update", "compile", "check"])
    step = parser.parse_args(arguments).step
    template, pot = extract(), FOLDER / "messages.pot"
    if step == "extract":
        pot.write_bytes(written(template))
    elif step == "update":
        update(template)
    elif step == "compile":
        compile_all()
    else:
        findings = check(template)
        if not pot.exists() or pot.read_bytes() != written(template):
            findings.append("messages.pot is older than the code. Run: make catalogs")
        print("\n".join(findings) or "The catalogs are complete.")
        return 1 if findings else 0
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
