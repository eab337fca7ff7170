"""A window of the app without a display: go somewhere, look, tap, type."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from flet.components.component import Component, Renderer
from flet.components.hooks.use_effect import EffectHook
from flet.controls.context import _context_page

from aya_companion.domain.settings import Settings
from aya_companion.state.actions import Actions
from aya_companion.state.companion import Companion
from aya_companion.state.model import Model
from aya_companion.ui.root import SCREENS, Root
from aya_companion.ui.routes import Route, find
from tests.fakes.companion import fill, make_companion
from tests.fakes.host import FakeHost
from tests.fakes.running import finish
from tests.ui.sight import Sight

STARTED = Settings(language="en", started=True)


class NoPage:
    """Takes the place of Flet's page where ``ft.OpenUrl`` and its like look for one."""

    _services = SimpleNamespace(register_service=lambda _service: None)


_PAGE = NoPage()
_renderer: Any = Renderer


@contextmanager
def drawing() -> Iterator[None]:
    """Where controls can be made without a page."""
    token = _context_page.set(_PAGE)  # type: ignore[arg-type]
    try:
        yield
    finally:
        _context_page.reset(token)


class Window:
    """One window on a companion. ``sight`` is drawn anew at each look, as after every change."""

    def __init__(self, companion: Companion, *, width: float = 390) -> None:
        self.host = FakeHost()
        self.model = Model(companion, self.host)
        self.host.arrived = self.model.arrived
        self.model.width = width
        self.do = Actions(self.model)
        self._components: dict[tuple[Any, ...], Component] = {}
        self._drawn: set[tuple[Any, ...]] = set()

    def go(self, address: str) -> Window:
        """Open an address, as a link from outside would."""
        self.model.arrived(address)
        return self

    @property
    def sight(self) -> Sight:
        """The screen in front; what lies behind it is drawn too, but not looked at."""
        sight, has_changed = self._draw()
        return self._draw()[0] if has_changed else sight

    def _draw(self) -> tuple[Sight, bool]:
        """The screen, and whether effects ran that may have changed it."""
        expand = self._expanding()
        with drawing():
            before, self._drawn = self._drawn, set()
            made = _renderer().render(Root, self.model, self.do, self.model.pulse)
            sights = [Sight([view], expand) for view in expand(made)]
        come = [self._components[key] for key in sorted(self._drawn - before, key=str)]
        # What is no longer on the screen forgets its state, as in Flet.
        gone = [self._components.pop(key) for key in sorted(before - self._drawn, key=str)]
        effects = [hook.cleanup for each in gone for hook in lasting(each)]
        effects += [hook.setup for each in come for hook in lasting(each)]
        for effect in effects:
            run(effect)
        return sights[-1], bool(effects)

    @property
    def dialog(self) -> Sight:
        """The topmost dialog or sheet."""
        with drawing():
            return Sight([self.host.dialogs[-1]], self._expanding())

    @property
    def notice(self) -> Sight:
        """The last notice at the foot of the screen."""
        return Sight([self.host.notices[-1]], self._expanding())

    def _expanding(self) -> Any:
        """Draws components, each with the state that the one at its place had before."""
        counts: dict[tuple[Any, ...], int] = {}

        def expand(component: Component) -> list[Any]:
            # As Flet does it: a screen without a key takes over what the one before it left.
            is_screen = any(isinstance(arg, Route) for arg in component.args)
            place = (component.fn.__name__, component.key if is_screen else self.model.route)
            counts[place] = counts.get(place, 0) + 1
            key = (*place, counts[place])
            if key in self._components:
                component._state = self._components[key]._state
                component._state.change_owner(component)
            self._components[key] = component
            self._drawn.add(key)
            component.before_update()  # type: ignore[no-untyped-call]
            drawn = component._b
            return drawn if isinstance(drawn, list) else [drawn]

        return expand

    def effect(self, name: str) -> Window:
        """Run what the screen of the address does by itself under this name once it is drawn."""
        _ = self.sight
        shown = SCREENS[find(self.model.route).screen].__name__
        for component in list(self._components.values()):
            if component.fn.__name__ == shown:
                for hook in component._state.hooks:
                    if isinstance(hook, EffectHook) and hook.setup.__name__ == name:
                        call(hook.setup, None)
        return self

    def tap(self, name: str) -> Window:
        """Tap what has this name on the screen."""
        return self._press(self.sight, name)

    def tap_in_dialog(self, name: str) -> Window:
        """Tap what has this name in the dialog on top."""
        return self._press(self.dialog, name)

    def undo(self) -> Window:
        """Tap the button of the last notice."""
        action = self.host.notices[-1].action
        call(action.on_click, SimpleNamespace(control=action, data=None))
        return self

    def type(self, label: str, words: str) -> Window:
        """Replace what stands in a field."""
        field = self.sight.field(label)
        call(field.on_change, SimpleNamespace(control=SimpleNamespace(value=words), data=words))
        return self

    def tap_in_haste(self, label: str, early: str, late: str, button: str) -> Window:
        """Type on and tap, both before the screen was drawn again, as happens on a slow phone."""
        self.type(label, early)
        drawn = self.sight
        field, control = drawn.field(label), drawn.named(button).control
        call(field.on_change, SimpleNamespace(control=SimpleNamespace(value=late), data=late))
        call(control.on_click, SimpleNamespace(control=control, data=None))
        return self

    def choose(self, label: str, option: str) -> Window:
        """Choose from a list the option that shows these words."""
        field = self.sight.field(label)
        keys = {each.text or each.key: each.key for each in field.options}
        assert option in keys, f"{label!r} offers {list(keys)}"
        call(field.on_select, SimpleNamespace(control=SimpleNamespace(value=keys[option])))
        return self

    def _press(self, sight: Sight, name: str) -> Window:
        control = sight.named(name).control
        assert not getattr(control, "disabled", False), f"{name!r} cannot be tapped now"
        call(control.on_click, SimpleNamespace(control=control, data=None))
        return self


def lasting(component: Component) -> list[EffectHook]:
    """The effects of a component that end with it; others wait for time to pass, which stands."""
    hooks = component._state.hooks
    return [hook for hook in hooks if isinstance(hook, EffectHook) and hook.cleanup]


def run(effect: Any) -> None:
    """Run an effect as Flet does, awaited if it has to be."""
    result = effect()
    if inspect.iscoroutine(result):
        finish(result)


def call(handler: Any, event: Any) -> None:
    """Run a handler as Flet does: with the event if it takes one, awaited if it has to be."""
    with drawing():
        result = handler(event) if inspect.signature(handler).parameters else handler()
        if inspect.iscoroutine(result):
            finish(result)


def open_window(settings: Settings = STARTED, *, width: float = 390, full: bool = False) -> Window:
    """A window for a person with these settings, with their own records when ``full``."""
    companion = make_companion(settings=settings)
    if full:
        fill(companion)
    return Window(companion, width=width)
