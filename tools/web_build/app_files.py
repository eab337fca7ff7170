"""What the app's archive holds, gathered from the project's folder."""

from __future__ import annotations

import io
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from aya_companion.library.files.prepared import write_prepared
from aya_companion.library.shelf import Shelf
from tools.web_build.archive import Files, add_folder, collect, sources
from tools.web_build.errors import BuildError
from tools.web_build.flet_names import flet_names

_START = Path(__file__).resolve().parent.parent / "web" / "web_start.py"


def app_files(root: Path) -> Files:
    """Code, packages, compiled catalogs and pages of the project at ``root``. Raises BuildError."""
    languages = {path.parent.name for path in (root / "locales").glob("*/locale.toml")}
    files = collect(root, _START, languages | {"en"})
    files[PurePosixPath("flet_names.txt")] = "\n".join(flet_names(sources(files))).encode()
    add_folder(files, root / "locales", "locales", {".toml", ".po"})
    files |= _library(root / "content")
    return compile_catalogs(files)


def _library(content: Path) -> Files:
    """The prepared library, without what is broken in it; the pages themselves stay at home."""
    shelf = Shelf.from_folder(content)
    for problem in shelf.problems:
        print(f"Left out: {problem}", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        written = write_prepared(shelf.catalog, shelf.language_sources, Path(folder))
        return {PurePosixPath("library") / file.name: file.read_bytes() for file in written}


def compile_catalogs(files: Files) -> Files:
    """The same files with each catalog compiled. Raises BuildError for one that cannot be."""
    compiled = dict(files)
    for place in [place for place in files if place.suffix == ".po"]:
        locale = place.parent.name.replace("-", "_")
        try:
            catalog = read_po(io.BytesIO(files[place]), locale=locale, abort_invalid=True)
        except (PoFileError, ValueError) as error:
            raise BuildError(f"{place} cannot be compiled: {error}") from None
        # A catalog without dates would be dated now, and be another file a minute later.
        catalog.creation_date = catalog.revision_date = datetime(2000, 1, 1, tzinfo=UTC)
        buffer = io.BytesIO()
        write_mo(buffer, catalog)
        compiled[place.with_suffix(".mo")] = buffer.getvalue()
        del compiled[place]
    return compiled
