"""What the documents say is so: commands, options, files, dependencies."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from aya_companion import __version__
from aya_companion.device.served.command_line import DEFAULT_PORT, parser

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, GROUPS = PYPROJECT["project"], PYPROJECT["dependency-groups"]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def commands(text: str) -> list[str]:
    """The lines of code blocks, indented or fenced, and code between the lines."""
    fenced = re.findall(r"```\w*\n(.*?)```", text, flags=re.DOTALL)
    indented = re.findall(r"^    (\S.*)$", text, flags=re.MULTILINE)
    return (
        [line for block in fenced for line in block.splitlines()]
        + indented
        + re.findall(r"`([^`\n]+)`", text)
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_make_targets_are_real(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([\w-]+):", makefile, flags=re.MULTILINE))
    said = {
        match[1]
        for line in commands(document.read_text(encoding="utf-8"))
        if (match := re.match(r"make ([\w-]+)", line))
    }
    assert said <= targets


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_scripts_are_real(document: Path) -> None:
    for line in commands(document.read_text(encoding="utf-8")):
        for script in re.findall(r"python (\S+\.py)", line):
            assert (ROOT / script).is_file(), line


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text(encoding="utf-8")):
        if not re.match(r"\w+:", target):
            assert (document.parent / target).exists(), target


def test_the_readme_has_every_option_and_no_other() -> None:
    real = {
        option
        for action in parser()._actions
        for option in action.option_strings
        if option.startswith("--")
    }
    said = {
        option
        for line in commands(README)
        if "main.py" in line or line.startswith("--")
        for option in re.findall(r"--[a-z-]+", line)
    }
    assert said | {"--help"} == real


def test_the_readme_has_the_real_address() -> None:
    assert f"http://127.0.0.1:{DEFAULT_PORT}" in README


def test_the_readme_installs_from_the_locks() -> None:
    assert set(re.findall(r"-r (locks/\w+\.txt)", README)) == {"locks/run.txt", "locks/test.txt"}


@pytest.mark.parametrize("target", ["run", "test"])
def test_the_plain_lines_are_what_make_does(target: str) -> None:
    """Who has no make gets the same by typing: environment, installation, command."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    rules = dict(re.findall(r"^([^#\s][^:\n]*):[^\n]*\n((?:\t[^\n]*\n)+)", makefile, re.MULTILINE))
    done = [rules["$(VENV)"], rules["$(VENV)/%.done"].replace("$*", target), rules[target]]
    made = _steps("\n".join(done))
    assert made <= _steps(README)
    assert len(made) == 4


def _steps(text: str) -> set[str]:
    """The commands that make the environment, install into it and start something in it."""
    plain = (
        text.replace("$(PYTHON)", "python3")
        .replace("$(PY)", ".venv/bin/python")
        .replace("$(VENV)", ".venv")
        .replace(".venv/bin/python -m pip", ".venv/bin/pip")
        .replace(" --quiet --disable-pip-version-check", "")
    )
    wanted = r"^\s+(python3 -m venv .*|\.venv/bin/pip install .*|\.venv/bin/python .*)$"
    return {line.strip() for line in re.findall(wanted, plain, re.MULTILINE)}


def test_every_runtime_dependency_has_a_line() -> None:
    document = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    extras = PROJECT["optional-dependencies"]
    wanted = PROJECT["dependencies"] + extras["web"] + extras["build"]
    names = {re.split(r"[<>=\[ ]", line)[0] for line in wanted} - {PROJECT["name"]}
    listed = set(re.findall(r"^\| `([\w-]+)`", document, flags=re.MULTILINE))
    assert names <= listed
    test_only = {
        re.split(r"[<>=\[ ]", line)[0]
        for line in extras["test"] + GROUPS["check"] + GROUPS["install"]
    }
    assert listed <= names | test_only


def test_the_version_is_the_same_everywhere() -> None:
    assert PROJECT["version"] == __version__
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["LICENSE", "LICENSE-content", "assets/fonts/OFL.txt"])
def test_licences_are_there_in_full(name: str) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8")) > 4000


@pytest.mark.parametrize("name", ["security.md", "flet.md"])
def test_the_tests_that_a_page_names_are_there(name: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[^`]+)`", page))
    assert named
    for each in sorted(named):
        file, _, test = each.partition("::")
        assert (ROOT / file).exists(), each
        assert not test or f"def {test}(" in (ROOT / file).read_text(encoding="utf-8"), each


def test_every_repair_of_flet_has_its_line() -> None:
    page = (ROOT / "docs" / "flet.md").read_text(encoding="utf-8")
    room = ROOT / "src" / "aya_companion" / "device" / "flet"
    files = {path.name for path in room.glob("*.py")} - {"__init__.py", "host.py"}
    assert [name for name in sorted(files) if f"`{name}`" not in page] == []


def test_documents_that_are_cited_exist() -> None:
    """In code, tools, tests and documents: ``docs/NAME.md`` is a file."""
    cited = {
        match
        for folder in ("src", "tools", "tests", "docs", ".ci")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".md", ".js", ".html", ""} and path.is_file()
        for match in re.findall(r"docs/([a-z-]+\.md)\b", path.read_text("utf-8", "ignore"))
    }
    assert "look.md" in cited
    assert {name for name in cited if not (ROOT / "docs" / name).is_file()} == set()
