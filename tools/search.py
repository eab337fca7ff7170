"""Search the library from the command line.

    python -m tools.search --lang en "can i still have kids"
    python -m tools.search --lang es "no siento los pies" --json
    python -m tools.search --lang ar "مو قادر اتنفس" --boxes

Prints the ranked answers; with --json as a list of objects with kind, id, title, page, anchor,
line and language. With --boxes the boxes on top of them instead (crisis, emergency, team, today),
one per line or as a JSON list of names. The language is any of the app's: where it has no pages,
English answers. Ends with 0, also when nothing was found; 2 when the language is not known.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from aya_companion.i18n.locales import LOCALES
from aya_companion.library.search.search import Result
from aya_companion.library.shelf import open_shelf

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Print what was found. Returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("words", nargs="+", help="what a person would type")
    parser.add_argument("--lang", default="en", help="the language they read in")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--boxes", action="store_true", help="print the boxes for danger instead")
    parser.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR")
    parser.add_argument("--prepared", type=Path, metavar="DIR", help="a prepared library")
    chosen = parser.parse_args(arguments)
    shelf = open_shelf(chosen.content, chosen.prepared)
    known = sorted({*shelf.languages, *LOCALES})
    if chosen.lang not in known:
        print(f"No language {chosen.lang!r}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    answers = shelf.search(" ".join(chosen.words), chosen.lang)
    if chosen.boxes:
        print(json.dumps(answers.boxes) if chosen.json else "\n".join(answers.boxes))
        return 0
    found = [_data(result) for result in (*answers.results, *answers.in_english)]
    if chosen.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    for box in answers.boxes:
        print(f"[{box}]")
    for number, entry in enumerate(found, start=1):
        place = entry["id"] + (f"#{entry['anchor']}" if entry["anchor"] else "")
        print(f"{number:>2}  {entry['kind']:<8}  {place:<34}  {entry['title']}")
        if entry["line"]:
            print(f"{'':<48}  {entry['line']}")
    if not found:
        print("Nothing found.")
    return 0


def _data(result: Result) -> dict[str, str]:
    return {
        "kind": result.kind,
        "id": result.id,
        "title": result.title,
        "page": result.page,
        "anchor": result.anchor,
        "line": "".join(part.text for part in result.line),
        "language": result.language,
    }


if __name__ == "__main__":
    sys.exit(main())
