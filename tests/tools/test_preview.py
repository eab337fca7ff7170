"""The preview shows a page as it is written, and its last good form while it is broken."""

from __future__ import annotations

import asyncio
import os
import shutil
from pathlib import Path

import pytest

from aya_companion.state.companion import Companion
from tests.fakes.companion import make_companion
from tests.tools.sample_content import write_sample
from tools.check_content import ROOT
from tools.preview import Preview, main


def save(file: Path, text: str) -> None:
    """Write a file so that its time of change differs, however fast this was."""
    later = file.stat().st_mtime_ns + 1_000_000_000
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(later, later))


def test_the_app_follows_the_file_but_keeps_the_last_good_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_sample(tmp_path / "content") / "en/topics/mrd.md"
    text = file.read_text(encoding="utf-8")
    preview, companion, beats = Preview(file, tmp_path / "data"), make_companion(), []
    companion.listeners.add(lambda: beats.append(companion.shelf.page("mrd", "en").title))

    preview.refresh(companion)
    preview.refresh(companion)
    assert beats == ["A test that looks closely"]

    save(file, text.replace("A test that looks closely", "A new title"))
    preview.refresh(companion)
    assert beats[1:] == ["A new title"]

    save(file, text.replace("::: ask", "::: aks"))
    preview.refresh(companion)
    assert len(beats) == 2
    assert companion.shelf.page("mrd", "en").title == "A new title"
    assert "There is no box 'aks'." in capsys.readouterr().out


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """A preview of the English page of the sample."""
    return Preview(write_sample(tmp_path / "content") / "en/topics/mrd.md", tmp_path / "data")


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("en/topics/mrd.md", "[^S22]", "[^S999]", "The source 'S999' is not in sources.toml."),
        ("en/topics/mrd.md", "(term:mrd)", "(term:no)", "The glossary has no word 'no'."),
        ("en/topics/mrd.md", "A test can", "[A](topic:no) test can", "There is no page 'no'."),
        ("en/glossary.toml", "[mrd]", "[mrd", "The file cannot be read"),
        ("sources.toml", "[S22]", "[S22", "The file cannot be read"),
        ("banned.toml", "[[rule]]", "[[rule", "The file cannot be read"),
    ],
)
def test_what_the_checker_would_find_is_said_at_once(
    preview: Preview,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    file: str,
    old: str,
    new: str,
    problem: str,
) -> None:
    path = tmp_path / "content" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    save(path, text.replace(old, new, 1))
    preview.refresh(make_companion())
    told = capsys.readouterr().out
    assert f"content/{file}:" in told
    assert problem in told
    assert "Nothing to mend" not in told


def test_a_page_with_nothing_to_mend_is_said_so(
    preview: Preview, capsys: pytest.CaptureFixture[str]
) -> None:
    preview.refresh(make_companion())
    assert capsys.readouterr().out == "Nothing to mend here.\n"


def test_the_writer_sees_the_notes_for_teaching(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The preview opens the app as a nurse does, in the language of the file, at the page."""
    opened: list[str] = []

    async def open_without_a_browser(_page: object, companion: Companion) -> None:
        opened.append(str(companion.store.settings.get().role))

    class Page:
        async def push_route(self, address: str) -> None:
            opened.append(address)

    monkeypatch.setattr("tools.preview.open_window", open_without_a_browser)

    asyncio.run(preview.show(Page()))  # type: ignore[arg-type]
    assert opened == ["nurse", "/learn/mrd"]


def test_a_pack_can_be_previewed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    preview = Preview(content / "es/packs/into-car-t.md", tmp_path / "data")
    shelf, findings = preview.read()
    assert findings == []
    assert preview.address(shelf) == "/more/map/car-t"


@pytest.mark.parametrize("name", ["missing/en/topics/mrd.md", "content/en/glossary.toml"])
def test_a_file_that_is_no_page_is_said_so(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_sample(tmp_path / "content")
    assert main([str(tmp_path / name)]) == 1
    assert "not a page or pack of a content folder" in capsys.readouterr().err
