"""A device that does nothing but remember what it was asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.fakes.speech import FakeSpeech


class FakeHost:
    """Stands for ``device.ports.Host``: shown dialogs and saved files are kept for a look.

    ``arrived`` is told each address gone to, as the real window tells the model. ``to_pick`` is the
    file that a person chooses next, ``refuses_files`` what they do with one that is offered.
    ``prints`` says whether there is a print dialog, ``can_stay_awake`` whether the screen stays on.
    """

    def __init__(self, arrived: Callable[[str], None] = lambda route: None) -> None:
        self.arrived = arrived
        self.visited: list[str] = []
        self.dialogs: list[Any] = []
        self.notices: list[Any] = []
        self.files: dict[str, bytes] = {}
        self.to_pick: bytes | None = None
        self.refuses_files = False
        self.prints = False
        self.printed: list[str] = []
        self.can_stay_awake = True
        self.is_awake = False
        self.speech = FakeSpeech()

    async def navigate(self, route: str) -> None:
        """Go there at once."""
        self.visited.append(route)
        self.arrived(route)

    def show(self, dialog: Any) -> None:
        """Keep a dialog on top of the others; a notice is kept apart, for it blocks nothing."""
        kind = type(dialog).__name__
        (self.notices if kind == "SnackBar" else self.dialogs).append(dialog)

    def close(self) -> None:
        """Take the topmost dialog away."""
        self.dialogs.pop()

    def close_all(self) -> None:
        """Take all of them away, notices too."""
        self.dialogs.clear()
        self.notices.clear()

    async def save_file(self, name: str, data: bytes) -> bool:
        """Keep the file, unless files are refused."""
        if self.refuses_files:
            return False
        self.files[name] = data
        return True

    async def pick_file(self, extensions: tuple[str, ...]) -> bytes | None:
        """The file that waits to be chosen."""
        return self.to_pick

    async def print_document(self, html: str) -> bool:
        """Keep the document where printing is possible."""
        if self.prints:
            self.printed.append(html)
        return self.prints

    async def keep_awake(self, awake: bool) -> bool:
        """Remember it, where it is possible."""
        self.is_awake = awake and self.can_stay_awake
        return self.can_stay_awake
