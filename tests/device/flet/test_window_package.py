"""Nothing is installed on somebody's computer without their asking for it."""

from __future__ import annotations

import sys
from types import ModuleType

import flet as ft
import pytest
from flet.utils import pip

from aya_companion.device.flet.window_package import WindowMissingError, require_window_package


def install(monkeypatch: pytest.MonkeyPatch, version: str | None) -> None:
    """Have Flet's desktop package of a version, or none."""
    package, inside = ModuleType("flet_desktop"), ModuleType("flet_desktop.version")
    inside.version = package.version = version  # type: ignore[attr-defined]
    for module in (package, inside):
        monkeypatch.setitem(sys.modules, module.__name__, module if version else None)


@pytest.mark.parametrize("version", [None, "0.9.0"])
def test_plain_flet_installs_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, version: str | None
) -> None:
    """``window_package.py`` can go when this fails."""
    install(monkeypatch, version)
    fetched: list[str] = []
    monkeypatch.setattr(pip, "install_flet_package", fetched.append)
    pip.ensure_flet_desktop_package_installed()  # type: ignore[no-untyped-call]
    assert fetched == ["flet-desktop"]


@pytest.mark.parametrize("version", [None, "0.9.0"])
def test_without_the_package_the_error_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, version: str | None
) -> None:
    """One of another version is none: Flet would replace it."""
    install(monkeypatch, version)
    with pytest.raises(WindowMissingError, match=rf"pip install flet-desktop=={ft.__version__}"):
        require_window_package()


def test_with_the_package_the_window_may_open(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, ft.__version__)
    require_window_package()
