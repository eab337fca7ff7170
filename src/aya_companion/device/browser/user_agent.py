"""What a browser's name for itself tells."""

from __future__ import annotations


def is_webkit(user_agent: str) -> bool:
    """Whether it is Safari or, on an iPhone or iPad, any browser: all of them are Safari inside.

    Chromium's browsers carry Safari's name as well, for old pages' sake, beside their own.
    """
    if "iPhone" in user_agent or "iPad" in user_agent:
        return True
    return "Safari/" in user_agent and not any(
        name in user_agent for name in ("Chrome/", "Chromium/", "Edg/", "Android")
    )
