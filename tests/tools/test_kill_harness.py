"""A process killed while it writes has lost nothing that it acknowledged."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks")
def test_a_hundred_kills_lose_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Saves, locks and erasings, ended at random instants. The long run is a command."""
    done = subprocess.run(
        [sys.executable, "-m", "tools.kill_harness", "--rounds", "100", "--seed", "7"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    counts = json.loads(done.stdout)
    assert counts["rounds"] == 100
    assert counts["saves"] > 100
    assert counts["in_the_middle"] > 20
    with capsys.disabled():
        print(f"\n{counts}")
