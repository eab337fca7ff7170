"""Where a person says they are on the map of treatment, and since when."""

from __future__ import annotations

from datetime import date

from aya_companion.domain.treatment_map import LeukemiaType, Stop, TreatmentDates
from aya_companion.state.subject import Subject


class MapActions(Subject):
    """Their place, their dates, their kind of ALL. All of it is theirs to say; nothing is computed."""

    def began(self, stop: Stop) -> date | None:
        """The day a stop begins or began, None when they have not said."""
        return self._store.map.get().began(stop)

    async def be_at(self, stop: Stop | None) -> bool:
        """Say "I am here", or nothing any more (None). Returns whether it was saved."""
        return await self._model.change_settings(stop=stop)

    async def set_date(self, stop: Stop, day: date | None) -> bool:
        """Keep the day a stop begins, or forget it. Returns whether it was saved."""
        dates = dict(self._store.map.get().dates)
        if day is None:
            dates.pop(stop, None)
        else:
            dates[stop] = day
        order = list(Stop)
        kept = tuple(sorted(dates.items(), key=lambda item: order.index(item[0])))
        self._store.map.put(TreatmentDates(kept))
        return await self._model.save()

    async def set_leukemia(self, kind: LeukemiaType) -> bool:
        """Keep what they say their kind of ALL is. Returns whether it was saved."""
        return await self._model.change_settings(leukemia=kind)
