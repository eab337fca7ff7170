"""Handing documents and files to the person, and saying what happened."""

from __future__ import annotations

from collections.abc import Callable

from aya_companion.state.paper_actions import Handed
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.notices import notice


async def hand_out(ui: Ui, name: str, make: Callable[[], str], printed: bool) -> None:
    """Print a document or hand it out as a file; ``make`` gives its HTML."""
    try:
        handed = await (ui.do.paper.print if printed else ui.do.paper.save)(name, make())
    except OSError:
        notice(ui, ui.t("The file could not be written. Free some space, then try again."))
        return
    if handed is Handed.AS_A_FILE:
        notice(ui, ui.t("Saved as a file. Open it to print it or send it."))
