"""The workshop's command that parses the content folder for the shipped app."""

from __future__ import annotations

from pathlib import Path

import pytest

from aya_companion.library.shelf import Shelf
from tests.tools.sample_content import write_sample
from tools.prepare_library import main


def test_it_writes_what_the_app_reads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_sample(tmp_path / "content")
    assert main(["--content", str(content), "--out", str(tmp_path / "out")]) == 0
    assert "library.json" in capsys.readouterr().out
    prepared, source = Shelf.from_prepared(tmp_path / "out"), Shelf.from_folder(content)
    assert prepared.page("mrd", "es") == source.page("mrd", "es")


def test_a_broken_page_is_named_and_the_rest_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write_sample(tmp_path / "content")
    (content / "en/topics/broken.md").write_text("No front matter.", encoding="utf-8")
    assert main(["--content", str(content), "--out", str(tmp_path / "out")]) == 1
    assert "content/en/topics/broken.md:1" in capsys.readouterr().err
    assert Shelf.from_prepared(tmp_path / "out").has("mrd")
