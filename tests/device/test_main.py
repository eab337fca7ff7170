"""The real ``main.py``, from its first line to Ctrl-C."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import msgpack  # type: ignore[import-untyped]
import pytest
from websockets import Origin
from websockets.sync.client import connect

from tests.device.served.running import MAIN, Running, command, running
from tests.device.served.test_command_line import refused

PAGE = {
    "route": "/",
    "web": True,
    "platform": "linux",
    "platform_brightness": "light",
    "media": {"padding": {"top": 0, "right": 0, "bottom": 0, "left": 0}},
    "width": 390,
    "height": 844,
}
HELLO = b"\0" + msgpack.packb([1, {"session_id": None, "page_name": "", "page": PAGE}])
"""What a browser says first: somebody looks at the app."""


@contextmanager
def looking_at(app: Running) -> Iterator[None]:
    """Somebody has a page of the app open, and it shows something."""
    with connect(
        f"ws://{app.host}/ws",
        origin=Origin(f"http://{app.host}"),
        additional_headers={"Cookie": app.cookie()},
        max_size=None,
    ) as page:
        page.send(HELLO)
        for _ in range(3):
            page.recv(timeout=30)
        yield


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent in another way there")
@pytest.mark.parametrize("pages", [0, 1, 2])
def test_it_ends_cleanly_with_pages_open(tmp_path: Path, pages: int) -> None:
    """Ctrl-C prints nothing, and no page is waited for."""
    with running(tmp_path, script=MAIN) as app, ExitStack() as opened:
        for _ in range(pages):
            opened.enter_context(looking_at(app))
        app.process.send_signal(signal.SIGINT)
        out, error = app.process.communicate(timeout=30)
        assert (out, error, app.process.returncode) == ("", "", 0)


def test_a_second_copy_on_the_same_data_is_refused(tmp_path: Path) -> None:
    with running(tmp_path, script=MAIN):
        assert "already running" in refused("--port", "0", "--data", str(tmp_path), script=MAIN)


def test_a_taken_port_is_said_in_one_line(tmp_path: Path) -> None:
    with running(tmp_path / "a", script=MAIN) as app:
        arguments = ("--port", str(app.port), "--data", str(tmp_path / "b"))
        assert "used by another program" in refused(*arguments, script=MAIN)


def test_a_directory_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")
    assert str(file) in refused("--port", "0", "--data", str(file / "data"), script=MAIN)


def test_its_options_are_explained() -> None:
    done = subprocess.run(
        command("--help", script=MAIN), capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0
    assert "--no-open" in done.stdout


def test_what_is_broken_in_the_library_is_named_on_the_terminal(tmp_path: Path) -> None:
    """With file, line and key; the app runs on."""
    copy = tmp_path / "app"
    for folder in ("src", "content", "locales", "assets"):
        shutil.copytree(MAIN.parent / folder, copy / folder)
    shutil.copy(MAIN, copy)
    page = copy / "content/en/topics/fever.md"
    page.write_text(page.read_text(encoding="utf-8").replace("summary =", "summry ="), "utf-8")
    with running(tmp_path / "data", script=copy / "main.py") as app, looking_at(app):
        assert app.process.stderr is not None
        line = app.process.stderr.readline()
        assert "content/en/topics/fever.md:" in line
        assert "summry" in line
        assert app.process.poll() is None
