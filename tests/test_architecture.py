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
        "library.search.search",
        "library.shelf",
        "library.traversal",
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

FEATURES = {
    "emergency",
    "family",
    "home",
    "reading",
    "safekeeping",
    "teaching",
    "treatment",
    "visits",
}
"""The rooms of ``ui``: each has its screens, and the pieces that only they need."""

BELOW: dict[str, set[str]] = {
    "wording": set(),
    "kit": {"wording"},
    "drawings": {"kit", "wording"},
    "frame": {"kit", "wording"},
}
"""What every room of ``ui`` is built from, and what each of these may use of the others."""

SHOWN_IN: dict[str, set[str]] = {
    "emergency": FEATURES - {"emergency"},
    "reading": FEATURES - {"reading", "emergency"},
}
"""Two rooms are shown inside others: a number to call, and a page. Their pieces may be used there,
their screens may not."""


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


LINES = 60
"""The most lines of a function: as many as can be looked at without scrolling."""


def functions(module: Path) -> Iterator[tuple[str, int]]:
    """The functions of a module, those inside others too, with how many lines each has."""
    for node in ast.walk(ast.parse((SOURCE / PACKAGE / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield node.name, node.end_lineno - node.lineno + 1


def test_no_function_is_too_long_to_read_at_once() -> None:
    long = {
        f"{module}: {name}": lines
        for module in modules()
        for name, lines in functions(module)
        if lines > LINES
    }
    assert long == {}


def test_functions_are_counted_whole() -> None:
    """The doors of the screens are there, and so are the functions inside them."""
    lines = dict(functions(Path("ui/frame/screen.py")))
    assert lines["screen"] > 20
    assert {"call_button", "open_card"} <= set(lines)


def test_no_file_is_too_long_to_read_at_once() -> None:
    long = {
        str(module): lines
        for module in modules()
        if (lines := len((SOURCE / PACKAGE / module).read_text(encoding="utf-8").splitlines()))
        > 350
    }
    assert long == {}


def rooms() -> list[Path]:
    """The modules of ``ui`` that stand in a room, as paths under ``ui``."""
    return sorted(
        module.relative_to("ui")
        for module in modules()
        if module.parts[0] == "ui" and len(module.parts) > 2
    )


def screens() -> set[str]:
    """The modules that hold a screen of an address, as ``room.module``, read from ``root.py``."""
    table = next(
        node
        for node in ast.parse((SOURCE / PACKAGE / "ui" / "root.py").read_text("utf-8")).body
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "SCREENS"
    )
    assert isinstance(table.value, ast.Dict)
    shown = {ast.unparse(value) for value in table.value.values}
    from_ui = (name.removeprefix(f"{PACKAGE}.ui.") for name in imported(Path("ui/root.py")))
    return {name.rpartition(".")[0] for name in from_ui if name.rpartition(".")[2] in shown}


def may_use(room: str, other: str) -> bool:
    """Whether a room of ``ui`` may use pieces of another one."""
    if room in BELOW:
        return other in BELOW[room]
    return other in BELOW or room in SHOWN_IN.get(other, set())


def test_every_room_has_its_place() -> None:
    assert {module.parts[0] for module in rooms()} == FEATURES | set(BELOW)


@pytest.mark.parametrize("module", rooms(), ids=str)
def test_what_two_rooms_need_stands_below_both(module: Path) -> None:
    """In ``kit`` or ``wording``; neither of them knows a feature."""
    room = module.parts[0]
    for name in imported("ui" / module):
        if name.startswith(f"{PACKAGE}.ui."):
            inside = name.removeprefix(f"{PACKAGE}.ui.").split(".")
            other = inside[0]
            if other in FEATURES | set(BELOW):
                assert other == room or may_use(room, other), f"{module} may not use {name}"
            else:
                assert other != "root", f"{module} imports the root"


@pytest.mark.parametrize("module", rooms(), ids=str)
def test_only_the_root_imports_a_screen(module: Path) -> None:
    inside = {name.removeprefix(f"{PACKAGE}.ui.") for name in imported("ui" / module)}
    others = {"frame.lost"}  # shown in place of a screen whose record is gone
    for screen in screens() - others:
        assert not [name for name in inside if name.rpartition(".")[0] == screen], screen


def test_nothing_else_stands_above_the_rooms() -> None:
    above = {path.stem for path in (SOURCE / PACKAGE / "ui").glob("*.py")}
    assert above == {"__init__", "root", "routes", "context", "theme"}


@pytest.mark.parametrize(
    "module", [m for m in modules() if m.parts[0] in ("ui", "app.py")], ids=str
)
def test_components_are_named_as_flet_names_its_own(module: Path) -> None:
    """``CallScreen`` is a component and keeps state; ``about_screen`` is a function and has none."""
    for node in ast.walk(ast.parse((SOURCE / PACKAGE / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            is_component = "ft.component" in map(ast.unparse, node.decorator_list)
            assert is_component == node.name[0].isupper(), node.name


NO_MIRROR = {"content", "e2e", "e2e_web", "fakes", "tools"}
"""Folders of tests that are about more than one package of the app."""


def test_tests_stand_where_the_code_does() -> None:
    """A test of a room stands in the folder of that name."""
    folders = {
        path.parent.relative_to(ROOT / "tests")
        for path in (ROOT / "tests").rglob("test_*.py")
        if path.parent != ROOT / "tests"
    }
    packages = {module.parent for module in modules()}
    assert {folder for folder in folders if folder.parts[0] not in NO_MIRROR} <= packages


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
    assert may_use("home", "reading") and may_use("reading", "emergency")
    assert not may_use("emergency", "reading") and not may_use("kit", "visits")
    assert not may_use("wording", "kit") and not may_use("visits", "family")
    assert not allowed("domain", "aya_companion.store.ports.Disk")


OF_UI = [module for module in modules() if module.parts[0] == "ui"]

WRITES = {
    "put",
    "delete",
    "commit",
    "take_over",
    "save_over",
    "reload",
    "set_passphrase",
    "remove_passphrase",
    "erase",
    "lock",
    "unlock",
}
"""What changes the store, or has it saved."""


def defined(module: Path) -> set[str]:
    """The names that a module gives a meaning itself."""
    names: set[str] = set()
    for node in ast.parse((SOURCE / PACKAGE / module).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {ast.unparse(target) for target in targets}
    return names


@pytest.mark.parametrize("module", OF_UI, ids=str)
def test_a_screen_takes_names_from_where_they_are_defined(module: Path) -> None:
    """``state`` hands on no type of another package."""
    for name in imported(module):
        if name.startswith(f"{PACKAGE}.state."):
            path, _, taken = name.removeprefix(f"{PACKAGE}.").rpartition(".")
            assert taken in defined(Path(f"{path.replace('.', '/')}.py")), name


def written_to(source: str) -> list[str]:
    """Where source code changes the store, or saves, past an action."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            way = set(ast.unparse(node.value).split("."))
            is_changed = isinstance(node.ctx, ast.Store | ast.Del) and "store" in way
            if is_changed or (node.attr in WRITES and "do" not in way):
                found.append(ast.unparse(node))
    return found


@pytest.mark.parametrize("module", OF_UI, ids=str)
def test_no_screen_writes_into_the_store(module: Path) -> None:
    assert written_to((SOURCE / PACKAGE / module).read_text(encoding="utf-8")) == []


def test_a_screen_that_writes_would_be_found() -> None:
    assert written_to("ui.model.companion.store.notice = None")
    assert written_to("del store.notice")
    assert written_to("await companion.commit()")
    assert written_to("card = ui.model.companion.store.card\ncard.put(other)")
    assert not written_to("await ui.do.visits.put(visit)\nshown = companion.store.notice")
    assert defined(Path("state/problems.py")) >= {"Problem", "PROBLEMS"}
    assert "StoreError" not in defined(Path("state/model.py"))
