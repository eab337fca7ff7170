"""Locking, unlocking, hiding and erasing."""

from __future__ import annotations

from datetime import timedelta

from aya_companion.library.search.search import forget_typed
from aya_companion.state.subject import Subject
from aya_companion.store.errors import ErasingUnfinishedError


class LockActions(Subject):
    """The lock, and the cover that hides a screen at one tap."""

    @property
    def has_lock(self) -> bool:
        """Whether a passphrase or code is set."""
        return self._store.has_lock

    @property
    def is_locked(self) -> bool:
        """Whether it has to be unlocked first."""
        return self._store.is_locked

    async def unlock(self, passphrase: str) -> None:
        """Open it. Raises WrongKeyError, TooManyTriesError or another StoreError."""
        await self._store.unlock(passphrase)
        self._model.companion.touch()
        self._model.companion.tell()
        if self._store.unsaved:  # it could not be saved when it was locked
            await self._model.save()

    async def wait(self) -> timedelta:
        """How long until another try is allowed."""
        return await self._store.wait_before_unlock()

    async def hide(self) -> None:
        """Cover the screen at once, and lock where a lock is set; without one a tap uncovers it.

        Raises StoreError when something could not be saved; it is locked all the same.
        """
        forget_typed()
        self._model.hidden = True
        self._model.host.close_all()
        self._model.beat()
        try:
            if self.has_lock:
                await self._model.save_typed()
            await self._model.companion.lock()
        finally:
            if self.is_locked:
                self.show()

    def show(self) -> None:
        """Take the cover away."""
        self._model.hidden = False
        self._model.beat()

    async def set(self, passphrase: str, current: str | None) -> None:
        """Set a lock or change it; everything kept is encrypted anew.

        Raises WeakPassphraseError, WrongKeyError, TooManyTriesError or another StoreError.
        """
        try:
            await self._store.set_passphrase(passphrase, current)
        finally:
            self._model.companion.tell()

    async def remove(self, current: str) -> None:
        """Take the lock off. Raises as ``set`` does."""
        try:
            await self._store.remove_passphrase(current)
        finally:
            self._model.companion.tell()

    async def erase(self) -> None:
        """Erase everything a person wrote and chose. Raises DiskError or ReadOnlyError when nothing
        was erased; what began and could not be finished becomes ``trouble``."""
        self._model.trouble = None
        forget = self._model.companion.forget_outside
        if forget is not None and not self._store.follows:
            await forget()  # first: what is ended in the middle goes on at the next start
        try:
            await self._store.erase()
        except ErasingUnfinishedError as error:
            self._model.trouble = error
        forget_typed()
        self._model.trail.clear()
        self._model.draft = ""
        self._model.drafts.clear()
        self._model.host.close_all()
        self._model.companion.tell()
        await self._model.host.navigate("/")
