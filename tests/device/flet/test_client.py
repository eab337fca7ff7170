"""What Flet's client in the browser asks for, and what it gets."""

from __future__ import annotations

from pathlib import Path

import pytest
from flet_web import get_package_web_dir

from aya_companion.device.flet.no_cdn import SCRIPT, without_cdn
from aya_companion.device.flet.replace_once import FletChangedError
from aya_companion.device.flet.stand_ins import STAND_INS

CLIENT = Path(get_package_web_dir())
ASSETS = Path(__file__).resolve().parents[3] / "assets"


def test_plain_flet_asks_another_host_and_ours_does_not() -> None:
    """``no_cdn.py`` and ``offline_client.py`` can go when the first half fails."""
    script = (CLIENT / SCRIPT).read_bytes()
    assert b"cdn.jsdelivr.net" in script
    ours = without_cdn(script)
    assert b"cdn.jsdelivr.net" not in ours
    assert ours.count(b'"data:,"') == script.count(b'"data:,"') + 1


def test_a_client_without_that_address_is_refused() -> None:
    with pytest.raises(FletChangedError, match=r"main\.dart\.js"):
        without_cdn(b"let nothing = 0;")


def test_plain_flet_brings_no_font_for_what_people_write() -> None:
    """``stand_ins.py`` and what uses it can go when this fails, for the scripts that it brings."""
    brought = {path.name.lower() for path in (CLIENT / "assets").rglob("*.woff2")}
    assert not [name for name in brought if "noto" in name]


def test_every_stand_in_is_there() -> None:
    fonts = {font for given in STAND_INS.values() for font in given}
    assert [font for font in sorted(fonts) if not (ASSETS / font).is_file()] == []
