"""What the person is told when something is not as it should be: saving, damage, another tab."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import flet as ft

from aya_companion.domain.damage_report import DamageReport
from aya_companion.state.problems import Problem
from aya_companion.ui.context import Ui
from aya_companion.ui.kit.buttons import link, secondary
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, section
from aya_companion.ui.wording.problems import Doing, words_for


def banners(ui: Ui) -> list[ft.Control]:
    """Everything they should know now, the most urgent first."""
    t = ui.t
    companion = ui.model.companion
    found: list[ft.Control] = []
    waits = companion.store.follows and companion.waiting
    problem = ui.model.problem_of_saving
    if companion.store.is_locked:
        if companion.store.unsaved:
            found.append(_waiting(ui))
    elif problem is not None and not waits:  # what waits has words of its own
        found.append(_not_saved(ui, problem))
    if companion.store.read_only:
        found.append(
            _banner(
                ui,
                t("Only for reading here"),
                t(
                    "A newer version of this app wrote what is stored, and this one cannot read "
                    "all of it. Nothing is lost. Update the app to see it."
                )
                if companion.store.is_partial
                else t(
                    "A newer version of this app wrote what is stored. You can read all of it. To "
                    "change something, update the app."
                ),
            )
        )
    if companion.store.follows:
        found.append(_follows(ui))
    if companion.store.notice is not None:
        found.append(_damage(ui, companion.store.notice))
    return found


def _not_saved(ui: Ui, problem: Problem) -> ft.Control:
    """What became of a change, and the button that helps. To write here has one further down."""

    async def again(_event: Any) -> None:
        await ui.model.try_again()

    head, what = words_for(ui.t, problem, Doing.SAVING)
    buttons = [secondary(ui, ui.t("Try again"), again)] if ui.model.can_try_again else []
    return _banner(ui, head, what, buttons, urgent=True)


def _waiting(ui: Ui) -> ft.Control:
    """A change that could not be saved before the app locked itself."""
    t = ui.t
    return _banner(
        ui,
        t("Not saved yet"),
        t(
            "Your last change could not be saved. It is in this app's memory only: do not close the "
            "app. Unlock it, and the change is there to be saved again."
        ),
        urgent=True,
    )


def _follows(ui: Ui) -> ft.Control:
    """That another tab writes, and how to write here."""
    t = ui.t
    what = t(
        "The app is also open in another tab or window. What you save there is shown here. To write "
        "here, tap the button; the other one then shows what you save here."
    )
    if ui.model.companion.waiting:
        what = t("Something you wrote here is not saved yet. Write here, and it is saved.")
    take = ui.model.companion.write_here
    buttons = [secondary(ui, t("Write here instead"), ui.does(take))] if take else []
    return _banner(ui, t("Open in another tab"), what, buttons)


def _damage(ui: Ui, notice: DamageReport) -> ft.Control:
    """What was damaged, from when the copy is that was used, and what to do."""
    t = ui.t
    said = []
    if notice.put_aside and notice.recovered_from is not None:
        said.append(
            t(
                "A stored file was damaged. What you see was saved on {date}. The damaged file was "
                "put aside, not deleted.",
                date=ui.f.date_time(notice.recovered_from),
            )
        )
    elif notice.put_aside:
        said.append(
            t(
                "A stored file was damaged and no older copy could be read. It was put aside, not "
                "deleted. If you have a backup, put it in under More."
            )
        )
    if notice.unread:
        said.append(
            t(
                "A stored file could not be read just now. It was left as it is. Close the app and "
                "open it again. If this comes back, save a backup."
            )
        )
    if notice.unreadable:
        said.append(
            t.many(
                "{count} entry cannot be shown. It is kept as it is.",
                "{count} entries cannot be shown. They are kept as they are.",
                notice.unreadable,
            )
        )
    if not notice.complete:
        said.append(t("The latest changes may be missing: please look them over."))
    head = (
        t("Something was damaged, and repaired")
        if notice.put_aside
        else t("Something could not be read")
    )

    async def understood() -> None:
        ui.do.backup.understood()

    return _banner(
        ui,
        head,
        " ".join(said),
        [
            secondary(ui, t("I understand"), ui.does(understood)),
            link(ui, t("Backup and privacy"), ui.goes("/more/backup")),
        ],
        urgent=True,
    )


def _banner(
    ui: Ui, head: str, what: str, buttons: Sequence[ft.Control] = (), *, urgent: bool = False
) -> ft.Control:
    ink, ground = (ui.c.call, ui.c.call_soft) if urgent else (ui.c.gold, ui.c.gold_soft)
    controls = [section(ui, head, colour=ink), body(ui, what)]
    if buttons:
        controls.append(ft.Row(list(buttons), wrap=True, spacing=8))
    return ft.Semantics(live_region=True, content=panel(ui, controls, ground=ground))
