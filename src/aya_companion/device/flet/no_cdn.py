"""The one address of another host that is asked by Flet's client at every start.

It leads to the script of a kind of animation that the app does not show. Our security policy stops
the request before it leaves the browser, but an app for health should not even try.
"""

from __future__ import annotations

import re

from aya_companion.device.flet.replace_once import replace_once

SCRIPT = "main.dart.js"
_FOREIGN = re.compile(rb'"https://cdn\.jsdelivr\.net/[^"]*"')


def without_cdn(script: bytes) -> bytes:
    """The client's ``main.dart.js`` with an empty address instead, which fails at once.

    Raises FletChangedError.
    """
    return replace_once(script, _FOREIGN, b'"data:,"', SCRIPT)
