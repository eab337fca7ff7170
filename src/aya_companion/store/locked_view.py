"""What can be seen while the store is locked, kept beside it without encryption.

Choices of language and appearance, which say nothing a person wrote, and the emergency card unless
its owner turned that off.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime

from aya_companion.domain.care_team import EmergencyCard
from aya_companion.domain.codec import encode
from aya_companion.domain.records import PROFILE
from aya_companion.domain.settings import Settings
from aya_companion.store.envelope import BlobKind, Header, look, pack, unpack
from aya_companion.store.errors import DamagedError, UnknownFormatError, disk_error
from aya_companion.store.migrations import migrate
from aya_companion.store.ports import Disk
from aya_companion.store.schema import SCHEMA, Tables, tables_in

NAME = "lock-screen"


class LockedView:
    """The one unencrypted blob of a locked store; there is none while no lock is set."""

    def __init__(self, disk: Disk, clock: Callable[[], datetime]) -> None:
        self._disk = disk
        self._clock = clock
        self._kept: Tables | None = None

    async def read(self) -> Tables:
        """The tables to show while locked; none when the blob is gone or damaged."""
        with contextlib.suppress(OSError, DamagedError, UnknownFormatError):
            data = await self._disk.read(NAME)
            if data is not None and (envelope := look(data)).header.key is None:
                tables = tables_in(await unpack(envelope, None))
                self._kept = migrate(tables, envelope.header.schema)
        return self._kept or {}

    async def keep(self, settings: Settings, card: EmergencyCard) -> None:
        """Write what may be seen, when it changed. Raises DiskError or ReadOnlyError."""
        shown = {"settings": {PROFILE: encode(_harmless(settings))}, "card": {PROFILE: _card(card)}}
        if shown == self._kept:
            return
        header = Header(BlobKind.LOCK_SCREEN, SCHEMA, self._clock())
        data = await pack(header, {"tables": shown}, None)
        try:
            await self._disk.write(NAME, data)
        except OSError as error:
            raise disk_error(error, "writing what is seen while locked") from error
        self._kept = shown

    async def remove(self) -> None:
        """Remove it. Raises DiskError or ReadOnlyError."""
        self._kept = None
        try:
            await self._disk.delete(NAME)
        except OSError as error:
            raise disk_error(error, "removing what is seen while locked") from error


def _harmless(settings: Settings) -> Settings:
    """Only what the lock screen needs to look right. Not who they are or where in treatment."""
    return Settings(
        language=settings.language,
        second_language=settings.second_language,
        appearance=settings.appearance,
        text_size=settings.text_size,
        lock_after_minutes=settings.lock_after_minutes,
        started=settings.started,
    )


def _card(card: EmergencyCard) -> dict[str, object]:
    return encode(card if card.shown_when_locked else EmergencyCard(shown_when_locked=False))
