"""Words the app must not use: banned.toml, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aya_companion.library.errors import PageError
from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentFile, ContentLibrary, without_markup

BANNED = "banned.toml"
_WRONG_CHOICE = re.compile(r"\s*-\s+\[ \]")
_SHOWN_KEYS = ("title", "summary")


@dataclass(frozen=True)
class Rule:
    """One rule of banned.toml in one language.

    ``choices`` says whether it holds in wrong answers of check boxes too, where a false belief
    may stand to be corrected; ``except_pages`` are pages whose subject needs the words.
    """

    id: str
    reason: str
    pattern: re.Pattern[str]
    choices: bool
    except_pages: frozenset[str]


def check_wording(library: ContentLibrary) -> Iterator[Finding]:
    """No page, pack or meaning says what the app must not say."""
    rules = {language: read_rules(library, language) for language in library.shelf.language_sources}
    for file in library.pages:
        for number, line in _shown_lines(file):
            yield from _line(file.name, number, line, file.page.id, rules[file.page.language])
    for pack in library.packs:
        for number, line in _shown_lines(pack):
            yield from _line(pack.name, number, line, pack.pack.id, rules[pack.pack.language])
    for language, language_source in library.shelf.language_sources.items():
        name = library.name(f"{language}/glossary.toml")
        if language_source.terms:
            for number, line in enumerate(
                library.text(f"{language}/glossary.toml").splitlines(), start=1
            ):
                if line.startswith(("term", "meaning")):
                    yield from _line(name, number, line, "", rules[language])


def read_rules(library: ContentLibrary, language: str) -> tuple[Rule, ...]:
    """The rules of banned.toml that have phrases in this language.

    Raises PageError when a rule has no name or reason, or a phrase is no regular expression.
    """
    rules = library.settings(BANNED).get("rule", [])
    for number, rule in enumerate(rules, start=1):
        if not rule.get("id") or not rule.get("reason"):
            problem = f"Rule number {number} has no id or no reason."
            raise PageError(library.name(BANNED), 1, "rule", problem, "Write both.")
    return tuple(
        Rule(
            rule["id"],
            rule["reason"],
            library.pattern(BANNED, rule[language], re.IGNORECASE),
            rule.get("choices", False),
            frozenset(rule.get("except_pages", [])),
        )
        for rule in rules
        if rule.get(language)
    )


def _shown_lines(file: ContentFile) -> Iterator[tuple[int, str]]:
    """The lines of a file that people read."""
    for number, line in enumerate(file.lines, start=1):
        if number >= file.body_line or line.startswith(_SHOWN_KEYS):
            yield number, line


def _line(
    name: str, number: int, line: str, page_id: str, rules: tuple[Rule, ...]
) -> Iterator[Finding]:
    wrong_choice = bool(_WRONG_CHOICE.match(line))
    words = without_markup(line)
    for rule in rules:
        if page_id in rule.except_pages or (wrong_choice and not rule.choices):
            continue
        found = rule.pattern.search(words)
        if found:
            yield Finding(
                name,
                number,
                "wording",
                f"{found[0].strip()!r} is not said here ({rule.id}).",
                rule.reason,
            )
