"""Starts the app in the browser's Python. Packed beside main.py; the Python worker calls it."""

from __future__ import annotations

import gc
import importlib
import random
import runpy
import sys
import types
from pathlib import Path

HOME = Path(__file__).resolve().parent
_BRIDGE = "flet.messaging.pyodide_connection"
_NAMES = HOME / "flet_names.txt"
"""The names of Flet that the app uses, one on a line: Flet imports each when first asked for it."""


def set_path() -> None:
    """Let Python find the app and its packages."""
    for folder in (HOME / "__pypackages__", HOME / "src"):
        if str(folder) not in sys.path:
            sys.path.insert(0, str(folder))


def run() -> None:
    """Run the app; it waits for the page to connect when this returns."""
    set_path()
    # Every start from the same memory image would go on with the same random numbers.
    random.seed()
    if _BRIDGE in sys.modules:
        sys.modules[_BRIDGE].flet_js = importlib.import_module("flet_js")  # type: ignore[attr-defined]
    try:
        runpy.run_module("main", run_name="__main__")
    except SystemExit as end:
        if end.code:
            raise RuntimeError(f"The app ended at its start with {end.code}") from None


def warm_up() -> None:
    """Import what the app will need, for a memory image. Runs at build time, without a browser."""
    set_path()
    sys.modules["flet_js"] = types.ModuleType("flet_js")
    import flet
    import flet.app

    importlib.import_module(_BRIDGE)
    for name in _NAMES.read_text(encoding="utf-8").split():
        getattr(flet, name, None)
    for module in _app_modules():
        importlib.import_module(module)
    del sys.modules["flet_js"]
    gc.collect()


def _app_modules() -> list[str]:
    """All modules of the app but the device's; of those, the app takes the ones that fit."""
    source = HOME / "src"
    found = (path.relative_to(source).with_suffix("") for path in source.rglob("*.py*"))
    names = {".".join(path.parts).removesuffix(".__init__") for path in found}
    return sorted(name for name in names if ".device." not in name)
