"""Blobs in files: whole or not there, durable when written, private, and gone when deleted."""

from __future__ import annotations

import asyncio
import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aya_companion.device.native.disk_files import TEMPORARY, DiskFiles
from aya_companion.store.errors import DiskFullError, ReadOnlyError
from aya_companion.store.store import Store
from tests.fakes.clock import FakeClock
from tests.fakes.disks import MemoryDisk, PowerOffError
from tests.store import samples

CALLS = ("open", "write", "fsync", "close", "replace", "unlink")


class Kernel:
    """Wraps the system calls that DiskFiles makes: notes each, and stops at number ``at``."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[str] = []
        self.at: int | None = None
        self.fault: Callable[[], BaseException] = PowerOffError
        for name in CALLS:
            monkeypatch.setattr(os, name, self._wrap(name, getattr(os, name)))

    def _wrap(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **keywords: Any) -> Any:
            if self.at is not None and len(self.calls) >= self.at:
                if name == "close":  # a stopped process has no open files either
                    call(*args, **keywords)
                raise self.fault()
            self.calls.append(name)
            if name == "write":  # a kernel may take less than it is given
                return call(args[0], bytes(args[1])[:50_000])
            return call(*args, **keywords)

        return wrapped


def test_a_file_disk_behaves_like_the_one_in_memory(tmp_path: Path) -> None:
    """Reading, replacing, listing and deleting; what is not there is no error."""

    async def live(disk: DiskFiles | MemoryDisk) -> list[object]:
        seen: list[object] = [await disk.read("a"), await disk.list()]
        await disk.write("b", b"1" * 200_000)
        await disk.write("a", b"")
        await disk.write("b", b"2")
        seen += [await disk.read("a"), await disk.read("b"), await disk.list()]
        await disk.delete("b")
        await disk.delete("b")
        return [*seen, await disk.read("b"), await disk.list()]

    assert asyncio.run(live(DiskFiles(tmp_path))) == asyncio.run(live(MemoryDisk()))


def test_only_the_owner_can_read(tmp_path: Path) -> None:
    """Neither the folder nor a file is open to other users of the machine."""
    disk = DiskFiles(tmp_path / "diary")
    asyncio.run(disk.write("a", b"words"))
    assert stat.S_IMODE((tmp_path / "diary").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "diary" / "a").stat().st_mode) == 0o600


def test_a_write_is_forced_out_before_it_takes_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes first, then the name, then the directory: the order that survives a power cut."""
    disk = DiskFiles(tmp_path)
    kernel = Kernel(monkeypatch)
    asyncio.run(disk.write("a", b"x" * 120_000))
    ours = [call for call in kernel.calls if call in ("write", "fsync", "replace")]
    assert ours == ["write", "write", "write", "fsync", "replace", "fsync"]


@pytest.mark.parametrize("name", ["../a", "a/b", "", "..", "/etc/passwd", f"a{TEMPORARY}"])
def test_a_name_is_a_name_and_not_a_path(tmp_path: Path, name: str) -> None:
    """Nothing outside the folder is ever touched."""
    with pytest.raises(ValueError, match="plain file name"):
        asyncio.run(DiskFiles(tmp_path).write(name, b""))


def test_an_unfinished_write_is_cleared_away_at_start(tmp_path: Path) -> None:
    """It may hold words, and nobody will ever finish it."""
    (tmp_path / f"a{TEMPORARY}").write_bytes(b"half a sent")
    assert asyncio.run(DiskFiles(tmp_path).list()) == []
    assert list(tmp_path.iterdir()) == []


def test_a_stop_between_any_two_system_calls_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two saves, stopped at each call: the first is there when it was acknowledged."""
    kernel = Kernel(monkeypatch)
    stops = 0
    finished = False
    while not finished:
        folder = tmp_path / str(stops)
        kernel.at = None
        kept = 0

        async def save(folder: Path = folder, after: int = stops) -> None:
            nonlocal kept
            store = await Store.open(DiskFiles(folder), FakeClock())
            kernel.at = len(kernel.calls) + after
            for number in (1, 2):
                store.questions.put(samples.question(str(number)))
                await store.commit()
                kept = number

        try:
            asyncio.run(save())
            finished = True
        except PowerOffError:
            stops += 1
        kernel.at = None
        again = asyncio.run(Store.open(DiskFiles(folder), FakeClock()))
        assert kept <= len(again.questions.all()) <= kept + 1
        assert again.notice is None
    assert stops >= 16
    with capsys.disabled():
        print(f"\n{stops} stops between system calls, 0 losses")


@pytest.mark.parametrize(
    ("number", "error"),
    [(errno.ENOSPC, DiskFullError), (errno.EROFS, ReadOnlyError), (errno.EACCES, ReadOnlyError)],
)
def test_a_refusal_of_any_system_call_has_a_name_and_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    """The save before it stays, no half-written file is left, the next try works."""
    kernel = Kernel(monkeypatch)
    kernel.fault = lambda: OSError(number, os.strerror(number))

    async def save(folder: Path, after: int) -> None:
        store = await Store.open(DiskFiles(folder), FakeClock())
        store.questions.put(samples.question("1"))
        await store.commit()
        store.questions.put(samples.question("2"))
        kernel.at = len(kernel.calls) + after
        try:
            with pytest.raises(error):
                await store.commit()
        finally:
            kernel.at = None
        DiskFiles(folder)
        assert not list(folder.glob(f"*{TEMPORARY}"))
        await store.commit()
        again = await Store.open(DiskFiles(folder), FakeClock())
        assert len(again.questions.all()) == 2

    for after in range(8):
        asyncio.run(save(tmp_path / str(after), after))


def test_no_word_is_found_in_the_folder_after_erasing(tmp_path: Path) -> None:
    """Not in a file, not in a name: nothing of the diary is left."""

    async def live() -> None:
        store = await Store.open(DiskFiles(tmp_path), FakeClock())
        for number in range(40):
            store.questions.put(samples.question(str(number), text=f"unmistakable {number}"))
            await store.commit()
        assert any(b"unmistakable" in path.read_bytes() for path in tmp_path.iterdir())
        await store.erase()

    asyncio.run(live())
    assert list(tmp_path.iterdir()) == []
