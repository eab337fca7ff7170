"""The one place where everything is put together."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import flet as ft

from aya_companion.device.flet.calm_errors import calm_errors
from aya_companion.device.flet.first_drawing import draw_first
from aya_companion.device.flet.host import FletHost
from aya_companion.device.flet.lists_apart import keep_lists_apart
from aya_companion.device.flet.stale_results import ignore_stale_results
from aya_companion.device.language import device_language
from aya_companion.device.native.disk_files import DiskFiles
from aya_companion.device.ports import NoTabLocksError
from aya_companion.device.redacted_logs import redact_logs
from aya_companion.device.zone import local_zone
from aya_companion.i18n.catalogs import Catalogs
from aya_companion.i18n.fonts import families_for
from aya_companion.i18n.locales import LOCALES, closest, locale_of
from aya_companion.library.shelf import open_shelf
from aya_companion.state.actions import Actions
from aya_companion.state.companion import Companion
from aya_companion.state.model import Model
from aya_companion.store.ports import Vault
from aya_companion.store.store import Store
from aya_companion.ui.context import make_ui
from aya_companion.ui.frame.no_start import no_start_view
from aya_companion.ui.root import Root
from aya_companion.ui.routes import find
from aya_companion.ui.theme import DARK, LIGHT, make_theme

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds content, locales and assets, in the source tree and in packed forms."""


FIRST_SCREEN = 3
"""Seconds until the first screen stands, on any computer that is not in trouble."""

IDLE_CHECK = 10
"""Seconds between two looks at whether the app should lock itself, and where it is."""

_log = logging.getLogger(__name__)
_running: set[asyncio.Task[None]] = set()
"""Keeps the tasks alive: the event loop itself holds them only weakly."""

_opened: dict[Path, asyncio.Task[Companion]] = {}


async def entry(page: ft.Page, data: Path) -> None:
    """Show the app in a page. All pages of one process share the companion of a data folder."""
    redact_logs()
    if data not in _opened:
        _opened[data] = asyncio.create_task(open_companion(data))
    opening = _opened[data]
    try:
        companion = await opening
    except Exception as error:
        # The next page tries anew: what stood in the way may be gone by then.
        if _opened.get(data) is opening:
            del _opened[data]
        _log.error("The app could not start", exc_info=True)
        _show_no_start(page, unsafe=isinstance(error, NoTabLocksError))
        return
    await open_window(page, companion)


def _show_no_start(page: ft.Page, *, unsafe: bool) -> None:
    """Say what is wrong, in the device's language: nothing is known of the person's own."""
    code = closest(device_language())
    page.fonts = families_for(code)
    page.rtl = locale_of(code).rtl
    page.views = [no_start_view(Catalogs().translator(code), unsafe=unsafe)]
    page.update()


async def open_companion(data: Path) -> Companion:
    """Everything one running copy needs, with its data in the folder ``data``."""

    def make(store: Store, vault: Vault) -> Companion:
        return Companion(
            shelf=open_shelf(ROOT / "content", ROOT / "library"),
            catalogs=Catalogs(),
            store=store,
            clock=now,
            zone=local_zone(),
            language=closest(device_language()),
            vault=vault,
        )

    if sys.platform == "emscripten":
        from aya_companion.app_browser import open_in_browser  # its parts exist only there

        return await open_in_browser(make, now)
    from aya_companion.device.native.vault import VaultNative  # and this one does not

    vault = VaultNative()
    companion = make(await Store.open(DiskFiles(data), now, vault=vault), vault)
    _running.add(asyncio.create_task(name_what_is_broken(companion)))
    return companion


async def name_what_is_broken(companion: Companion) -> None:
    """Write file, line and key of what is broken in the library and catalogs to the log.

    It reads every page, so the first screen comes first.
    """
    await asyncio.sleep(FIRST_SCREEN)
    broken = await asyncio.to_thread(lambda: companion.shelf.problems)
    for problem in (*broken, *companion.catalogs.problems.values()):
        _log.warning("%s", problem)


def now() -> datetime:
    """The moment it is, aware, in UTC."""
    return datetime.now(UTC)


