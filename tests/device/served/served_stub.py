"""An empty app behind the real command line, for tests of how it is served."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "src"))

import flet as ft

from aya_companion.device.served.command_line import run


async def entry(page: ft.Page, data: Path) -> None:
    """Shows the folder that it was given."""
    page.add(ft.Text(str(data)))


if __name__ == "__main__":
    raise SystemExit(run(sys.argv[1:], entry))
