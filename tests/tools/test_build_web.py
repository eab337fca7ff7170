"""Where a build is put, and what is said when it cannot be made."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import build_web
from tools.web_build.errors import BuildError

ROOT = Path(__file__).resolve().parents[2]
BUILD = {"build.js": b"globalThis.ayaBuild = {};\n", "fonts/a.woff2": b"font"}


def run(*arguments: str | Path, without: str = "") -> subprocess.CompletedProcess[str]:
    """The command as a person runs it, where one of Python's packages may be missing."""
    code = (
        "import runpy, sys; "
        f"sys.modules.update(dict.fromkeys({[without]!r} if {without!r} else [], None)); "
        "runpy.run_module('tools.build_web', run_name='__main__', alter_sys=True)"
    )
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_a_build_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    """Nothing of the earlier build is left, nor anything beside it."""
    out = tmp_path / "web"
    build_web.write(BUILD | {"old.js": b"old"}, out)
    build_web.write(BUILD, out)
    made = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert made == set(BUILD)
    assert list(tmp_path.iterdir()) == [out]


def test_a_build_that_cannot_be_written_leaves_the_one_before(tmp_path: Path) -> None:
    """The files are written beside it, and take its place when all are there."""
    out = tmp_path / "web"
    build_web.write(BUILD, out)
    with pytest.raises(OSError, match="fonts"):
        build_web.write(BUILD | {"fonts": b"a file where a folder is"}, out)
    assert (out / "fonts" / "a.woff2").read_bytes() == b"font"
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    """A service worker alone does not make a build of ours: somebody else's site may have one."""
    (tmp_path / "service-worker.js").write_text("somebody's work")
    with pytest.raises(BuildError, match="not a build"):
        build_web.check_place(tmp_path)
    with pytest.raises(BuildError, match="not a build"):
        build_web.check_place(ROOT / "tools" / "web")
    with pytest.raises(BuildError, match="is a file"):
        build_web.check_place(tmp_path / "service-worker.js")


def test_a_wrong_place_is_told_before_the_build(tmp_path: Path) -> None:
    """It ends at once, with one line."""
    result = run("--out", ROOT / "tools" / "web")
    assert result.returncode == 1
    (line,) = result.stderr.splitlines()
    assert "not a build" in line


@pytest.mark.parametrize("package", ["brotli", "fontTools", "packaging"])
def test_a_missing_package_is_named(package: str, tmp_path: Path) -> None:
    """One line says which package, and how to install all of them."""
    result = run("--out", tmp_path / "web", without=package)
    assert result.returncode == 1
    (line,) = result.stderr.splitlines()
    assert package in line
    assert "pip install -r locks/build.txt" in line


def test_missing_node_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The build says so before it begins, and what to install."""
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    assert build_web.main(["--out", str(tmp_path / "web")]) == 1
    assert capsys.readouterr().err.startswith("The build stopped: Node is missing. Install")


def test_a_missing_font_or_icon_is_named(tmp_path: Path) -> None:
    """Rather than a build in which a phone looks for it in vain."""
    shutil.copytree(ROOT / "assets", tmp_path / "assets")
    assert "icons/icon-192.png" in build_web.assets(tmp_path / "assets")
    (tmp_path / "assets/fonts/Figtree-400.woff2").unlink()
    (tmp_path / "assets/icons/icon-192.png").unlink()
    with pytest.raises(BuildError, match=r"no fonts/Figtree-400\.woff2, icons/icon-192\.png"):
        build_web.assets(tmp_path / "assets")
