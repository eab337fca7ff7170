"""Who does what: things that family and friends take on."""

from __future__ import annotations

from dataclasses import replace

from aya_companion.domain.tasks import Task, TaskKind
from aya_companion.state.model import Model
from aya_companion.state.note_actions import NoteActions
from aya_companion.state.subject import Subject

USUAL = tuple(kind for kind in TaskKind if kind is not TaskKind.OTHER)
"""The kinds that are always on the list, taken on or not."""


class TaskActions(Subject):
    """Take a thing on, hand it over, add one, delete one."""

    def __init__(self, model: Model) -> None:
        super().__init__(model)
        self._today = NoteActions(model).today

    def all(self) -> list[Task]:
        """The usual things first, each of them once, then those they added.

        Where two records tell of the same usual thing, the later one counts.
        """
        kept = self._store.tasks.all()
        by_kind = {task.kind: task for task in sorted(kept, key=lambda t: (t.updated_at, t.id))}
        usual = [by_kind.get(kind) or self._new(kind, "") for kind in USUAL]
        return usual + [task for task in kept if task.kind is TaskKind.OTHER]

    def names(self) -> list[str]:
        """Everyone who has something now, each once."""
        return list(dict.fromkeys(task.who for task in self.all() if task.who))

    async def take_over(self, task: Task, who: str) -> bool:
        """Somebody has it from today on; "" when nobody does. Returns whether it was saved."""
        who = who.strip()
        self._store.tasks.put(replace(task, who=who, since=self._today() if who else None))
        return await self._model.save()

    async def add(self, title: str) -> Task | None:
        """A thing of their own, saved; None when it has no name, or when it could not be saved."""
        if not title.strip():
            return None
        task = self._store.tasks.put(self._new(TaskKind.OTHER, title.strip()))
        return task if await self._model.save() else None

    async def delete(self, task: Task) -> bool:
        """Take it off the list; ``restore`` brings it back. Returns whether it was saved."""
        self._store.tasks.delete(task.id)
        return await self._model.save()

    async def restore(self, task: Task) -> None:
        """Undo a deletion."""
        self._store.tasks.put(task)
        await self._model.save()

    def _new(self, kind: TaskKind, title: str) -> Task:
        now = self._model.now()
        # A usual thing has the same id on every phone, so that merging finds it.
        record_id = self._store.new_id() if kind is TaskKind.OTHER else kind.value
        return Task(id=record_id, created_at=now, updated_at=now, kind=kind, title=title)
