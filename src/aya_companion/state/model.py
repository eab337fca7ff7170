"""What one window shows: where it is, how wide it is, and what just went wrong."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

import flet as ft

from aya_companion.device.ports import Host
from aya_companion.domain.settings import Settings
from aya_companion.i18n.locales import LOCALES
from aya_companion.state.companion import Companion
from aya_companion.state.problems import Problem, Remedy
from aya_companion.state.refusal import Attempt, running
from aya_companion.store.errors import ReadOnlyError, StoreError


@ft.observable
@dataclass
class Pulse:
    """Beats once for every change a screen must hear of."""

    beat: int = 0


CALL = "/call"
"""The emergency card: whoever looks at it in the middle of a sentence comes back to it."""


class Model:
    """The state of one window, and the way back through it.

    ``trouble`` is the last error of the store; a screen shows it until it is put right. The action
    it happened to can be asked for again (``try_again``) until the person goes elsewhere. ``hidden``
    is True while the screen is covered against curious eyes. ``draft`` carries words to the screen
    that is opened next; they never stand in an address, which a browser would remember. ``drafts`` is
    what is being typed here, so that it is still there when the app locked itself meanwhile, or
    after a look at the emergency card; ``savers`` save what would be lost by leaving, each under
    the part of the screen it belongs to, with whether it saves when the device hides the app, too.
    ``problem`` is the kind of error the app itself ran into, "" when all is well.
    """

    def __init__(self, companion: Companion, host: Host) -> None:
        self.companion = companion
        self.host = host
        self.pulse = Pulse()
        self.route = "/"
        self.trail: list[str] = []
        self.width = 390.0
        self.system_dark = False
        self.trouble: StoreError | None = None
        self.hidden = False
        self.problem = ""
        self.draft = ""
        self.drafts: dict[tuple[str, str], Any] = {}
        self.savers: dict[object, tuple[Callable[[], Awaitable[Any]], bool]] = {}
        self._refused: Attempt | None = None
        self._typed_at = self.route
        self._submitting = False
        self._done = False
        companion.listeners.add(self.hear)

    def leave(self) -> None:
        """Stop listening; called when the window closes."""
        self.companion.listeners.discard(self.hear)

    def hear(self) -> None:
        """Something changed for all windows; once locked, nothing stays open above the screen."""
        store = self.companion.store
        if store.is_locked:
            self.host.close_all()
            self._give_up()
        if self._refused is not None and not store.holds(self._refused.changes):
            self._refused = None  # it waits for this tab's turn, beside what another one saved
        waits = store.follows or store.unsaved or self._refused is not None
        if isinstance(self.trouble, ReadOnlyError) and not waits:
            self.trouble = None  # this copy writes now, and nothing waits in it
        self.beat()

    def beat(self) -> None:
        """Have every screen of this window drawn again."""
        self.pulse.beat += 1

    @property
    def settings(self) -> Settings:
        """What the person chose, without a second language that this version does not have."""
        settings = self.companion.store.settings.get()
        if settings.second_language in LOCALES:
            return settings
        return replace(settings, second_language="")

    def now(self) -> datetime:
        """The moment it is, aware."""
        return self.companion.clock()

    async def change_settings(self, **changes: Any) -> bool:
        """Keep changed settings. Returns whether they were saved."""
        settings = self.companion.store.settings
        settings.put(replace(settings.get(), **changes))
        return await self.save()

    async def save(self) -> bool:
        """Make what changed durable. Returns False, and shows why, when it could not be."""
        try:
            await self.companion.commit()
        except StoreError as error:
            self._refuse(error)
            return False
        if self.trouble is not None:
            self.trouble = self._refused = None
            self.beat()
        return True

    async def attempt(
        self, action: Callable[..., Awaitable[Any]], *args: Any, **kwargs: Any
    ) -> None:
        """Run an action; a store that refuses it becomes ``trouble`` instead of a crash."""
        self.companion.touch()
        run = partial(action, *args, **kwargs)
        await self._attempt(run, partial(self.attempt, run))

    async def attempt_quietly(
        self, action: Callable[..., Awaitable[Any]], *args: Any, **kwargs: Any
    ) -> None:
        """The same for what the app does by itself: it does not count as a touch."""
        run = partial(action, *args, **kwargs)
        await self._attempt(run, partial(self.attempt, run))

    async def _attempt(
        self, run: Callable[[], Awaitable[Any]], again: Callable[[], Awaitable[Any]]
    ) -> None:
        with self.companion.store.noting() as changes:
            token = running.set(Attempt(self.route, again, changes))
            try:
                await run()
            except StoreError as error:
                self._refuse(error)
            finally:
                running.reset(token)

    def _refuse(self, error: StoreError) -> None:
        """Show what was refused, and keep how to ask for it again."""
        self.trouble = error
        self._refused = None if self.companion.store.is_locked else running.get()
        self.beat()

    def _give_up(self) -> None:
        """The person is elsewhere: what was refused is asked for no more. What waits in memory, and
        an erasing that has begun, are still told."""
        self._refused = None
        waits = self.companion.store.unsaved or self.problem_of_saving is Problem.ERASING
        if not waits:
            self.trouble = None

    @property
    def problem_of_saving(self) -> Problem | None:
        """The kind of ``trouble``; None when all is well."""
        if self.trouble is None:
            return None
        kind = Problem.of(self.trouble)
        taken_over = kind is Problem.ELSEWHERE and not self.companion.store.follows
        return Problem.TAKEN_OVER if taken_over else kind

    @property
    def can_try_again(self) -> bool:
        """Whether asking again may help, and what was refused is still at hand, or in memory."""
        problem = self.problem_of_saving
        if problem is None or problem.remedy is not Remedy.AGAIN:
            return False
        unfinished = self.companion.store.unsaved or problem is Problem.ERASING
        return unfinished or self._refused_here is not None

    @property
    def _refused_here(self) -> Attempt | None:
        refused = self._refused
        return refused if refused is not None and refused.route == self.route else None

    async def try_again(self) -> None:
        """Do what was refused; where it is no longer at hand, save what waits in memory.

        What it had changed in memory is taken back first, so that nothing is done twice. What was
        changed since then, or saved, is not: it is only saved.
        """
        self.companion.touch()
        store, refused = self.companion.store, self._refused_here
        if refused is None or not store.take_back(refused.changes):
            await self.save()
            return
        self.trouble = self._refused = None
        with store.noting() as changes:
            await refused.again()
        if not changes.made:  # a form that let go of the words, for they were in memory
            store.put_back(refused.changes)
        if self.trouble is None and store.unsaved:  # that, or what was refused before
            await self.save()
        self.beat()

    async def save_typed(self, *, hidden: bool = False) -> None:
        """Save what is being typed: the person goes elsewhere, or the device hides the app."""
        for save, when_hidden in tuple(self.savers.values()):
            if when_hidden or not hidden:
                await self.attempt_quietly(save)

    async def submit(
        self, action: Callable[..., Awaitable[Any]], *args: Any, **kwargs: Any
    ) -> None:
        """Run what ends a form once: while it runs, and until the form is left, not again."""
        if self._submitting or self._done:
            return
        self._submitting = True
        self.companion.touch()
        run = partial(action, *args, **kwargs)
        try:
            await self._attempt(run, partial(self.submit, run))
        finally:
            self._submitting = False

    async def done(self, parent: str) -> None:
        """Leave a form that was saved, as ``back`` does; nothing is being typed any more."""
        self.drafts.clear()
        self._done = True
        await self.back(parent)

    def take_draft(self, name: str) -> str:
        """The words that were carried here, from now on kept like what is typed under ``name``."""
        draft, self.draft = self.draft, ""
        if draft:
            self.drafts[self.route, name] = draft
        return draft

    async def go(self, route: str) -> None:
        """Open an address, keeping the way back."""
        self.companion.touch()
        await self.save_typed()
        if route != self.route:
            self.trail.append(self.route)
        await self.host.navigate(route)

    async def back(self, parent: str) -> None:
        """Return to where the person came from, or to ``parent`` when they came from outside."""
        await self.save_typed()
        await self.host.navigate(self.trail.pop() if self.trail else parent)

    def arrived(self, route: str) -> None:
        """The window now shows this address, by the app's own doing or the system's."""
        if self.trail and self.trail[-1] == route:
            self.trail.pop()
        if self.route != CALL:
            self._typed_at = self.route
        if route not in (self._typed_at, CALL) and not self.companion.store.is_locked:
            self.drafts.clear()
            self._give_up()
        self._done = False
        self.route = route
        self.beat()
