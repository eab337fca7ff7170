"""What flet-cli will read when the app is built for a phone, read with flet-cli's own code."""

# ruff: noqa: E402 - only the checks install flet-cli, so it is looked for first

from __future__ import annotations

import re
import sys
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

flet_cli = pytest.importorskip("flet_cli", reason="make check installs it")

from flet_cli.utils.app_excludes import find_default_excludes
from flet_cli.utils.plist import is_supported_plist_value
from flet_cli.utils.project_dependencies import get_project_dependencies
from flet_cli.utils.pyproject_toml import load_pyproject_toml
from packaging.requirements import Requirement

from tests.test_architecture import IN_THE_BROWSER, PACKAGE, SOURCE, WITH, imported

ROOT = Path(__file__).resolve().parents[2]
BUILD_COMMAND = Path(flet_cli.__path__[0]) / "commands" / "build_base.py"
PLATFORMS = ("android", "ios")
NAMED_ELSEWHERE = ("tool.flet.android.permission.", "tool.flet.ios.info.")
"""Tables whose keys are names of Android's and Apple's."""

setting = load_pyproject_toml(ROOT)


def settings_of(table: object, path: str = "tool.flet") -> list[str]:
    """The dotted paths of all settings below a table."""
    if not isinstance(table, dict):
        return [path]
    return [each for key, value in table.items() for each in settings_of(value, f"{path}.{key}")]


def test_every_setting_is_one_that_is_read() -> None:
    """A slip in a name would be passed over in silence."""
    source = BUILD_COMMAND.read_text(encoding="utf-8")
    for path in settings_of(setting("tool.flet")):
        if not path.startswith(NAMED_ELSEWHERE):
            name = path.rpartition(".")[2]
            assert re.search(rf"[.\"]{name}[.\"]", source), path


def test_android_app_may_not_use_the_network() -> None:
    """flet-cli would ask for this permission on its own."""
    assert setting("tool.flet.android.permission")["android.permission.INTERNET"] is False


def test_apple_takes_what_is_said_to_it() -> None:
    assert all(is_supported_plist_value(value) for value in setting("tool.flet.ios.info").values())


def test_workshop_stays_at_home() -> None:
    """Folders that are left out exist, and none of them is needed at run time."""
    excluded = setting("tool.flet.app.exclude")
    assert all((ROOT / name).is_dir() for name in excluded)
    needed = {"main.py", "src", "content", "locales", "assets"}
    assert not needed & {*excluded, *find_default_excludes(ROOT, exclude=excluded)}


def test_icon_is_there() -> None:
    """flet-cli takes the icon of every platform from here."""
    assert (ROOT / "assets" / "icon.png").is_file()


@pytest.mark.parametrize("platform", PLATFORMS)
def test_everything_that_the_app_imports_on_a_phone_is_installed_there(platform: str) -> None:
    """flet-cli knows nothing of extras: what the lock needs must stand in its own lists."""
    listed = [
        *(get_project_dependencies(setting("project.dependencies")) or []),
        *(get_project_dependencies(setting(f"tool.flet.{platform}.dependencies")) or []),
    ]
    installed = {Requirement(line).name.lower() for line in listed}
    owners = packages_distributions()
    lacking = {
        top: owners.get(top)
        for top in imported_on_a_phone()
        if not installed & ({owner.lower() for owner in owners.get(top, [])} | WITH.get(top, set()))
    }
    assert lacking == {}


@cache
def imported_on_a_phone() -> frozenset[str]:
    """The packages that are not Python's own and are reached from where a packed app begins."""
    found: set[str] = set()
    waiting, seen = [Path("app.py")], set()
    while waiting:
        module = waiting.pop()
        if module in seen:
            continue
        seen.add(module)
        names = list(imported(module))
        tops = {name.split(".")[0] for name in names}
        if "pyodide" in tops:  # parts that exist in the browser only
            continue
        found |= tops - IN_THE_BROWSER - {PACKAGE} - set(sys.stdlib_module_names)
        waiting += [file for name in names if (file := file_of(name))]
    return frozenset(found)


def file_of(name: str) -> Path | None:
    """The module of the app in which an imported name stands."""
    if not name.startswith(f"{PACKAGE}."):
        return None
    parts = name.split(".")[1:]
    for end in (len(parts), len(parts) - 1):
        module = Path("/".join(parts[:end]) + ".py")
        if (SOURCE / PACKAGE / module).is_file():
            return module
    return None


def test_what_only_the_served_mode_needs_is_not_asked_of_a_phone() -> None:
    tops = imported_on_a_phone()
    assert "cryptography" in tops
    assert not {"flet_web", "starlette", "uvicorn"} & tops
