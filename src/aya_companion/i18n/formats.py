"""How a language writes days, times, numbers and lists. Language and time zone are passed in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal
from typing import Literal

from babel import Locale as BabelLocale
from babel import dates, lists, numbers, units

from aya_companion.i18n.bidi import RLM
from aya_companion.i18n.catalogs import Translator
from aya_companion.i18n.locales import locale_of

TemperatureUnit = Literal["C", "F"]
_UNITS: dict[str, str] = {"C": "temperature-celsius", "F": "temperature-fahrenheit"}


class Formats:
    """Writes values as readers of one language in one time zone expect them.

    A ``day`` may be a date, which stands as it is, or a moment with a time zone, which is first
    brought to the zone of this object. Raises UnknownLanguageError for an unknown language.
    """

    def __init__(self, code: str, zone: tzinfo) -> None:
        self.zone = zone
        self._locale = BabelLocale.parse(locale_of(code).formats, sep="-")

    def full_date(self, day: date) -> str:
        """``Thursday, November 26, 2026``"""
        return dates.format_date(self._day(day), "full", self._locale)

    def medium_date(self, day: date) -> str:
        """``Nov 26, 2026``"""
        return dates.format_date(self._day(day), "medium", self._locale)

    def short_date(self, day: date) -> str:
        """``11/26/26``"""
        return dates.format_date(self._day(day), "short", self._locale)

    def weekday_date(self, day: date) -> str:
        """``Thursday, November 26``"""
        skeletons = self._locale.datetime_skeletons
        pattern = skeletons.get("MMMMEd") or skeletons["MMMEd"]
        # Babel cannot lengthen the fields of a pattern to those asked for, as CLDR means it.
        whole = re.sub(r"E+", "EEEE", re.sub(r"M+", "MMMM", str(pattern.pattern)))
        return dates.format_date(self._day(day), whole, self._locale)

    def short_weekday_date(self, day: date) -> str:
        """``Thu, Nov 26``"""
        return dates.format_skeleton("MMMEd", self._day(day), locale=self._locale)

    def month(self, day: date) -> str:
        """``November 2026``"""
        return dates.format_skeleton("yMMMM", self._day(day), locale=self._locale)

    def weekday(self, day: date) -> str:
        """``Thu``"""
        return dates.format_date(self._day(day), "ccc", self._locale)

    def day_number(self, day: date) -> str:
        """``26``"""
        return dates.format_date(self._day(day), "d", self._locale)

    def time(self, moment: datetime) -> str:
        """``9:05 AM``, on the clocks of the zone. ``moment`` needs a time zone of its own."""
        return dates.format_time(self._moment(moment), "short", locale=self._locale)

    def date_time(self, moment: datetime) -> str:
        """``Thursday, November 26, 9:05 AM``, on the clocks of the zone."""
        pattern = str(self._locale.datetime_formats["medium"])
        return pattern.replace("{0}", self.time(moment)).replace("{1}", self.weekday_date(moment))

    def relative_day(self, day: date, today: date, t: Translator) -> str:
        """``Today``, ``Tomorrow``, ``Yesterday``, else ``in 4 days`` or ``4 days ago``."""
        distance = (self._day(day) - self._day(today)).days
        # Babel leaves these three words of CLDR out.
        named = {0: t("Today"), 1: t("Tomorrow"), -1: t("Yesterday")}
        if distance in named:
            return named[distance]
        return dates.format_timedelta(
            timedelta(days=distance),
            granularity="day",
            threshold=1_000_000,
            add_direction=True,
            locale=self._locale,
        )

    def number(self, value: float | Decimal) -> str:
        """``10,000``"""
        return numbers.format_decimal(value, locale=self._locale)

    def percent(self, share: float) -> str:
        """``150%`` of 1.5"""
        return numbers.format_percent(share, locale=self._locale)

    def temperature(self, degrees: float | Decimal, unit: TemperatureUnit) -> str:
        """``38.3°C``, with one decimal, in the unit it was given in: nothing is converted."""
        words = units.format_unit(
            degrees, _UNITS[unit], length="short", format="0.0", locale=self._locale
        )
        # Unicode's rules would put the sign before a number at the start of a line (UAX 9, W5).
        return words.replace("°", f"{RLM}°") if self._locale.text_direction == "rtl" else words

    def list_of(self, items: Iterable[str], style: Literal["standard", "or"] = "standard") -> str:
        """``a, b, and c``; ``a, b, or c``; of nothing, ``""``."""
        return lists.format_list(list(items), style=style, locale=self._locale)

    def _day(self, day: date) -> date:
        return self._moment(day).date() if isinstance(day, datetime) else day

    def _moment(self, moment: datetime) -> datetime:
        if moment.tzinfo is None:
            raise ValueError("A moment needs a time zone to be shown in another one.")
        return moment.astimezone(self.zone)
