"""The same source gives the same build, and a phone with it sees nothing new."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import build_web
from tools.web_build.precache import hash_of


def test_same_files_each_time(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made again, every file has the same bytes; only the memory image differs, and its hash.

    Compressed copies follow from the files; made again they would only take their time.
    """
    monkeypatch.setattr(build_web, "compress_all", lambda files, *, quick: {})
    again = build_web.build("/")
    before = {
        path.relative_to(build).as_posix(): path.read_bytes()
        for path in build.rglob("*")
        if path.is_file() and path.suffix not in (".br", ".gz")
    }
    assert set(again) == set(before)
    different = {address for address, data in again.items() if data != before[address]}
    image = next(address for address in again if address.startswith("snapshot-"))
    assert different <= {image, hash_of(image)}
