"""Two copies of the app never write to the same diary."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aya_companion.device.native.data_lock import DataInUseError, DataLock


def test_a_second_copy_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    """And starts as soon as the first let go."""
    with DataLock(tmp_path), pytest.raises(DataInUseError):
        DataLock(tmp_path)
    DataLock(tmp_path).release()


def test_a_killed_copy_leaves_nothing_to_clean_up(tmp_path: Path) -> None:
    """The system takes the lock back from a process however it ended."""
    code = (
        "import os, sys, pathlib; from aya_companion.device.native.data_lock import DataLock;"
        "lock = DataLock(pathlib.Path(sys.argv[1])); os.abort()"
    )
    source = Path(__file__).parents[3] / "src"
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        env={"PYTHONPATH": str(source)},
        capture_output=True,
        check=False,
    )
    assert ended.returncode < 0
    DataLock(tmp_path).release()


def test_the_directory_is_made(tmp_path: Path) -> None:
    """The first start has none."""
    DataLock(tmp_path / "new" / "place").release()
    assert (tmp_path / "new" / "place").is_dir()


def test_a_second_start_of_a_packed_desktop_app_ends_at_once(tmp_path: Path) -> None:
    """Two would overwrite each other's saves."""
    main = Path(__file__).parents[3] / "main.py"
    with DataLock(tmp_path):
        ended = subprocess.run(
            [sys.executable, main],
            env=os.environ | {"FLET_PLATFORM": "linux", "FLET_APP_STORAGE_DATA": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert ended.returncode == 1
    assert "already running" in ended.stderr
