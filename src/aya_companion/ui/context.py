"""What a screen needs to draw itself: words, formats, colours, sizes, the model and its actions.

It is passed in, never asked from a global, so that every screen can be drawn in a test, in any
language and size.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

import flet as ft

from aya_companion.domain.settings import Appearance
from aya_companion.i18n import bidi
from aya_companion.i18n.catalogs import Translator
from aya_companion.i18n.fonts import Weight, fallbacks_for, font_for
from aya_companion.i18n.formats import Formats
from aya_companion.i18n.locales import LOCALES
from aya_companion.library.shelf import Shelf
from aya_companion.state.actions import Actions
from aya_companion.state.model import Model
from aya_companion.ui.theme import DARK, LIGHT, WIDE, Colours

Handler = Callable[[Any], Awaitable[None]]


@dataclass(frozen=True)
class Ui:
    """One drawing's worth of context: language ``code``, words ``t``, formats ``f``, colours ``c``.

    ``rtl`` is the direction of the place it is drawn in, which for a second language beside the
    first is not always that language's own.
    """

    model: Model
    do: Actions
    code: str
    t: Translator
    f: Formats
    c: Colours
    dark: bool
    scale: float
    rtl: bool

    @property
    def shelf(self) -> Shelf:
        """The library."""
        return self.model.companion.shelf

    @property
    def wide(self) -> bool:
        """Whether the window has room for tabs at the side."""
        return self.model.width >= WIDE

    def beside(self, code: str) -> Ui:
        """The same in another language, for what stands beside the first one.

        Flet can turn a part of the screen to right to left, but not back: there, left-to-right
        text keeps its order by marks instead (``text.directed``).
        """
        return replace(
            self,
            code=code,
            t=self.model.companion.catalogs.translator(code),
            f=Formats(code, self.f.zone),
            rtl=self.rtl or LOCALES[code].rtl,
        )

    def size(self, points: float) -> float:
        """A text size at the person's scale, in logical pixels."""
        return points * self.scale

    def style(
        self,
        size: float,
        *,
        weight: Weight = 400,
        colour: str | None = None,
        code: str | None = None,
        height: float | None = None,
        underline: bool = False,
    ) -> ft.TextStyle:
        """A text style in the family of language ``code`` (the interface's when None)."""
        code = code or self.code
        return ft.TextStyle(
            size=self.size(size),
            height=height,
            font_family=font_for(code, weight),
            font_family_fallback=fallbacks_for(code, weight),
            color=colour or self.c.text,
            decoration=ft.TextDecoration.UNDERLINE if underline else None,
            decoration_style=ft.TextDecorationStyle.DOTTED if underline else None,
            decoration_color=colour if underline else None,
        )

    def own(self, words: str) -> str:
        """What the person typed, in whatever script, marked to keep its order in this place."""
        return bidi.own(words, within_rtl=self.rtl)

    def goes(self, route: str) -> Handler:
        """A handler that opens an address."""

        async def handle(_event: Any) -> None:
            await self.model.go(route)

        return handle

    def does(self, action: Callable[..., Awaitable[Any]], *args: Any, **kwargs: Any) -> Handler:
        """A handler that runs an action with these arguments."""

        async def handle(_event: Any) -> None:
            await self.model.attempt(action, *args, **kwargs)

        return handle

    def submits(self, action: Callable[..., Awaitable[Any]], *args: Any, **kwargs: Any) -> Handler:
        """The same for what ends a form: a second tap on it does nothing."""

        async def handle(_event: Any) -> None:
            await self.model.submit(action, *args, **kwargs)

        return handle


def make_ui(model: Model, do: Actions) -> Ui:
    """The context for the person's settings as they are now.

    Before a language was chosen the app speaks English.
    """
    settings = model.settings
    code = settings.language if settings.language in LOCALES else "en"
    dark = settings.appearance is Appearance.DARK or (
        settings.appearance is Appearance.SYSTEM and model.system_dark
    )
    return Ui(
        model=model,
        do=do,
        code=code,
        t=model.companion.catalogs.translator(code),
        f=Formats(code, ZoneInfo(model.companion.zone)),
        c=DARK if dark else LIGHT,
        dark=dark,
        scale=settings.text_size,
        rtl=LOCALES[code].rtl,
    )
