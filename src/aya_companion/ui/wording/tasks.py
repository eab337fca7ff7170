"""What is to be done, and who does it, in words."""

from __future__ import annotations

from aya_companion.domain.tasks import Task, TaskKind
from aya_companion.i18n.catalogs import Translator
from aya_companion.ui.context import Ui


def task_name(t: Translator, task: Task) -> str:
    """What is to be done."""
    return (
        task.title
        or {
            TaskKind.MEDICINES: t("Medicines"),
            TaskKind.DRIVING: t("Driving"),
            TaskKind.CALLS: t("Phone calls"),
            TaskKind.TEMPERATURE: t("Taking the temperature"),
            TaskKind.MEALS: t("Meals"),
            TaskKind.LETTERS: t("Letters to school or work"),
            TaskKind.OTHER: "",
        }[task.kind]
    )


def task_person(ui: Ui, task: Task) -> str:
    """Who has it, and since when."""
    who = ui.own(task.who) or ui.t("Nobody yet")
    if not task.who or not task.since:
        return who
    return ui.t("{person}, since {date}", person=who, date=ui.f.medium_date(task.since))
