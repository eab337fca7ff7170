"""A process killed while it writes has lost nothing that it acknowledged."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.amounts import rounds

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks")
@rounds(sample=40, whole=2000)
def test_kills_lose_nothing(rounds: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Saves, locks and erasings, ended at random instants."""
    done = subprocess.run(
        [sys.executable, "-m", "tools.kill_harness", "--rounds", str(rounds), "--seed", "7"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    counts = json.loads(done.stdout)
    assert counts["rounds"] == rounds
    assert counts["saves"] > rounds
    assert counts["in_the_middle"] > rounds // 5
    with capsys.disabled():
        print(f"\n{counts}")
