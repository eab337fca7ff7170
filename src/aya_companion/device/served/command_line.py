"""``python main.py``: its options, what it prints, and how it ends."""

from __future__ import annotations

import argparse
import os
import sys
import webbrowser
from collections.abc import Awaitable, Callable
from pathlib import Path

import flet as ft
import platformdirs

from aya_companion.device.flet.replace_once import FletChangedError
from aya_companion.device.flet.window_package import WindowMissingError, require_window_package
from aya_companion.device.native.data_lock import DataInUseError, DataLock
from aya_companion.device.served.access_guard import AccessGuard
from aya_companion.device.served.server import (
    ASSETS,
    PortForbiddenError,
    PortTakenError,
    Served,
    listen,
)

Entry = Callable[[ft.Page, Path], Awaitable[None]]
"""What shows the app on a page, with the directory that keeps the person's data."""

DEFAULT_PORT = 8550


def run(arguments: list[str], entry: Entry) -> int:
    """Run the app until it is stopped. Returns the exit code: 0, or 1 after a one-line error."""
    options = parser().parse_args(arguments)
    data: Path = options.data or platformdirs.user_data_path("aya-companion", appauthor=False)

    async def main(page: ft.Page) -> None:
        await entry(page, data)

    try:
        with DataLock(data):
            _show(options, main)
    except DataInUseError:
        return _fail(f"AYA Companion is already running on {data}. Use that one, or close it.")
    except (PortTakenError, PortForbiddenError, WindowMissingError, FletChangedError) as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"Cannot write to {error.filename or data}: {error.strerror or error}.")
    except KeyboardInterrupt:
        pass
    return 0


def parser() -> argparse.ArgumentParser:
    """The options."""
    parser = argparse.ArgumentParser(
        prog="python main.py", description="AYA Companion, on this computer only."
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=DEFAULT_PORT,
        metavar="N",
        help=f"port on 127.0.0.1, 0 for any free one (default: {DEFAULT_PORT})",
    )
    parser.add_argument(
        "--data",
        type=lambda text: Path(text).expanduser().resolve(),
        metavar="DIR",
        help="directory for what you write (default: your system's place for application data)",
    )
    parser.add_argument("--no-open", action="store_true", help="do not open the browser")
    parser.add_argument(
        "--window",
        action="store_true",
        help="open a window of its own instead of the browser (needs the package flet-desktop)",
    )
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)


def _show(options: argparse.Namespace, main: Callable[[ft.Page], Awaitable[None]]) -> None:
    if options.window:
        _show_window(main)
    else:
        with listen(options.port) as listener:
            announce = _print if options.no_open else _print_and_open
            Served(main, listener, announce).serve_until_stopped()


def _show_window(main: Callable[[ft.Page], Awaitable[None]]) -> None:
    require_window_package()
    ft.run(main, view=ft.AppView.FLET_APP, assets_dir=str(ASSETS))


def _print(door: AccessGuard) -> None:
    print(f"AYA Companion: {door.address}", flush=True)


def _print_and_open(door: AccessGuard) -> None:
    _print(door)
    if _has_screen():
        webbrowser.open(door.address_for_once())


def _has_screen() -> bool:
    """False in a bare terminal, where the text browser of the system would take it over."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 1
