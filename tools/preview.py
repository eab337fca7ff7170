"""Show one page or pack in the app, and show it again whenever a file of the content folder changes.

    python -m tools.preview content/en/topics/mrd.md
    python -m tools.preview content/en/packs/into-car-t.md

Opens the browser on this computer, as a nurse sees the app, with the notes for teaching. What you
tap or write in it is forgotten when it ends (Ctrl-C). The terminal says what is to be mended in the
file; while it is broken, its last good form stays on the screen.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import webbrowser
from datetime import date
from pathlib import Path

import flet as ft

from aya_companion.app import open_companion, open_window
from aya_companion.device.served.access_guard import AccessGuard
from aya_companion.device.served.server import PortTakenError, Served, listen
from aya_companion.domain.settings import Role, Settings
from aya_companion.library.errors import PageError
from aya_companion.library.files.folder import TOPICS
from aya_companion.library.packs import PACKS
from aya_companion.library.shelf import Shelf
from aya_companion.state.companion import Companion
from tools.check_content import findings_in
from tools.content_checks.finding import Finding
from tools.content_checks.library import ContentLibrary

ROOT = Path(__file__).resolve().parent.parent

PAUSE = 0.5
"""Seconds between two looks at the files."""


class Preview:
    """One page or pack of a content folder, shown in the app.

    ``file`` is ``<content>/<language>/topics/<id>.md``, or in ``packs``; ``data`` keeps what is
    tapped and written.
    """

    def __init__(self, file: Path, data: Path) -> None:
        self._file = file
        self._language = file.parent.parent.name
        self._content = file.parent.parent.parent
        self._data = data
        self._companion: Companion | None = None
        self._watch: asyncio.Task[None] | None = None
        self._seen: dict[Path, int] = {}

    async def show(self, page: ft.Page) -> None:
        """Show the page in a browser's window. All windows share one companion."""
        companion = self._companion or await self._open()
        await open_window(page, companion)
        await page.push_route(self.address(companion.shelf))

    def address(self, shelf: Shelf) -> str:
        """Where the app shows the file; a pack, at the place on the map it leads into."""
        if self._file.parent.name == TOPICS:
            return f"/learn/{self._file.stem}"
        pack = shelf.language_sources[self._language].packs.get(self._file.stem)
        return f"/more/map/{pack.stop}" if pack else "/more/map"

    def read(self) -> tuple[Shelf, list[Finding]]:
        """The content folder as it is now, and what is to be mended in the file or its lists.

        Whether another page asks the same is for the checker of the whole library. What makes a
        file unreadable is a finding of the check ``format``. Raises PageError when a file that
        steers the checks is broken.
        """
        library = ContentLibrary(self._content, date.today(), only=self._file.stem)
        place = self._file.relative_to(self._content.parent).as_posix()
        return library.shelf, [
            each
            for each in findings_in(library)
            if each.file == place or (each.check == "format" and each.file.endswith(".toml"))
        ]

    async def _open(self) -> Companion:
        companion = self._companion = await open_companion(self._data)
        companion.store.settings.put(
            Settings(language=self._language, role=Role.NURSE, started=True)
        )
        self.refresh(companion)
        self._watch = asyncio.create_task(self._follow(companion))
        return companion

    async def _follow(self, companion: Companion) -> None:
        while True:
            await asyncio.sleep(PAUSE)
            self.refresh(companion)

    def refresh(self, companion: Companion) -> None:
        """Put a fresh shelf into the app if a file has changed, unless the page is broken now."""
        now = self._stamps()
        if now == self._seen:
            return
        self._seen = now
        try:
            shelf, findings = self.read()
        except PageError as error:
            print(error, flush=True)
            return
        _say(findings)
        if not any(finding.check in ("format", "sources") for finding in findings):
            companion.shelf = shelf
            for listener in tuple(companion.listeners):
                listener()

    def _stamps(self) -> dict[Path, int]:
        """When each file was last changed."""
        stamps = {}
        for file in self._content.rglob("*"):
            try:
                stamps[file] = file.stat().st_mtime_ns
            except FileNotFoundError:  # an editor that saves by renaming
                continue
        return stamps


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line until stopped. Returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("file", type=Path, help="a page or pack, such as content/en/topics/mrd.md")
    parser.add_argument("--port", type=int, default=0, metavar="N", help="default: any free one")
    parser.add_argument("--no-open", action="store_true", help="do not open the browser")
    chosen = parser.parse_args(arguments)
    file: Path = chosen.file.resolve()
    if not file.is_file() or file.parent.name not in (TOPICS, PACKS):
        print(f"{chosen.file}: not a page or pack of a content folder.", file=sys.stderr)
        return 1

    def announce(door: AccessGuard) -> None:
        print(f"Preview of {chosen.file}: {door.address}", flush=True)
        if not chosen.no_open:
            webbrowser.open(door.address_for_once())

    with tempfile.TemporaryDirectory(prefix="aya-preview-") as data:
        try:
            with listen(chosen.port) as listener:
                Served(Preview(file, Path(data)).show, listener, announce).serve_until_stopped()
        except PortTakenError as error:
            print(error, file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            pass
    return 0


def _say(findings: list[Finding]) -> None:
    """What is to be mended; a translation that is not stamped yet is said like anything else."""
    for finding in findings:
        print(finding)
    print(f"To mend: {len(findings)}" if findings else "Nothing to mend here.", flush=True)


if __name__ == "__main__":
    sys.exit(main())
