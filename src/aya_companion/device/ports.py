"""What the screens may ask of the device they are shown on."""

from __future__ import annotations

import asyncio
from typing import Any, Protocol

from aya_companion.domain.errors import CompanionError
from aya_companion.domain.speech import Said, SpeechSupport


class Speech(Protocol):
    """The device's voice. Adapters: ``browser.speech``, ``native.no_speech``, the tests' fake."""

    async def support(self, language: str) -> SpeechSupport:
        """Whether there is a voice for a language that works without a network."""
        ...

    async def say(self, words: str, language: str, speed: float) -> Said:
        """Say words, ``speed`` times as fast as usual; returns when they end, and how."""
        ...

    async def stop(self) -> None:
        """Stop in the middle of a word."""
        ...


class Host(Protocol):
    """The window or page the app is shown in. Adapters: ``flet.host`` and the tests' fake."""

    @property
    def speech(self) -> Speech:
        """The device's voice."""
        ...

    async def navigate(self, route: str) -> None:
        """Go to an address such as ``/learn/mrd``; the system's back button knows it."""
        ...

    def show(self, dialog: Any) -> None:
        """Put a dialog, sheet or notice on top."""
        ...

    def close(self) -> None:
        """Take the topmost dialog or sheet away."""
        ...

    def close_all(self) -> None:
        """Take every dialog, sheet and notice away."""
        ...

    async def save_file(self, name: str, data: bytes) -> bool:
        """Hand a file to its owner: a share sheet, a save dialog or a download.

        Returns False when they changed their mind. Raises OSError when it could not be written.
        """
        ...

    async def pick_file(self, extensions: tuple[str, ...]) -> bytes | None:
        """The bytes of a file its owner chose, or None. Raises OSError when it cannot be read."""
        ...

    async def print_document(self, html: str) -> bool:
        """Open the print dialog, which also saves PDF, for a self-contained HTML document.

        Returns False where there is none: hand the document out as a file then.
        """
        ...

    async def keep_awake(self, awake: bool) -> bool:
        """Keep the screen on, or let it go dark again. Returns whether the device can."""
        ...


class NoTabLocksError(CompanionError):
    """The browser cannot say which of several open copies writes: open the app over https, in a
    newer browser."""


class Tabs(Protocol):
    """The open copies of the app that share one diary, of which one writes.

    Adapters: ``browser.tabs`` and the tests' fake. ``turn`` is the number of this copy's turn while
    it is the one that writes, another number each time, and None while it is not. ``news`` is set
    when ``turn`` changes and when another copy saved something.
    """

    turn: int | None
    news: asyncio.Event

    async def turn_now(self) -> int | None:
        """The turn, asked anew: a page that was frozen may not have heard of its end."""
        ...

    async def write_here(self) -> None:
        """Become the one that writes, in place of the copy that is. Raises NoTabLocksError."""
        ...

    def tell_saved(self) -> None:
        """Tell the other copies that something was saved."""
        ...
