"""Changes to the emergency card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aya_companion.domain.care_team import Contact, EmergencyCard
from aya_companion.domain.countries import with_country
from aya_companion.state.subject import Subject


class CardActions(Subject):
    """Read and change the card; each change is saved at once."""

    def get(self) -> EmergencyCard:
        """The card as it is."""
        return self._store.card.get()

    async def change(self, **changes: Any) -> bool:
        """Keep changed fields. Returns whether they were saved."""
        self._store.card.put(replace(self.get(), **changes))
        return await self._model.save()

    async def choose_country(self, code: str) -> bool:
        """Choose a country; its numbers are filled in where they have none of their own.

        Returns whether it was saved.
        """
        self._store.card.put(with_country(self.get(), code))
        return await self._model.save()

    async def remove(self, contact: Contact) -> bool:
        """Take a number of the team off the card. Returns whether it was saved."""
        return await self.change(contacts=tuple(c for c in self.get().contacts if c != contact))

    async def exchange(self, old: Sequence[Contact], new: Sequence[Contact]) -> bool:
        """Put numbers of the team in the place of others. Returns whether it was saved."""
        contacts = self.get().contacts
        place = contacts.index(old[0]) if old[0] in contacts else len(contacts)
        before = (c for c in contacts[:place] if c not in old)
        behind = (c for c in contacts[place:] if c not in old)
        return await self.change(contacts=(*before, *new, *behind))

    async def put_back(self, contact: Contact, place: int) -> bool:
        """Undo a removal, at the place it had; what was added meanwhile stays."""
        contacts = list(self.get().contacts)
        contacts.insert(place, contact)
        return await self.change(contacts=tuple(contacts))
