"""What the app's Python asks of the page it runs behind, and of the copy kept on the device."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from typing import Any

import js
from pyodide.ffi import JsException, jsnull, to_js

from aya_companion.device.browser.user_agent import is_webkit
from aya_companion.domain.installation import Installed


async def installed() -> Installed:
    """Look at what the service worker has kept, and where the app was opened from."""
    build = js.ayaBuild
    on_home_screen = await is_on_home_screen()
    in_safari = is_webkit(str(js.navigator.userAgent))
    return Installed(
        release=str(build.release),
        build=str(build.version),
        works_offline=await _is_kept("works-offline"),
        fonts_for_all=await _is_kept("everything-kept"),
        on_home_screen=on_home_screen,
        in_safari=in_safari,
        may_forget=not on_home_screen and in_safari,
    )


async def keep_first_paint(language: str, numbers: Iterable[tuple[str, str, str]]) -> None:
    """Show these numbers at the next start before the app is up: a name, the number as it was
    typed, and as it is dialled.

    They stay readable for whoever opens the browser, so their owner has to have allowed it.
    """
    listed = [{"label": label, "number": number, "dial": dial} for label, number, dial in numbers]
    await _ask("rememberFirstPaint", {"language": language, "numbers": listed})


async def forget_first_paint() -> None:
    """Show no numbers before the app is up."""
    await _ask("rememberFirstPaint", None)


async def ask_to_persist() -> None:
    """Ask the browser not to clear what is written when it runs out of room.

    Its answer changes nothing: Safari clears after a week without a visit all the same, and where
    another browser says no, the reminders of a backup are what helps.
    """
    await _ask("persist", None)


async def is_on_home_screen() -> bool:
    """Whether the app was opened from the home screen and not in a browser's tab."""
    return bool(await _ask("isInstalled", None))


async def print_document(html: str) -> None:
    """Open the browser's print dialog for a self-contained document."""
    await _ask("print", html)


async def save_file(name: str, data: bytes) -> bool:
    """Give a file to its owner, as ``tools/web/files.js`` does it; whether they took it.

    Raises OSError.
    """
    return bool(await _ask_for_file("saveFile", {"name": name, "data": data}))


async def pick_file(extensions: Iterable[str]) -> bytes | None:
    """The bytes of a file that they chose, or None. Raises OSError."""
    chosen = await _ask_for_file("pickFile", [f".{extension}" for extension in extensions])
    return None if chosen is jsnull else bytes(chosen.to_bytes())


async def _ask_for_file(service: str, value: Any) -> Any:
    try:
        return await _ask(service, value)
    except JsException as error:
        raise OSError(errno.EIO, f"a file in the browser: {error.name}") from None


async def _is_kept(address: str) -> bool:
    return bool(await js.caches.match(js.ayaBase + address))


async def _ask(service: str, value: Any) -> Any:
    return await js.askPage(service, _object(value))


def _object(value: Any) -> Any:
    """The value as JavaScript has it, dictionaries as plain objects."""
    return to_js(value, dict_converter=js.Object.fromEntries)