async def open_window(page: ft.Page, companion: Companion) -> None:
    """Show the app in a page: theme, direction, fonts, first screen, and what changes them."""
    model = Model(companion, FletHost(page))
    do = Actions(model)

    def tell(kind: str) -> None:
        model.problem = kind
        model.beat()

    def last_words() -> str:
        t = make_ui(model, do).t
        return t("The app could not go on. What was saved is safe. Close it and open it again.")

    calm_errors(page, tell, last_words)
    ignore_stale_results(page)
    keep_lists_apart()
    model.route = page.route or "/"
    model.width = page.width or 390.0
    model.system_dark = page.platform_brightness is ft.Brightness.DARK
    dress = _dresser(page, model, do)

    def changed() -> None:
        dress()
        model.hear()

    companion.listeners.discard(model.hear)
    companion.listeners.add(changed)

    async def watch() -> None:
        """Lock the app when nobody has touched it for a while; notice that its owner travels."""
        while changed in companion.listeners:
            await asyncio.sleep(IDLE_CHECK)
            await model.attempt_quietly(companion.lock_if_idle)
            companion.arrive_in(local_zone())

    _follow(page, model, dress, changed)
    page.on_close = lambda _event: companion.listeners.discard(changed)
    companion.touch()
    page.run_task(watch)
    dress()

    def failed(error: Exception) -> None:
        _log.error("The first screen could not be drawn", exc_info=True)
        tell(type(error).__name__)

    draw_first(page, lambda: Root(model, do, model.pulse), failed)


def _dresser(page: ft.Page, model: Model, do: Actions) -> Callable[[], None]:
    """What dresses a page in language, direction, size and colours."""
    dressed: list[tuple[Any, ...]] = []

    def dress() -> None:
        """Follow language, direction, size and colours; only when one of them changed."""
        ui = make_ui(model, do)
        second = model.settings.second_language
        # Where languages are chosen, each stands in its own letters.
        choosing = not model.settings.started or find(model.route).screen == "settings"
        outfit = (ui.code, second, ui.dark, ui.scale, choosing)
        if dressed and dressed[0] == outfit:
            return
        dressed[:] = [outfit]
        every = tuple(code for code in LOCALES if not LOCALES[code].hidden)
        page.fonts = families_for(*(every if choosing else (ui.code, second)))
        family = ui.style(17).font_family or ""
        page.theme = make_theme(LIGHT, family, ui.scale)
        page.dark_theme = make_theme(DARK, family, ui.scale)
        page.theme_mode = ft.ThemeMode.DARK if ui.dark else ft.ThemeMode.LIGHT
        page.rtl = ui.rtl
        page.locale_configuration = ft.LocaleConfiguration(
            current_locale=ft.Locale(ui.code),
            supported_locales=[ft.Locale(code) for code in every],
        )
        page.title = "AYA Companion"
        page.update()

    return dress


def _follow(
    page: ft.Page, model: Model, dress: Callable[[], None], changed: Callable[[], None]
) -> None:
    """Tell the model where the page goes, how wide it is, and when the device hides it."""

    def on_route_change(event: ft.RouteChangeEvent) -> None:
        model.arrived(event.route)
        dress()

    async def on_view_pop(event: ft.ViewPopEvent) -> None:
        await model.back(find(model.route).parent or "/")

    def on_resize(event: Any) -> None:
        model.width = page.width or model.width
        model.beat()

    async def on_lifecycle(event: ft.AppLifecycleStateChangeEvent) -> None:
        """Save what is typed before a phone may end the app without another word; lock after a
        sleep, in which ``watch`` slept too, before anyone can read much."""
        if event.state in (ft.AppLifecycleState.HIDE, ft.AppLifecycleState.PAUSE):
            await model.save_typed(hidden=True)
        if event.state in (ft.AppLifecycleState.SHOW, ft.AppLifecycleState.RESUME):
            await model.attempt_quietly(model.companion.lock_if_idle)

    def on_brightness(_event: Any) -> None:
        model.system_dark = page.platform_brightness is ft.Brightness.DARK
        changed()

    page.on_route_change = on_route_change
    page.on_view_pop = on_view_pop
    page.on_resize = on_resize
    page.on_platform_brightness_change = on_brightness
    page.on_app_lifecycle_state_change = on_lifecycle
