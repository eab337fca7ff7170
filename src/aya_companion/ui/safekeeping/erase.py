"""Erasing everything: the one place for it."""

from __future__ import annotations

import flet as ft

from aya_companion.state.problems import PROBLEMS
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import danger, link
from aya_companion.ui.kit.fields import text_field, words_to
from aya_companion.ui.kit.newest import use_newest
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, section
from aya_companion.ui.safekeeping.make_backup import BackupFirst
from aya_companion.ui.wording.problems import problem_words


@ft.component
def Erase(ui: Ui) -> ft.Control:
    """Erase everything, after a backup was offered and a word was typed."""
    t = ui.t
    is_open, set_open = ft.use_state(False)
    typed, typed_now, set_typed = use_newest()
    trouble, set_trouble = ft.use_state("")
    word = t.within("typed to confirm", "erase")

    def leave() -> None:
        set_open(False)
        set_typed("")
        set_trouble("")

    async def erase() -> None:
        if typed_now().strip().casefold() != word.casefold():
            set_trouble(t("Type the word exactly to go on. Nothing was erased."))
            return
        try:
            await ui.do.lock.erase()
        except PROBLEMS as error:
            set_trouble(problem_words(t, error))

    controls: list[ft.Control] = [section(ui, t("Erase everything"))]
    if not is_open:
        controls.append(
            danger(
                ui,
                t("Erase everything"),
                lambda _event: set_open(True),
                ft.Icons.DELETE_FOREVER_ROUNDED,
            )
        )
        return panel(ui, controls)
    controls.append(
        body(
            ui,
            t(
                "This removes all you wrote and chose from this device: visits, questions, "
                "answers, notes, your card and your settings. Nothing is erased before you type "
                "the word below. Afterwards it cannot be undone."
            ),
        )
    )
    if not ui.do.lock.is_locked:
        controls.append(BackupFirst(ui))
    controls.extend(
        (
            text_field(
                ui,
                t('Type "{word}" to go on', word=word),
                typed,
                words_to(set_typed),
                error=trouble,
            ),
            danger(ui, t("Erase it all now"), ui.does(erase), ft.Icons.DELETE_FOREVER_ROUNDED),
            link(ui, t("No, keep everything"), lambda _event: leave()),
        )
    )
    return panel(ui, controls)
