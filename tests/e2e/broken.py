"""The app with screens that fail and quote what a person wrote: ``python broken.py`` as main.py."""

from __future__ import annotations

import sys
from pathlib import Path

import flet as ft

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

from aya_companion.app import entry  # noqa: E402
from aya_companion.device.served import command_line  # noqa: E402
from aya_companion.ui.context import Ui  # noqa: E402
from aya_companion.ui.frame.screen import screen  # noqa: E402
from aya_companion.ui.kit.buttons import primary  # noqa: E402
from aya_companion.ui.root import SCREENS  # noqa: E402
from aya_companion.ui.routes import Route  # noqa: E402

WORDS = "is my hair going to fall out"


def cannot_be_drawn(ui: Ui, route: Route) -> ft.View:
    """A screen that fails."""
    raise ValueError(WORDS)


@ft.component
def _part(ui: Ui) -> ft.Control:
    broken, set_broken = ft.use_state(False)
    if broken:
        raise ValueError(WORDS)
    return primary(ui, "Break a part", lambda _event: set_broken(True))


def cannot_be_used(ui: Ui, route: Route) -> ft.View:
    """A screen whose button fails, with a part that fails once it changes."""

    async def fail() -> None:
        raise ValueError(WORDS)

    return screen(ui, route, [primary(ui, "Break", ui.does(fail)), _part(ui)], name="Breaking")


if __name__ == "__main__":  # only there: tests import the words above, and share one process
    SCREENS["about"] = cannot_be_drawn
    SCREENS["saved"] = cannot_be_used
    raise SystemExit(command_line.run(sys.argv[1:], entry))
