"""``python main.py``: one line when it starts, one line when it cannot, and a clean end."""

from __future__ import annotations

import errno
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import flet as ft
import pytest

from aya_companion.device.served.command_line import run
from tests.device.served.running import STUB, command, running


def refused(*arguments: str, script: Path = STUB) -> str:
    """The one line that is printed by a start that fails."""
    done = subprocess.run(
        command("--no-open", *arguments, script=script), capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
    return done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent in another way there")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_when_told_to(tmp_path: Path, how: signal.Signals) -> None:
    with running(tmp_path) as app:
        app.process.send_signal(how)
        out, error = app.process.communicate(timeout=20)
        assert error == ""
        assert out == ""
        assert app.process.returncode in (0, -signal.SIGTERM)


@pytest.mark.skipif(sys.platform == "win32", reason="the browser is a shell script")
def test_the_browser_gets_an_address_that_is_worth_nothing_to_others(tmp_path: Path) -> None:
    """Every user of the computer can see what a program was started with."""
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}.part && mv {opened}.part {opened}\n')
    browser.chmod(0o700)
    with running(tmp_path / "data", browser=browser) as app:
        for _attempt in range(200):
            if opened.exists():
                break
            time.sleep(0.05)
        address = opened.read_text().strip()
        way_in = address.removeprefix(f"http://{app.host}")
        assert address != app.address
        assert app.get(way_in).status == 200
        assert app.get(way_in).status == 403


def test_a_taken_port_is_said_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        line = refused("--port", str(port), "--data", str(tmp_path))
    assert f"Port {port} is used by another program" in line
    assert "--port" in line


def test_a_second_copy_on_the_same_data_is_refused(tmp_path: Path) -> None:
    with running(tmp_path) as app:
        line = refused("--port", "0", "--data", str(tmp_path))
        assert "already running" in line
        assert str(tmp_path) in line
        assert app.process.poll() is None


def test_two_copies_on_different_data_run_side_by_side(tmp_path: Path) -> None:
    with running(tmp_path / "a") as one, running(tmp_path / "b") as other:
        assert one.port != other.port
        assert one.get("/", cookie=other.cookie()).status == 403


def test_the_next_start_on_the_same_data_works_after_a_crash(tmp_path: Path) -> None:
    with running(tmp_path) as app:
        app.process.kill()
        app.process.communicate()
    with running(tmp_path) as app:
        assert app.get(app.way_in).status == 200


def test_a_directory_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")
    assert str(file) in refused("--port", "0", "--data", str(file / "data"))


def test_a_port_that_needs_more_rights_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """It is not the data that cannot be written. (Tests can run as root, whom no port refuses.)"""

    class Forbidden(socket.socket):
        def bind(self, _address: object) -> None:
            raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(socket, "socket", Forbidden)
    assert run(["--port", "80", "--no-open", "--data", str(tmp_path)], nothing) == 1
    said = capsys.readouterr().err
    assert "does not let you use port 80" in said
    assert str(tmp_path) not in said


def test_after_the_last_port_any_free_one_is_proposed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    class Taken(socket.socket):
        def bind(self, _address: object) -> None:
            raise OSError(errno.EADDRINUSE, "Address already in use")

    monkeypatch.setattr(socket, "socket", Taken)
    assert run(["--port", "65535", "--no-open", "--data", str(tmp_path)], nothing) == 1
    assert capsys.readouterr().err.rstrip().endswith("--port 0")


async def nothing(_page: ft.Page, _data: Path) -> None:
    """Shows nothing."""


def test_a_missing_window_package_is_said_in_one_line(tmp_path: Path) -> None:
    assert "flet-desktop" in refused("--window", "--data", str(tmp_path))


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_a_port_is_a_number(port: str) -> None:
    done = subprocess.run(command("--port", port), capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "65535" in done.stderr or "expected one argument" in done.stderr
