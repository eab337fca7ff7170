"""The one place where what a person wrote is kept."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta

from aya_companion.domain.damage_report import DamageReport
from aya_companion.store.envelope import KeyParameters
from aya_companion.store.erasing import erase, finish_erasing
from aya_companion.store.errors import (
    ErasingUnfinishedError,
    FollowsError,
    LeftoversError,
    LockedError,
    NewerVersionError,
    StoreError,
    WrongKeyError,
)
from aya_companion.store.journal import Journal
from aya_companion.store.load_result import damage_report_of
from aya_companion.store.lock import Tries, cipher_for, new_key
from aya_companion.store.locked_view import LockedView
from aya_companion.store.memory_tables import MemoryTables
from aya_companion.store.ports import Cipher, Disk, Vault
from aya_companion.store.repositories import Repositories
from aya_companion.store.repository import Session
from aya_companion.store.schema import SCHEMA, Tables


class Store(Repositories):
    """Repositories over one disk, and ``commit``, which makes their changes durable.

    One process, one event loop: take ``device.data_lock`` first. ``notice`` says what was found
    damaged at start, or at unlocking. ``read_only`` is True when a newer version of the app wrote
    what is stored: ``schema`` is then that of its records, and ``is_partial`` True when some of it
    is in a form this version does not know. While ``is_locked``, only the harmless part of the
    settings and the emergency card (unless its owner turned that off) can be read, and nothing can
    be changed. While it ``follows``, another tab of the browser is the one that writes: all can be
    read, nothing changed.
    """

    def __init__(self, disk: Disk, clock: Callable[[], datetime], vault: Vault | None) -> None:
        self._disk = disk
        self._clock = clock
        self._vault = vault
        super().__init__(Session(clock, self._check_writable))
        self._saving = asyncio.Lock()
        self.follows = False
        self._begin()

    def _begin(self) -> None:
        self._journal = Journal(self._disk, self._clock)
        self._locked_view = LockedView(self._disk, self._clock)
        self._tries = Tries(self._disk, self._clock)
        self._held: Tables = {}
        self._erasing = self.is_locked = self.read_only = self.is_partial = False
        self.schema = SCHEMA
        self.notice: DamageReport | None = None
        self._door.show(MemoryTables({}))

    @classmethod
    async def open(
        cls,
        disk: Disk,
        clock: Callable[[], datetime],
        *,
        vault: Vault | None = None,
        follows: bool = False,
    ) -> Store:
        """Read what is stored; a store with a lock comes back locked.

        ``clock`` gives aware times, ``vault`` makes the ciphers of a lock. Raises DiskError when
        the medium cannot be read.
        """
        store = cls(disk, clock, vault)
        await store.reload(disk, follows=follows)
        return store

    async def reload(self, disk: Disk, *, follows: bool) -> Tables:
        """Read again what another tab has saved, to follow it from now on or to write in its place.

        What is still being saved goes to the former disk, which may refuse it.
        It stays unlocked where the same key opens it. Returns the documents that were changed here
        and never saved: they are no longer in the store, and ``merge.carry`` puts them back. Raises
        DiskError when the medium cannot be read; what is in memory stays as it was then.
        """
        self.follows = self.follows or follows
        async with self._saving:
            image, held = self._door.image, self._held
            try:
                if not follows:
                    await finish_erasing(disk)
            except ErasingUnfinishedError:
                self._disk = disk
                self._begin()
                self._erasing = True
            else:
                await self._read(disk, follows=follows)
            self.follows = follows
            self._held = {}
            image.give_back(held)
            return image.take_unsaved()

    async def _read(self, disk: Disk, *, follows: bool) -> None:
        journal = Journal(disk, self._clock)
        key = await journal.survey()
        self._disk = disk
        self._locked_view = LockedView(disk, self._clock)
        self._tries.disk = disk
        if key is not None and (key != self._journal.key or self.is_locked):
            self._journal = journal
            await self._show_locked()
            return
        await self._load(journal, self._journal.cipher if key else None, follows=follows)
        self.is_locked = False
        if key is None and not follows and not self.read_only:
            with contextlib.suppress(StoreError):
                await self._locked_view.remove()  # a lock was taken off, and the app ended
        if self.read_only and not self.tables:  # the card of the lock screen stays in reach
            self._door.show(MemoryTables(await self._locked_view.read()))

    @property
    def unsaved(self) -> bool:
        """Whether there are changes that only memory holds."""
        return self._door.image.has_unsaved or bool(self._held)

    @property
    def has_lock(self) -> bool:
        """Whether a passphrase is set."""
        return self._journal.key is not None

    @property
    def tables(self) -> Tables:
        """All documents, tombstones included, for backups. Not to be changed."""
        return self._door.image.tables

    def take_over(self, documents: Tables) -> None:
        """Put documents as a merge made them, revisions included; ``commit`` makes them durable.

        Raises LockedError and ReadOnlyError.
        """
        self._check_writable()
        for table, by_id in documents.items():
            self._door.image.put(table, by_id)
        self._door.show(self._door.image)

    async def save_over(self, documents: Tables) -> None:
        """The same, saved before it is shown: when that fails, nothing of them is kept anywhere.

        What was unsaved is saved first. Raises LockedError and what ``commit`` raises.
        """
        async with self._saving:
            self._check_writable()
            await self._commit()
            await self._journal.append_or_take_back(documents)
            self._door.image.show_saved(documents)
            self._door.show(self._door.image)
            with contextlib.suppress(StoreError):  # they are saved; what is left is tried again
                await self._commit()

    async def commit(self) -> None:
        """Make all changes durable.

        Raises DiskFullError, ReadOnlyError or another StoreError when the medium refuses. What was
        saved before is untouched then, and the changes stay in memory: the next ``commit`` tries
        them again. Raises FollowsError while it follows another tab, and LockedError while such
        changes wait for the store to be unlocked.
        """
        async with self._saving:
            self._check_turn()
            if self._held:
                raise LockedError("store: locked, with changes that are not saved yet")
            await self._commit()

    async def _commit(self) -> None:
        await self._end_erasing()
        image = self._door.image
        changed = image.take_unsaved()
        if changed:
            try:
                await self._journal.append(changed)
            except BaseException:
                image.give_back(changed)
                raise
        if self.has_lock and not self.is_locked:
            await self._keep_lock_screen()
        if self._journal.wants_generation and not self.read_only:
            with contextlib.suppress(StoreError):  # the save itself stands; tried again later
                await self._journal.write_generation(image.tables)

    async def _keep_lock_screen(self) -> None:
        if not self.read_only:  # a card this version cannot read would be taken for an empty one
            await self._locked_view.keep(self.settings.get(), self.card.get())

    async def _end_erasing(self) -> None:
        """What is saved beside the mark of an erasing would be gone at the next start."""
        if self._erasing:
            await erase(self._disk)
            self._erasing = False

    async def unlock(self, passphrase: str) -> None:
        """Open a locked store. What could not be saved when it was locked is unsaved again.

        Raises WrongKeyError, TooManyTriesError with the time to wait, or DiskError.
        """
        async with self._saving:
            if self.is_locked:
                cipher = await self._try(passphrase)
                await self._load(self._journal, cipher, follows=self.follows)
                await self._tries.succeed()
                self.is_locked = False
                held, self._held = self._held, {}
                for table, by_id in held.items():
                    self._door.image.put(table, by_id)
                self._door.show(self._door.image)
                with contextlib.suppress(StoreError):
                    await self._keep_lock_screen()

    async def wait_before_unlock(self) -> timedelta:
        """How long until another passphrase may be tried."""
        return await self._tries.wait()

    async def lock(self) -> None:
        """Save and close, if a lock is set.

        Raises what ``commit`` raises. It is locked all the same: what could not be saved waits in
        memory until it is unlocked.
        """
        async with self._saving:
            if not self.has_lock or self.is_locked:
                return
            try:
                if self.unsaved:
                    self._check_turn()
                if not self.follows:
                    await self._commit()
                while self.unsaved:  # written while that was on its way
                    await self._commit()
            finally:
                self._held = self._door.image.take_unsaved()
                await self._show_locked()

    async def set_passphrase(self, passphrase: str, current: str | None = None) -> None:
        """Set a lock, or change it, which takes the ``current`` passphrase: everything is encrypted
        anew and all copies under the former key, or under none, are removed.

        Raises WeakPassphraseError, WrongKeyError and TooManyTriesError for ``current``, DiskError
        (the former lock then stays), LeftoversError (the new lock is set; see there).
        """
        async with self._saving:
            self._check_writable()
            await self._end_erasing()
            await self._check_current(current)
            key, cipher = await new_key(self._cryptography(), passphrase)
            await self._keep_lock_screen()
            await self._change_key(key, cipher)

    async def remove_passphrase(self, current: str) -> None:
        """Take the lock off, if there is one; everything is stored without encryption then.

        Raises as ``set_passphrase`` does.
        """
        async with self._saving:
            self._check_writable()
            if not self.has_lock:
                return
            await self._check_current(current)
            await self._change_key(None, None)
            await self._locked_view.remove()

    async def erase(self) -> None:
        """Remove everything there is, locked or not: records, generations, what was put aside, the
        lock, settings. Ends at the next start when the app ends meanwhile.

        Raises DiskError or ReadOnlyError when nothing was removed; the store is as before then. And
        ErasingUnfinishedError when erasing began: the store is empty, and goes on with it before it
        saves anything new.
        """
        async with self._saving:
            self._check_turn()
            try:
                await erase(self._disk)
            except ErasingUnfinishedError:
                self._begin()
                self._erasing = True
                raise
            self._begin()

    async def _try(self, passphrase: str) -> Cipher:
        """The cipher of a passphrase that opens what is stored; wrong ones are counted."""
        key = self._journal.key
        if key is None:
            raise WrongKeyError("lock: no passphrase is set")
        await self._tries.begin()
        cipher = await cipher_for(self._cryptography(), passphrase, key)
        await self._journal.try_cipher(cipher)
        return cipher

    async def _check_current(self, current: str | None) -> None:
        if self.has_lock:
            await self._try(current or "")
            await self._tries.succeed()

    async def _change_key(self, key: KeyParameters | None, cipher: Cipher | None) -> None:
        image = self._door.image
        changed = image.take_unsaved()
        try:
            await self._journal.change_key(key, cipher, image.tables)
        except BaseException as error:
            if not isinstance(error, LeftoversError):  # with that one, everything was written
                image.give_back(changed)
            raise

    async def _load(self, journal: Journal, cipher: Cipher | None, *, follows: bool) -> None:
        found = await journal.load(cipher)
        self._journal = journal
        self.schema = found.schema
        self.is_partial = found.unknown
        self.read_only = found.schema > SCHEMA or found.unknown
        self._door.show(MemoryTables(found.tables))
        # What the writing tab drops while this one reads is no damage; it is read again at once.
        told = (
            None if follows else damage_report_of(found, 0 if self.read_only else self.unreadable)
        )
        self.notice = told or self.notice

    async def _show_locked(self) -> None:
        self.is_locked = True
        self._journal.forget()
        self._door.show(MemoryTables(await self._locked_view.read()))

    def _cryptography(self) -> Vault:
        if self._vault is None:
            raise LockedError("lock: there is no cryptography on this device")
        return self._vault

    def _check_writable(self) -> None:
        if self.is_locked:
            raise LockedError("store: locked")
        if self.read_only:
            raise NewerVersionError("store: a newer version of the app wrote this: update the app")
        self._check_turn()

    def _check_turn(self) -> None:
        if self.follows:
            raise FollowsError("store: another tab of the app is the one that writes")
