"""Imports follow the arrows of docs/architecture.md."""

from __future__ import annotations

import ast
import itertools
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
PACKAGE = "aya_companion"

ARROWS: dict[str, set[str]] = {
    "domain": set(),
    "library": {"domain"},
    "store": {"domain"},
    "i18n": {"domain"},
    "calendar": {"domain", "i18n"},
    "paper": {"domain", "library", "i18n"},
    "device": {"domain", "store.ports", "store.errors", "i18n"},
    "state": {"domain", "library", "store", "i18n", "calendar", "paper", "device.ports"},
    "ui": {
        "state",
        "domain",
        "library.ideas",
        "library.packs",
        "library.page",
        "library.search",
        "library.walk",
        "i18n",
        "__version__",
    },
}
"""What each package may import besides itself; ``app`` and ``main`` may import everything."""

IN_THE_BROWSER = {"js", "pyodide", "pyodide_js"}
"""Modules that the browser's Python has by itself."""

WITH: dict[str, set[str]] = {
    "starlette": {"flet-web"},
    "uvicorn": {"flet-web"},
    "markupsafe": {"jinja2"},
}
"""Parts of a package that another one is built from, and cannot do without."""

WITH_FLET = {"ui", "state", "device"}


def modules() -> list[Path]:
    """Every module of the app, as a path under ``src/aya_companion``."""
    return sorted(path.relative_to(SOURCE / PACKAGE) for path in (SOURCE / PACKAGE).rglob("*.py"))


def imported(module: Path) -> Iterator[str]:
    """The names that a module imports, with what it takes from each: ``package.module.name``."""
    tree = ast.parse((SOURCE / PACKAGE / module).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: write imports in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def allowed(package: str, name: str) -> bool:
    """Whether a module of ``package`` may import ``name``, which is inside the app."""
    inside = name.removeprefix(f"{PACKAGE}.") + "."
    return any(inside.startswith(f"{arrow}.") for arrow in ARROWS[package] | {package})


def packaged() -> list[Path]:
    """The modules that stand in one of the packages, without ``app.py`` and the like."""
    return [module for module in modules() if len(module.parts) > 1]


def test_every_package_has_its_arrows() -> None:
    assert {module.parts[0] for module in packaged()} == set(ARROWS)


@pytest.mark.parametrize("module", packaged(), ids=str)
def test_imports_follow_the_arrows(module: Path) -> None:
    package = module.parts[0]
    names = [name for name in imported(module) if name.startswith(f"{PACKAGE}.")]
    wrong = [name for name in names if not allowed(package, name)]
    assert not wrong, f"{module} may not import {wrong}; {package} may: {ARROWS[package]}"


@pytest.mark.parametrize("module", packaged(), ids=str)
def test_flet_stays_in_what_is_shown(module: Path) -> None:
    if module.parts[0] not in WITH_FLET:
        assert not [name for name in imported(module) if name.split(".")[0].startswith("flet")]


@pytest.mark.parametrize("module", [m for m in packaged() if m.parts[0] == "domain"], ids=str)
def test_the_domain_needs_nothing_but_python(module: Path) -> None:
    tops = {name.split(".")[0] for name in imported(module)}
    assert tops <= set(sys.stdlib_module_names) | {PACKAGE}


def test_what_is_imported_is_declared() -> None:
    """A package that comes along with another one may leave with it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {
        re.split(r"[<>=\[ ]", line)[0].lower()
        for line in project["dependencies"] + project["optional-dependencies"]["web"]
    }
    tops = {name.split(".")[0] for module in modules() for name in imported(module)}
    ours = set(sys.stdlib_module_names) | {PACKAGE} | IN_THE_BROWSER
    owners = packages_distributions()
    undeclared = {
        top: owners.get(top, ["not installed"])
        for top in tops - ours
        if not declared & ({owner.lower() for owner in owners.get(top, [])} | WITH.get(top, set()))
    }
    assert undeclared == {}


def test_no_file_is_too_long_to_read_at_once() -> None:
    long = {
        str(module): lines
        for module in modules()
        if (lines := len((SOURCE / PACKAGE / module).read_text(encoding="utf-8").splitlines()))
        > 350
    }
    assert long == {}


def drawn_arrows(document: str) -> dict[str, set[str]]:
    """The arrows of a document: what stands left of each may import what stands right of it."""
    drawing = document.split("## Arrows")[1].split("```")[1]
    arrows: dict[str, set[str]] = {}
    for line in re.split(r"\n| {3,}", drawing):
        ends = [_names(end) for end in line.split("──>")]
        for froms, to in itertools.pairwise(ends):
            for name in froms:
                arrows.setdefault(name, set()).update(to)
    return arrows


def _names(listed: str) -> set[str]:
    """The packages of a list; ``library.{page, walk}`` are two."""
    spelled = re.sub(
        r"([\w.]+)\{([^}]+)\}",
        lambda match: ", ".join(match[1] + part.strip() for part in match[2].split(",")),
        listed,
    )
    return {name.strip() for name in spelled.split(",") if name.strip()}


def test_the_arrows_are_those_of_the_document() -> None:
    drawn = drawn_arrows((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
    assert drawn.pop("app") == {"everything"}
    assert drawn.pop("domain") == {"Python's own library"}
    assert drawn == {
        package: arrows - {"__version__"} for package, arrows in ARROWS.items() if arrows
    }


def test_a_wrong_arrow_would_be_found() -> None:
    assert allowed("ui", "aya_companion.library.page.Page")
    assert not allowed("ui", "aya_companion.store.store.Store")
    assert not allowed("ui", "aya_companion.library.pages_of.Page")
    assert not allowed("domain", "aya_companion.store.ports.Disk")
