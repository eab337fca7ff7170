"""Putting a backup in: choose a file, its passphrase, see what would happen, then do it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, cast

import flet as ft

from aya_companion.domain.restoring import Keep, Mode, RestoreSummary
from aya_companion.state.backup_actions import FoundBackup
from aya_companion.state.problems import PROBLEMS
from aya_companion.ui.context import Handler, Ui
from aya_companion.ui.kit.buttons import link, pill, secondary
from aya_companion.ui.kit.fields import words_to
from aya_companion.ui.kit.newest import use_newest
from aya_companion.ui.kit.notices import notice
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, note, section
from aya_companion.ui.safekeeping.conflicts import conflict_panel, table_name
from aya_companion.ui.safekeeping.make_backup import BackupFirst
from aya_companion.ui.safekeeping.secret_field import SecretField
from aya_companion.ui.wording.problems import problem_words

Work = Callable[..., Awaitable[None]]


@ft.component
def Restore(ui: Ui) -> ft.Control:
    """Nothing is changed before the summary was seen."""
    t = ui.t
    data, set_data = ft.use_state(b"")
    passphrase, now, set_passphrase = use_newest()
    backup, set_backup = ft.use_state(cast("FoundBackup | None", None))
    mode, set_mode = ft.use_state(Mode.MERGE)
    choices, set_choices = ft.use_state(dict[tuple[str, str], Keep]())
    work, busy, trouble, set_trouble = _use_work(ui)

    def forget() -> None:
        set_data(b"")
        set_passphrase("")
        set_backup(None)
        set_mode(Mode.MERGE)
        set_choices({})
        set_trouble("")

    async def pick() -> None:
        forget()
        chosen = await ui.do.backup.pick()
        if chosen is None:
            return
        if ui.do.backup.needs_passphrase(chosen):
            set_data(chosen)
        else:
            set_backup(await ui.do.backup.look(chosen, None))

    async def look() -> None:
        set_backup(await ui.do.backup.look(data, now()))
        set_trouble("")

    async def put_in(found: FoundBackup) -> None:
        await ui.do.backup.restore(found, mode, choices)
        forget()
        notice(ui, t("The backup is in."))

    controls: list[ft.Control] = [section(ui, t("Put a backup in"))]
    cancel = link(ui, t("Cancel"), lambda _event: forget())
    if backup is not None:
        controls += _found(ui, backup, mode, set_mode, choices, set_choices)
        button = ui.does(work, put_in, backup)
        controls += [_step(ui, t("Put it in"), button, busy, ft.Icons.CHECK_ROUNDED), cancel]
    elif data:
        inside = ui.does(work, look)
        controls.append(_passphrase(ui, passphrase, set_passphrase, trouble, inside))
        controls += [_step(ui, t("Look inside"), inside, busy), cancel]
    else:
        controls += _choosing(ui, ui.does(work, pick))
    if trouble and (backup is not None or not data):  # the field has its own place for it
        controls.append(_trouble(ui, trouble))
    return panel(ui, controls)


def _use_work(ui: Ui) -> tuple[Work, bool, str, Callable[[str], None]]:
    """How to run a step, whether one runs, and what went wrong."""
    trouble, set_trouble = ft.use_state("")
    busy, set_busy = ft.use_state(False)

    async def work(step: Callable[..., Awaitable[None]], *args: Any) -> None:
        set_busy(True)
        try:
            await step(*args)
        except PROBLEMS as error:
            set_trouble(problem_words(ui.t, error))
        finally:
            set_busy(False)

    return work, busy, trouble, set_trouble


def _passphrase(
    ui: Ui, typed: str, set_typed: Callable[[str], None], trouble: str, look: Handler
) -> ft.Control:
    name = ui.t("Passphrase of the backup")
    return SecretField(ui, name, typed, words_to(set_typed), error=trouble, on_submit=look)


def _step(
    ui: Ui, words: str, action: Handler, busy: bool, icon: ft.IconData | None = None
) -> ft.Control:
    return secondary(ui, ui.t("Working …") if busy else words, action, icon, fill=True)


def _trouble(ui: Ui, words: str) -> ft.Control:
    return ft.Semantics(live_region=True, content=body(ui, words, colour=ui.c.call))


def _choosing(ui: Ui, pick: Handler) -> list[ft.Control]:
    t, icon = ui.t, ft.Icons.FOLDER_OPEN_ROUNDED
    return [
        note(ui, t("You see what would change before anything is changed.")),
        secondary(ui, t("Choose a file"), pick, icon, fill=True),
    ]


def _found(
    ui: Ui,
    backup: FoundBackup,
    mode: Mode,
    set_mode: Callable[[Mode], None],
    choices: dict[tuple[str, str], Keep],
    set_choices: Callable[[dict[tuple[str, str], Keep]], None],
) -> list[ft.Control]:
    """What is in the file, what it would change, and what to think of first."""
    t = ui.t
    plan = ui.do.backup.plan(backup, mode)
    made = t("Backup of {date}", date=ui.f.date_time(backup.made_at))
    controls: list[ft.Control] = [
        body(ui, made, strong=True),
        _partial(ui) if backup.is_partial else _modes(ui, mode, set_mode),
        *_summary(ui, plan),
    ]
    if backup.left_out:
        left_out = t.many(
            "{count} entry in this file cannot be read. It is left out.",
            "{count} entries in this file cannot be read. They are left out.",
            backup.left_out,
        )
        controls.append(body(ui, left_out, strong=True, colour=ui.c.call))
    if mode is Mode.REPLACE:
        goes = t("What is here now goes away. Save a backup of it first.")
        controls.append(body(ui, goes, colour=ui.c.call, strong=True))
    if not ui.do.backup.is_empty:
        controls.append(BackupFirst(ui))
    controls += [conflict_panel(ui, each, choices, set_choices) for each in plan.conflicts]
    return controls


def _partial(ui: Ui) -> ft.Control:
    return body(
        ui,
        ui.t(
            "This file holds chosen entries only, made for another phone. They are put together "
            "with what is here."
        ),
    )


def _modes(ui: Ui, mode: Mode, set_mode: Callable[[Mode], None]) -> ft.Control:
    """Together with what is here, or in its place."""
    names = {
        Mode.MERGE: ui.t("Together with what is here"),
        Mode.REPLACE: ui.t("In place of what is here"),
    }
    return ft.Row(
        [
            pill(ui, name, lambda _event, some=some: set_mode(some), selected=some is mode)
            for some, name in names.items()
        ],
        wrap=True,
        spacing=8,
        run_spacing=8,
    )


def _summary(ui: Ui, plan: RestoreSummary) -> list[ft.Control]:
    """What would be added, changed and taken away, by kind."""
    t, f = ui.t, ui.f
    rows: list[ft.Control] = []
    for table, count in plan.counts.items():
        parts = [
            t("{count} new", count=f.number(count.added)) if count.added else "",
            t("{count} changed", count=f.number(count.changed)) if count.changed else "",
            t("{count} taken away", count=f.number(count.deleted)) if count.deleted else "",
        ]
        said = f.list_of(part for part in parts if part)
        if said:
            rows.append(body(ui, t("{what}: {changes}", what=table_name(ui, table), changes=said)))
    if not rows and not plan.conflicts:
        rows.append(body(ui, t("Everything in it is here already.")))
    return rows
