"""The language the device is set to."""

from __future__ import annotations

import locale
import sys


def device_language() -> str:
    """Its tag, such as "es-ES"; "" when the device names none."""
    if sys.platform == "emscripten":
        import js

        return str(js.navigator.language)
    return (locale.getlocale()[0] or "").replace("_", "-")
