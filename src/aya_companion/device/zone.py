"""The device's time zone."""

from __future__ import annotations

import logging
import sys
from zoneinfo import ZoneInfo

import tzlocal

# It would say again at each look that a system names two zones; the one it takes is fine.
logging.getLogger("tzlocal").setLevel(logging.ERROR)


def local_zone() -> str:
    """The IANA name of the zone the device is set to now, "UTC" when it has none that is known."""
    try:
        if sys.platform == "emscripten":
            import js

            name = str(js.Intl.DateTimeFormat().resolvedOptions().timeZone)
        else:
            tzlocal.reload_localzone()  # it remembers the first answer, and people travel
            name = tzlocal.get_localzone_name()
        ZoneInfo(name)
    except (KeyError, ValueError, OSError, TypeError):
        return "UTC"
    return name
