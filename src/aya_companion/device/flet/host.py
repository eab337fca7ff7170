"""The Flet page as a host."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import flet as ft

from aya_companion.device.browser.speech import BrowserSpeech
from aya_companion.device.native.no_speech import NoSpeech
from aya_companion.device.ports import Speech


class FletHost:
    """Adapter of ``ports.Host`` over one Flet page."""

    def __init__(self, page: ft.Page) -> None:
        self._page = page
        self.speech: Speech = BrowserSpeech() if sys.platform == "emscripten" else NoSpeech()

    async def navigate(self, route: str) -> None:
        """Go to an address; Flet answers with a route change."""
        await self._page.push_route(route)

    def show(self, dialog: Any) -> None:
        """Put a dialog, sheet or notice on top."""
        self._page.show_dialog(dialog)

    def close(self) -> None:
        """Take the topmost dialog away."""
        self._page.pop_dialog()

    def close_all(self) -> None:
        """Take every dialog, sheet and notice away."""
        while self._page.pop_dialog() is not None:
            pass

    async def save_file(self, name: str, data: bytes) -> bool:
        """Save a file where its owner wants it; in a browser, download it."""
        if sys.platform == "emscripten":
            from aya_companion.device.browser.page import save_file

            # Not Flet's: it takes the file away before Safari has read it.
            return await save_file(name, data)
        path = await ft.FilePicker().save_file(file_name=name, src_bytes=data)
        return path is not None or self._page.web

    async def pick_file(self, extensions: tuple[str, ...]) -> bytes | None:
        """The bytes of a chosen file."""
        if sys.platform == "emscripten":
            from aya_companion.device.browser.page import pick_file

            # Not Flet's: in Safari it fails when the tap is more than a moment ago.
            return await pick_file(extensions)
        files = await ft.FilePicker().pick_files(
            allowed_extensions=list(extensions),
            file_type=ft.FilePickerFileType.CUSTOM,
            with_data=True,
        )
        if not files:
            return None
        chosen = files[0]
        if chosen.bytes is not None:
            return chosen.bytes
        return Path(chosen.path).read_bytes() if chosen.path else None

    async def print_document(self, html: str) -> bool:
        """Print through the page that this worker belongs to; only the browser build has one."""
        if sys.platform != "emscripten":
            return False
        import js

        await js.askPage("print", html)
        return True

    async def keep_awake(self, awake: bool) -> bool:
        """Hold or release the client's wake lock; browsers without one refuse."""
        try:
            wakelock: Any = ft.Wakelock()
            await (wakelock.enable() if awake else wakelock.disable())
        except Exception:  # each client refuses in its own way
            return False
        return True
