"""The device's time zone."""

from __future__ import annotations

import pytest

from aya_companion.device.zone import local_zone


def test_it_is_the_one_the_device_is_set_to_now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not the one it was set to when the app was started."""
    for zone in ("Europe/Madrid", "Asia/Tokyo"):
        monkeypatch.setenv("TZ", zone)
        assert local_zone() == zone


@pytest.mark.parametrize("nonsense", ["Nowhere/Atlantis", "../etc/passwd"])
def test_one_that_nobody_knows_is_utc(monkeypatch: pytest.MonkeyPatch, nonsense: str) -> None:
    monkeypatch.setenv("TZ", nonsense)
    assert local_zone() == "UTC"
