"""Check the content folder: what is there, how it reads, and what to mend.

    python -m tools.check_content                          a table, then every finding
    python -m tools.check_content --json                   the same as JSON
    python -m tools.check_content --stamp es/topics/mrd.md ...
                                                           say which English text was translated

Ends with 0 when there is nothing to mend, 1 when there is, 2 when it could not run. What is due for
review is said and ends with 0 all the same, so that no date alone breaks a build; with --release it
ends with 1.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from aya_companion.library.errors import PageError
from tools.content_checks.accepted import without_accepted
from tools.content_checks.danger import check_danger
from tools.content_checks.finding import Finding
from tools.content_checks.format import check_format
from tools.content_checks.front_matter import check_front_matter
from tools.content_checks.glossary_words import check_glossary
from tools.content_checks.library import ContentLibrary
from tools.content_checks.marks import check_marks
from tools.content_checks.numbers import check_numbers
from tools.content_checks.packs import check_packs
from tools.content_checks.parts import check_parts
from tools.content_checks.questions import check_questions
from tools.content_checks.reading import check_reading
from tools.content_checks.report import report, table
from tools.content_checks.stamp import stamp
from tools.content_checks.statements import check_statements
from tools.content_checks.translations import check_translations
from tools.content_checks.wording import check_wording

ROOT = Path(__file__).resolve().parent.parent

CHECKS: tuple[Callable[[ContentLibrary], Iterator[Finding]], ...] = (
    check_format,
    check_front_matter,
    check_parts,
    check_reading,
    check_marks,
    check_numbers,
    check_glossary,
    check_wording,
    check_questions,
    check_statements,
    check_translations,
    check_packs,
    check_danger,
)


def findings_in(library: ContentLibrary) -> list[Finding]:
    """Everything to mend, in order of files and lines; accepted findings left out."""
    found = (finding for check in CHECKS for finding in check(library))
    return without_accepted(found, library)


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line. Returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument(
        "--stamp", nargs="+", metavar="FILE", help="translations that are up to date again"
    )
    parser.add_argument(
        "--today", type=date.fromisoformat, default=date.today(), help="check as on this day"
    )
    parser.add_argument("--release", action="store_true", help="what is due has to be done")
    chosen = parser.parse_args(arguments)
    if chosen.stamp:
        return _stamp(chosen.stamp, chosen.content)
    library = ContentLibrary(chosen.content, chosen.today)
    try:
        findings = findings_in(library)
        data = report(library, findings)
    except PageError as error:  # in a file that steers the checks
        print(error, file=sys.stderr)
        return 2
    if chosen.json:
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        print(table(data))
        for finding in findings:
            print(finding)
    due = [finding for finding in findings if finding.due]
    if due:
        print(
            f"WARNING: {len(due)} due for review, to be done by the next release.", file=sys.stderr
        )
    return 1 if len(findings) > len(due) or (due and chosen.release) else 0


def _stamp(files: list[str], content: Path) -> int:
    for name in files:
        file = Path(name) if Path(name).is_file() else content / name
        try:
            print(f"{file}: {stamp(file, content)}")
        except PageError as error:
            print(error, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
