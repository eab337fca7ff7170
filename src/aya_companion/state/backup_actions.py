"""Backups that their owner holds: made, handed out, looked into, put in."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from aya_companion.domain.restoring import Keep, Mode, RestoreSummary
from aya_companion.state.subject import Subject
from aya_companion.store import backup as backups
from aya_companion.store import merge
from aya_companion.store.backup import Backup
from aya_companion.store.errors import ReadOnlyError


@dataclass(frozen=True)
class FoundBackup:
    """What is told of a backup that was looked into; what it holds stays inside.

    ``is_partial`` is True when it holds chosen records only, ``left_out`` counts those that this
    version cannot read.
    """

    made_at: datetime
    is_partial: bool
    left_out: int
    inside: Backup = field(repr=False)


class BackupActions(Subject):
    """Everything about backups. Files leave and enter only by their owner's hand."""

    @property
    def reminder_due(self) -> bool:
        """Whether to remind gently."""
        return backups.reminder_due(self._store, self._model.now())

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written yet that would be missed; choices are made again at once."""
        choices = ("settings", "backups")
        return not any(docs for table, docs in self._store.tables.items() if table not in choices)

    @property
    def warning_due(self) -> bool:
        """Whether to warn that this browser may forget what was written."""
        installed = self._model.companion.installed
        if installed is None or not installed.may_forget:
            return False
        return backups.warning_due(self._store, self._model.now())

    def understood(self) -> None:
        """What was damaged at start was read, and is not told again."""
        self._store.notice = None
        self._model.companion.tell()

    async def put_off(self) -> None:
        """Not now; remind again later."""
        backups.put_off(self._store, self._model.now())
        await self._model.save()

    async def save_encrypted(self, passphrase: str) -> bool:
        """Make an encrypted backup and hand it over. Returns False when they changed their mind.

        Raises WeakPassphraseError, or OSError when the file could not be written.
        """
        now = self._model.now()
        data = await backups.export_encrypted(
            self._store, now, passphrase, self._model.companion.vault
        )
        return await self._hand_over(backups.file_name(now, encrypted=True), data)

    async def save_plain(self, *, with_private: bool) -> bool:
        """Make a backup everyone can read and hand it over. Raises OSError."""
        now = self._model.now()
        data = backups.export_plain(self._store, now, with_private=with_private)
        return await self._hand_over(backups.file_name(now, encrypted=False), data)

    async def _hand_over(self, name: str, data: bytes) -> bool:
        if not await self._model.host.save_file(name, data):
            return False
        with contextlib.suppress(ReadOnlyError):  # where nothing can be changed, they hold the file
            backups.note_made(self._store, self._model.now())
            await self._model.save()  # and also when this cannot be remembered
        return True

    async def pick(self) -> bytes | None:
        """The bytes of a backup they chose, or None. Raises OSError."""
        return await self._model.host.pick_file(("ayabackup", "json"))

    def needs_passphrase(self, data: bytes) -> bool:
        """Whether the file is encrypted. Raises BackupError."""
        return backups.is_encrypted(data)

    async def look(self, data: bytes, passphrase: str | None) -> FoundBackup:
        """The backup in a file. Raises BackupError or WrongKeyError; nothing is changed."""
        found = await backups.read(data, passphrase, self._model.companion.vault)
        return FoundBackup(found.made_at, found.partial, len(found.unreadable), found)

    def plan(self, found: FoundBackup, mode: Mode) -> RestoreSummary:
        """What putting it in would do; nothing is changed."""
        return merge.plan(self._store, found.inside, mode)

    async def restore(
        self, found: FoundBackup, mode: Mode, choices: Mapping[tuple[str, str], Keep]
    ) -> None:
        """Put it in. Raises StoreError; nothing is changed then."""
        await merge.restore(
            self._store, found.inside, mode, choices, clock=self._model.companion.clock
        )
        self._model.companion.tell()
