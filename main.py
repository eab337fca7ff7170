"""Starts AYA Companion: ``python main.py --help``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))


def main() -> int:
    """Show the app where it runs: in a packed app, in the browser's Python, or from a terminal."""
    import flet as ft

    from aya_companion.app import entry

    if sys.platform == "emscripten" or "FLET_PLATFORM" in os.environ:
        data = Path(os.environ.get("FLET_APP_STORAGE_DATA", "/data"))

        async def packed(page: ft.Page) -> None:
            await entry(page, data)

        # Phones and browsers see to it that there is one; two on a desktop would overwrite each other.
        if os.environ.get("FLET_PLATFORM") in ("linux", "macos", "windows"):
            from aya_companion.device.native.data_lock import DataInUseError, DataLock

            try:
                with DataLock(data):
                    ft.run(packed)
            except DataInUseError:
                print("AYA Companion is already running.", file=sys.stderr)
                return 1
            return 0
        ft.run(packed)
        return 0

    from aya_companion.device.served import command_line

    return command_line.run(sys.argv[1:], entry)


if __name__ == "__main__":
    raise SystemExit(main())
