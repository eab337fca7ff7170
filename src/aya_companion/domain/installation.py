"""How the app sits on a device when it came through a browser."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Installed:
    """The version that runs, and what of it is on the device.

    ``release`` is the project's version, ``build`` names exactly these files. ``works_offline``:
    everything that a start needs is on the device, in each of the app's languages;
    ``fonts_for_all``: so are the fonts of all other scripts. ``in_safari``: the browser is Safari
    or, on an iPhone or iPad, any. ``may_forget``: this browser clears what was written in a page
    that was not put on the home screen after a week without a visit (Safari does).
    """

    release: str
    build: str
    works_offline: bool
    fonts_for_all: bool
    on_home_screen: bool
    in_safari: bool
    may_forget: bool
