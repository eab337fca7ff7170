"""The locks hold what pyproject.toml asks for, by hash, and say nothing of where it comes from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, EXTRAS = PYPROJECT["project"], PYPROJECT["project"]["optional-dependencies"]
GROUPS = PYPROJECT["dependency-groups"]
RUN = [*PROJECT["dependencies"], *EXTRAS["web"], *GROUPS["install"]]
BUILD = [*RUN, *EXTRAS["build"]]
TEST = [*BUILD, *EXTRAS["test"]]
ASKED = {"run": RUN, "build": BUILD, "test": TEST, "check": [*TEST, *GROUPS["check"]]}


def entries(name: str) -> list[str]:
    """The entries of a lock, each with its hashes on one line."""
    text = (ROOT / "locks" / f"{name}.txt").read_text(encoding="utf-8")
    return text.replace("\\\n", " ").splitlines()


def versions(name: str) -> dict[str, str]:
    """The one version of each package."""
    found = [re.match(r"([\w.-]+)==([\w.+!]+)", entry) for entry in entries(name)]
    pairs = [(canonicalize_name(each[1]), each[2]) for each in found if each]
    assert len(pairs) == len(dict(pairs)) == len(found)
    return dict(pairs)


@pytest.mark.parametrize("name", ASKED)
def test_a_lock_has_everything_that_is_asked_for(name: str) -> None:
    locked = versions(name)
    for requirement in map(Requirement, ASKED[name]):
        if requirement.name != PROJECT["name"]:
            assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)])


@pytest.mark.parametrize("name", ASKED)
def test_a_lock_has_a_hash_for_each_package_and_no_address(name: str) -> None:
    for entry in entries(name):
        assert re.search(r" --hash=sha256:[0-9a-f]{64}\b", entry), entry
        assert not re.search(r"://|file:|index-url|find-links| @ ", entry), entry


@pytest.mark.parametrize("name", ["run", "build", "test"])
def test_locks_agree(name: str) -> None:
    """What was tested is what ships: each package has one version in all locks."""
    assert versions(name).items() <= versions("check").items()
