"""Parse the content folder into the files the app ships.

    python -m tools.prepare_library --out build/library

Ends with 1 when something in the content is broken; what is good is written all the same.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from aya_companion.library.files.prepared import write_prepared
from aya_companion.library.shelf import Shelf

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Write the files and print what was made. Returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    chosen = parser.parse_args(arguments)
    shelf = Shelf.from_folder(chosen.content)
    for file in write_prepared(shelf.catalog, shelf.language_sources, chosen.out):
        print(f"{file.stat().st_size:>9,} bytes  {file}")
    for problem in shelf.problems:
        print(problem, file=sys.stderr)
    return 1 if shelf.problems else 0


if __name__ == "__main__":
    sys.exit(main())
